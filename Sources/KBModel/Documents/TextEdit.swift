/// Replaces a range of a file's bytes.
package struct TextEdit: Sendable, Equatable {
  package var range: ByteRange
  package var replacement: [UInt8]

  package init(range: ByteRange, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  package init(range: ByteRange, replacement: String) {
    self.init(range: range, replacement: Array(replacement.utf8))
  }
}
