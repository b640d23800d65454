import KBModel

/// KB209: a Markdown link to a file that is not there.
struct FileLinkBroken: BaseRule {
  static let description = RuleDescription(
    code: "KB209", name: "file-link-broken", severity: .warning,
    summary: "A relative Markdown link leads to a file that is not there.",
    rationale: """
      A photo of the paper form or a transcript is what convinces a colleague who was not in the room. Behind a broken link \
      it convinces nobody.
      """,
    readsRawNotes: true,
    bad: [
      Example("customers/birch.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n\nA sister of ↓[Acme](acme-inc.md), see ↓[the contract](../../contracts/birch.pdf).\n")
    ],
    good: [
      Example([
        ("customers/birch 2.md", "---\ntype: customer\nname: Birch\nsegment: smb\nstage: trial\n---\n"),
        (
          "customers/cobalt.md",
          "---\ntype: customer\nname: Cobalt\nsegment: smb\nstage: trial\n---\n\n[Acme](acme.md#plants), [Birch](./birch%202.md), [the job](../use-cases/audit-trail.md \"a job\"), [home](https://example.com/a.md), [mail](mailto:kb@example.com), [above](#history), [root](/personas/shift-lead.md).\n"
        ),
      ])
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    for file in base.graph.files {
      for link in file.fileLinks {
        let message: String
        switch RelativeLink(link.destination, from: file.path) {
        case .elsewhere: continue
        case .outside: message = outsideMessage(link.destination)
        case .within(let path):
          if path.isEmpty || base.pathExists(path) { continue }
          message = missingMessage(link.destination, path)
        }
        findings.add(Self.self, in: file, at: link.span, message: message, help: help, subject: "link \(link.destination)")
      }
    }
  }
}

extension FileLinkBroken {
  fileprivate static func missingMessage(_ destination: String, _ path: String) -> String {
    let place = path == destination ? "" : " ('\(path)' of the knowledge base)"
    return "there is no file '\(destination)'\(place), so that nobody can look it up"
  }

  fileprivate static func outsideMessage(_ destination: String) -> String {
    "'\(destination)' leads out of the knowledge base, where a colleague may not have it"
  }

  fileprivate static let help = "Correct the path, add the file, or link to a web address; '[[id]]' links to a record wherever it lies."
}
