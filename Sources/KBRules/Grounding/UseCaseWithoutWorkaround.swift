import KBModel

/// KB408: no workaround, and no reason why.
struct UseCaseWithoutWorkaround: FileRule {
  static let description = RuleDescription(
    code: "KB408", name: "use-case-no-workaround", severity: .warning,
    summary: "`workaround: none` without a reason.",
    rationale: """
      Whoever has a problem does something about it. Where nobody does anything, there is usually no pain, or nobody has \
      asked yet what they do.
      """,
    bad: [
      .useCase(workaround: "↓none"),
      .useCase(workaround: "↓nothing so far"),
    ],
    good: [
      .useCase(workaround: "\"none: the drawings are locked away at night, so the job waits for the day shift\""),
      .useCase(workaround: "walk the line with a marked-up drawing"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.name == "use-case", let workaround = file.text("workaround"), workaround.utf8.count <= 60,
      file.text("status") != "retired", let frontMatter = file.document.frontMatter, let node = frontMatter["workaround"]
    else { return }
    let words = workaround.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "/" }
    let isNone = words.isEmpty ? !frontMatter.isBlank(node) : words.contains { none.contains($0) } && words.allSatisfy { none.contains($0) || filler.contains($0) }
    guard isNone else { return }
    findings.add(
      Self.self, in: file, at: frontMatter.range(ofValue: node), field: "workaround", message: message, help: help,
      subject: workaround)
  }

  private static let none: Set<Substring> = ["none", "nothing", "n/a", "na", "no", "nil", "null"]
  private static let filler: Set<Substring> = [
    "at", "all", "yet", "today", "now", "currently", "known", "so", "far", "they", "do", "is", "there", "workaround", "workarounds",
    "the", "moment", "really",
  ]
}

extension UseCaseWithoutWorkaround {
  fileprivate static let message = "no workaround and no reason why: a need for which nobody does anything seldom hurts"
  fileprivate static let help =
    "Ask what they did the last time it came up, or write the reason: 'none: the drawings are locked away at night'."
}
