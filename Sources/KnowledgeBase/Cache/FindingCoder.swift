import KBModel

/// Findings and suppressions of one file as bytes: what is rare among the facts and has no room in their block.
enum FindingCoder {
  /// Empty where there is nothing.
  static func bytes(of file: FileFacts) -> [UInt8] {
    guard !file.findings.isEmpty || !file.suppressions.isEmpty else { return [] }
    var writer = ByteWriter()
    writer.list(file.findings) { $0.write($1) }
    writer.list(file.suppressions) { writer, suppression in
      writer.list(suppression.rules) { $0.write($1) }
      writer.write(suppression.lines.lowerBound)
      writer.write(suppression.lines.upperBound)
      writer.write(suppression.reason)
      writer.write(suppression.span)
    }
    return writer.bytes
  }

  /// `nil` for bytes that say something else.
  static func read(_ bytes: HeldBytes) -> (findings: [Finding], suppressions: [Suppression])? {
    guard !bytes.isEmpty else { return ([], []) }
    var reader = ByteReader(bytes)
    guard let findings = reader.list({ $0.finding() }), let suppressions = reader.list({ $0.suppression() }), reader.isAtEnd else { return nil }
    return (findings, suppressions)
  }
}
