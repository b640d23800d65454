import KBModel

/// KB702: a field note that names no deal.
struct FieldNoteWithoutDeal: FileRule {
  static let description = RuleDescription(
    code: "KB702", name: "field-note-without-deal", severity: .info,
    summary: "A field note without `deal`.",
    rationale: """
      With the deal one can see later whether the need decided anything: how many deals it was said to block, and how many \
      of them closed without it.
      """,
    bad: [
      .fieldNote(
        "> We lost the network for four hours in May.\n> — shift-lead, anecdote, [[offline-approval]] ^q1", deal: ""
      ).marked(before: "type: field-note")
    ],
    good: [
      .fieldNote("> We lost the network for four hours in May.\n> — shift-lead, anecdote, [[offline-approval]] ^q1")
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.name == "field-note", let frontMatter = file.document.frontMatter else { return }
    if let node = frontMatter["deal"], !frontMatter.isBlank(node) { return }
    findings.add(
      Self.self, in: file, at: file.range(ofField: "deal"), field: "deal", message: message, help: help, subject: "deal")
  }
}

extension FieldNoteWithoutDeal {
  fileprivate static let message = "no deal: whether the need decided anything cannot be told later"
  fileprivate static let help = "Add 'deal' with the deal's number in your sales system."
}
