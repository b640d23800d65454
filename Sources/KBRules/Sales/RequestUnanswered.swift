import KBModel

/// KB703: a request that sales still waits to hear about.
struct RequestUnanswered: FileRule {
  static let description = RuleDescription(
    code: "KB703", name: "request-unanswered", severity: .warning,
    summary: "A field note with a request, older than 30 days, without `answer`.",
    rationale: """
      Sales relays what it hears for as long as something comes back. An answer, also a no with its reason, is the cheapest \
      way to hear the next one.
      """,
    bad: [
      .fieldNote(
        "> Please let us approve without network.\n> — shift-lead, request, [[offline-approval]] ^q1", asOf: "2026-07-15"
      ).marked(before: "type: field-note")
    ],
    good: [
      .fieldNote(
        "> Please let us approve without network.\n> — shift-lead, request, [[offline-approval]] ^q1", asOf: "2026-06-20"),
      .fieldNote(
        "> Please let us approve without network.\n> — shift-lead, request, [[offline-approval]] ^q1",
        further: "answer: two more plants have told the same; we decide in September", asOf: "2026-07-15"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.name == "field-note", let frontMatter = file.document.frontMatter,
      file.quotes.contains(where: { file.block(of: $0).attribution?.grade == .request }),
      let date = frontMatter["date"].flatMap({ frontMatter.date($0) })
    else { return }
    if let node = frontMatter["answer"], !frontMatter.isBlank(node) { return }
    let age = file.today.days(since: date)
    guard age > patience else { return }
    findings.add(
      Self.self, in: file, at: file.range(ofField: "answer"), field: "answer", message: message(age), help: help, subject: "answer")
  }

  /// Days.
  private static let patience = 30
}

extension RequestUnanswered {
  fileprivate static func message(_ days: Int) -> String {
    "the request has waited \(days) days for an answer: whoever relayed it learns that relaying is no use"
  }

  fileprivate static let help = "Write 'answer': what you know about this need, what you decided, or what would have to be heard first."
}
