package import KBModel

/// A query as it was written, with a marker under what is meant.
package struct QueryExcerpt: Sendable, Equatable {
  /// Two lines, indented as messages are.
  package let text: String

  package init(_ fault: QueryFault) {
    let scalars = Array(fault.query.unicodeScalars)
    let start = min(fault.column - 1, scalars.count)
    let end = min(start + fault.length, scalars.count)
    let before = TerminalText.safe(scalars[..<start])
    let marked = TerminalText.safe(scalars[start..<end])
    text =
      "    \(before)\(marked)\(TerminalText.safe(scalars[end...]))\n    \(String(repeating: " ", count: TerminalText.width(of: before)))"
      + String(repeating: "^", count: max(1, TerminalText.width(of: marked))) + "\n"
  }
}
