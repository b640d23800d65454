import Testing

/// A note as people have them lying about, and what a reader finds in it.
struct OldNote: Sendable, CustomTestStringConvertible {
  /// The file's path.
  var path: String
  var text: String
  /// `nil` where the note does not say it, or says it in two ways.
  var date: String?
  var customer: String?
  var questions: Int
  var quotes: Int

  init(_ path: String, date: String?, customer: String?, questions: Int, quotes: Int, _ text: String) {
    self.path = path
    self.text = text
    self.date = date
    self.customer = customer
    self.questions = questions
    self.quotes = quotes
  }

  var testDescription: String { path }
}
