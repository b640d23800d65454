/// A quote of a worked-up session or field note that came, went or counts otherwise.
package struct EvidenceChange: Sendable, Equatable {
  /// The record in the head, or in the base for what went.
  package var record: String
  /// The account it was heard from.
  package var customer: String?
  package var path: String
  package var quote: QuoteChange

  package init(record: String, customer: String?, path: String, quote: QuoteChange) {
    self.record = record
    self.customer = customer
    self.path = path
    self.quote = quote
  }
}
