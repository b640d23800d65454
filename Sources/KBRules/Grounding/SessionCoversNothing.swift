import KBModel

/// KB401: a talk that covers no use case.
struct SessionCoversNothing: FileRule {
  static let description = RuleDescription(
    code: "KB401", name: "session-covers-nothing", severity: .warning,
    summary: "`covers` is empty, and no question names a use case either.",
    rationale: """
      How broad a need is, is counted over the customers who were asked about it. A talk that covers nothing leaves its \
      customer out of every denominator, also where the answer was that all is well.
      """,
    bad: [
      .session("**Q:** Walk me through the last night shift.\n\n> Nothing to tell.\n> — p-7f3k, opinion", covers: "↓[]")
    ],
    good: [
      .session("**Q:** Walk me through the last night shift.", covers: "[offline-approval]"),
      .session("**Q:** When did the network last drop? [[offline-approval]]", covers: "[]"),
      .session("Agreed by telephone.", covers: "[]", further: "status: planned"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.name == "session", file.status == .done, let frontMatter = file.document.frontMatter,
      let node = frontMatter["covers"], frontMatter.nodes[node].kind == .sequence, Int(frontMatter.nodes[node].next) == node + 1,
      !file.questions.contains(where: { !$0.covers.isEmpty })
    else { return }
    findings.add(
      Self.self, in: file, at: frontMatter.range(ofValue: node), field: "covers", message: message, help: help,
      subject: "covers")
  }
}

extension SessionCoversNothing {
  fileprivate static let message = "the talk covers no use case: its customer counts as never asked, about anything"
  fileprivate static let help =
    "List the use cases that had a fair chance to come up, also those where the answer was 'no problem'."
}
