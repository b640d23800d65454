import KBModel

/// KB208: a record that lives from being referred to, and is not.
struct RecordOrphan: BaseRule {
  static let description = RuleDescription(
    code: "KB208", name: "record-orphan", severity: .info,
    summary: "A persona, use case, competitor or guide that nothing refers to.",
    rationale: """
      A persona nobody has met or a use case nobody has brought up is an idea of ours, not evidence. Either talks go \
      without naming it, or it can go.
      """,
    readsRawNotes: true,
    bad: [
      Example("personas/planner.md", "↓---\ntype: persona\ntitle: Planner\n---\n\nThe [[planner]] plans the week.\n")
    ],
    good: [
      Example([
        ("personas/planner.md", "---\ntype: persona\ntitle: Planner\n---\n"),
        (
          "guides/discovery.md",
          "---\ntype: guide\ntitle: Permits\npersona: planner\n---\n\nTells of [[shift-lead]], [[offline-approval]], [[audit-trail]] and [[permitly]].\n"
        ),
        ("customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: enterprise\nstage: customer\n---\n\nWas asked by [[discovery]].\n"),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    guard findings.isOn(Self.self) else { return }
    let files = base.graph.files
    let areNamed = base.resolved.areNamedByOthers
    for i in files.indices where !areNamed[i] && isNamedByOthers(files[i].type) {
      let file = files[i]
      findings.add(Self.self, in: file, at: .firstLine, message: message(file.type), help: help(file), subject: "orphan")
    }
  }

  private static func isNamedByOthers(_ type: String) -> Bool {
    switch type {
    case "persona", "use-case", "competitor", "guide": true
    default: false
    }
  }
}

extension RecordOrphan {
  fileprivate static func message(_ type: String) -> String {
    switch type {
    case "persona": "nothing refers to this persona: no use case, guide or talk has it"
    case "use-case": "nothing refers to this use case: nobody was asked, and nobody brought it up"
    case "competitor": "nothing refers to this competitor: no customer or deal met it"
    default: "nothing refers to this \(type): no talk followed it"
    }
  }

  fileprivate static func help(_ file: FileFacts) -> String {
    "Name '\(file.id)' in the records it belongs to, or remove it."
  }
}
