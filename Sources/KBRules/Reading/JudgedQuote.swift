package import KBModel

/// What the words of a quote say about its grade, beside what its author says.
package struct JudgedQuote: Sendable {
  package struct Mismatch: Sendable, Equatable {
    /// The rung that the words bear.
    package var reads: Grade
    /// The words that show it, as they stand in the file.
    package var range: ByteRange
    package var reason: String

    package init(reads: Grade, range: ByteRange, reason: String) {
      self.reads = reads
      self.range = range
      self.reason = reason
    }
  }

  /// The index of the quote in `document.body.quotes`.
  package var block: Int
  package var words: String
  package var wordCount: Int
  package var mismatch: Mismatch?
  /// The rungs really present, highest first; more than one suggests splitting.
  package var rungs: [Grade]

  package init(block: Int, words: String, wordCount: Int, mismatch: Mismatch? = nil, rungs: [Grade] = []) {
    self.block = block
    self.words = words
    self.wordCount = wordCount
    self.mismatch = mismatch
    self.rungs = rungs
  }
}
