import KBModel

/// A rule about the order of a guide's questions: high level first, then zoom in, and no pitch before the facts.
///
/// Where the order breaks is judged by the language rules and handed in; the rule words it.
protocol GuideRule: FileRule {
  static func message(_ kind: GuideFault.Kind) -> String?
  static var help: String { get }
}

extension GuideRule {
  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for fault in file.guideFaults {
      guard let message = message(fault.kind) else { continue }
      findings.add(
        Self.self, in: file, at: fault.range, message: message, help: help, subject: Self.description.name)
    }
  }
}
