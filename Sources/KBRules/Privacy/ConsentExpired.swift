import KBModel

/// KB804: words kept for longer than agreed.
struct ConsentExpired: FileRule {
  static let description = RuleDescription(
    code: "KB804", name: "consent-expired", severity: .warning,
    summary: "Past `retain_until`, or past 24 months after the session where it is missing; an error after 30 days.",
    rationale: """
      People were told how long their words are kept. Keeping them longer breaks that promise, and evidence of that age \
      hardly weighs anything any more.
      """,
    bad: [
      .session(
        "Notes of the talk.", consent: "{basis: consent, scope: notes, retain_until: ↓2027-06-30}", asOf: "2027-07-10"),
      .session("Notes of the talk.", consent: "↓{basis: consent, scope: notes}", asOf: "2028-09-01"),
    ],
    good: [
      .session(
        "Notes of the talk.", consent: "{basis: consent, scope: notes, retain_until: 2027-06-30}", asOf: "2027-06-30"),
      .session("Notes of the talk.", consent: "{basis: consent, scope: notes}", asOf: "2028-06-01"),
      .session("What was said and noted here was taken out.", consent: "{basis: consent, scope: notes}", further: "erased: 2028-08-01", asOf: "2028-09-01"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard let consent = file.consent, !isErased(file) else { return }
    if case .unknownPreset = consent.origin { return }
    let isAgreed = consent.retainUntil != nil
    guard
      let end = consent.retainUntil?.value
        ?? file.document.frontMatter.flatMap({ matter in matter["date"].flatMap { matter.date($0) } })?
        .advanced(byMonths: ConsentTerms.defaultRetention)
    else { return }
    let days = file.today.days(since: end)
    guard days > 0 else { return }
    findings.add(
      Self.self, in: file, at: consent.retainUntil?.range ?? consent.range, field: isAgreed ? "consent.retain_until" : "consent",
      severity: days > grace ? .error : nil, message: message(end, isAgreed: isAgreed), help: help, subject: "retain_until")
  }

  /// Nothing is kept any more.
  private static func isErased(_ file: FileReading) -> Bool { file.text("erased") != nil && file.document.body.quotes.isEmpty }

  /// Days in which the words can be taken out before it is an error.
  private static let grace = 30
}

extension ConsentExpired {
  fileprivate static func message(_ end: CalendarDate, isAgreed: Bool) -> String {
    isAgreed
      ? "the words were to be kept until \(end): they must no longer be here"
      : "no 'retain_until', so the words were to be kept for 24 months, until \(end): they must no longer be here"
  }

  fileprivate static let help =
    "Take the words out ('kb erase --expired'), or ask for leave to keep them and set a new 'retain_until'."
}
