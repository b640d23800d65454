import KBModel

/// KB105: a day on which something is said to have happened, but which is still to come.
struct DateInFuture: FileRule {
  static let description = RuleDescription(
    code: "KB105", name: "date-in-future", severity: .error,
    summary: "A talk, a consent or a fact about a rival is dated more than one day after today.",
    rationale: """
      Nobody has said anything yet on a day to come, so such a date is a slip of the pen. It also moves the day on which \
      reports stand, and makes all other evidence look old.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "field-notes/2026-06-22-acme.md",
        """
        ---
        type: field-note
        date: ↓2062-06-22
        customer: acme
        reported_by: sam
        ---
        """, asOf: "2026-06-30"),
      Example(
        "competitors/permitly.md",
        """
        ---
        type: competitor
        name: Permitly
        facts:
          - {date: ↓2026-12-01, text: raises its price, source: its price page}
        ---
        """, asOf: "2026-06-30"),
    ],
    good: [
      Example(
        "sessions/2026/2026-07-14-acme.md",
        """
        ---
        type: session
        status: planned
        date: 2026-07-14
        customer: acme
        interviewer: dana
        ---
        """, asOf: "2026-06-30"),
      Example(
        "field-notes/2026-07-01-acme.md",
        """
        ---
        type: field-note
        date: 2026-07-01
        customer: acme
        reported_by: sam
        closes: 2026-12-31
        ---

        Heard where it is tomorrow already.
        """, asOf: "2026-06-30"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.status != .planned, let type = file.type, let frontMatter = file.document.frontMatter else { return }
    let limit = file.today.advanced(byDays: 1)
    func look(_ node: Int?) {
      guard let node, let date = frontMatter.date(node), date > limit else { return }
      let field = frontMatter.path(of: node)
      findings.add(
        Self.self, in: file, at: frontMatter.nodes[node].value, field: field, message: message(date, field, file.today),
        help: field == "date" && type.name == "session" ? talkHelp : help, subject: "\(field) \(date)")
    }
    if type.field("date")?.kind == .date { look(frontMatter["date"]) }
    if type.field("consent") != nil, let consent = frontMatter["consent"], frontMatter.nodes[consent].kind == .mapping {
      look(frontMatter.child(of: consent, key: "obtained"))
    }
    if type.field("facts") != nil, let facts = frontMatter["facts"], frontMatter.nodes[facts].kind == .sequence {
      for fact in frontMatter.children(of: facts) where frontMatter.nodes[fact].kind == .mapping {
        look(frontMatter.child(of: fact, key: "date"))
      }
    }
  }
}

extension DateInFuture {
  fileprivate static func message(_ date: CalendarDate, _ field: String, _ today: CalendarDate) -> String {
    let days = date.days(since: today)
    return "'\(field)' lies \(days) days ahead of \(today): nothing can have been said then"
  }

  fileprivate static let help = "Correct the date."
  fileprivate static let talkHelp = "Correct the date; a talk to come has 'status: planned'."
}
