/// What is wrong with a text that a person wrote as a query, and where.
package struct QueryFault: Error, Sendable, Equatable {
  /// The whole text.
  package var query: String
  /// The bytes of the text that are meant; empty at the place where something is missing.
  package var range: Range<Int>
  /// One sentence without a full stop.
  package var message: String
  /// What would do; `nil` where nothing general helps.
  package var remedy: String?

  package init(query: String, range: Range<Int>, message: String, remedy: String? = nil) {
    self.query = query
    self.range = range
    self.message = message
    self.remedy = remedy
  }

  /// The column of the first byte meant, from 1, in Unicode scalars.
  package var column: Int { scalars(before: range.lowerBound) + 1 }

  /// How many Unicode scalars are meant, at least 1.
  package var length: Int { max(1, scalars(before: range.upperBound) - scalars(before: range.lowerBound)) }

  private func scalars(before offset: Int) -> Int { query.utf8.prefix(offset).count { $0 & 0xC0 != 0x80 } }
}
