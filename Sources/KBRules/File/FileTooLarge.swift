import KBModel

/// KB007: a file above the size limit, which is not read.
struct FileTooLarge: FileRule {
  static let description = RuleDescription(
    code: "KB007", name: "file-too-large", severity: .warning,
    summary: "The file is larger than the limit and is not read.",
    rationale: """
      A record is some pages of text; what is larger is usually a pasted export or a recording. It is left out, so \
      whatever evidence it holds counts for nothing.
      """,
    readsRawNotes: true,
    bad: [
      Example([
        ("kb.yaml", "limits: {file: 120}\n"),
        (
          "customers/birch.md",
          """
          ↓---
          type: customer
          name: Birch
          segment: smb
          stage: trial
          ---

          With a year of chat history, pasted here in full.
          Then another one.
          """
        ),
      ])
    ],
    good: [
      Example([
        ("kb.yaml", "limits: {file: 16 KiB}\n"),
        (
          "customers/birch.md",
          """
          ---
          type: customer
          name: Birch
          segment: smb
          stage: trial
          ---
          """
        ),
      ])
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard case .tooLarge(let bytes, let limit) = file.unreadable else { return }
    findings.add(Self.self, in: file, at: .none, message: message(bytes, limit), help: help, subject: "size")
  }
}

extension FileTooLarge {
  fileprivate static func message(_ bytes: Int, _ limit: Int) -> String {
    "\(size(bytes)), more than the limit of \(size(limit)): not read, so that nothing in it counts"
  }

  fileprivate static let help = "Split the file, keep attachments elsewhere, or raise 'limits: {file: …}' in 'kb.yaml'."

  /// With one decimal in the largest unit that it fills.
  private static func size(_ bytes: Int) -> String {
    for (unit, name) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")] where bytes >= unit {
      let tenths = (bytes * 10 + unit / 2) / unit
      return tenths % 10 == 0 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
    return "\(bytes) bytes"
  }
}
