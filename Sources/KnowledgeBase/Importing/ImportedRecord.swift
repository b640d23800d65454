package import KBModel

/// A record made of something that was none, not written yet.
package struct ImportedRecord: Sendable, Equatable {
  /// What was recognised, for the report.
  package struct Facts: Sendable, Equatable {
    package var date: CalendarDate?
    /// Where the date was found, in words: "the file name".
    package var dateFrom: String?
    package var customer: String?
    package var customerFrom: String?
    package var questions = 0
    package var quotes = 0

    package init() {}
  }

  /// The file it was made of, as the user named it.
  package var source: String
  /// Where it belongs, relative to the knowledge base.
  package var path: String
  package var text: String
  package var facts: Facts
  /// What a person must decide: each stands as a comment in the text too.
  package var undecided: [String]
  /// What is wrong with the source, with its line.
  package var faults: [Transcript.Fault]
  /// Whose name was replaced by what.
  package var people: [NamedPerson]
  /// The text of the source as it was read, where a difference to it says something; `nil` for a source that is no Markdown.
  package var sourceText: String?
}

extension ChangeSet {
  /// The records as new files, to be written together.
  package init(creating records: [ImportedRecord]) {
    self.init()
    for record in records { create(record.path, bytes: Array(record.text.utf8)) }
  }
}

/// Ids for records that are imported together.
package struct ImportedIDs {
  private let taken: TakenIDs
  private var own: Set<String> = []

  package init(in snapshot: Snapshot) throws(KnowledgeBaseError) { taken = try TakenIDs(in: snapshot) }

  /// `DATE-CUSTOMER`, with `-2`, `-3` … where that is taken; `without a customer the words of `fallback`.
  mutating func make(date: CalendarDate?, customer: String?, fallback: String) -> String {
    // The date stands before it already.
    let words = (RecordID.suggestion(for: fallback) ?? "").split(separator: "-").filter { !$0.allSatisfy(\.isNumber) }
    let name = customer ?? (words.isEmpty ? "note" : words.joined(separator: "-"))
    let base = date.map { "\($0)-\(name)" } ?? "undated-\(name)"
    var id = base
    var number = 2
    while taken.place(of: id) != nil || own.contains(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    own.insert(id)
    return id
  }
}

/// Puts a talk's front matter and body together.
struct TalkText {
  var type: RecordType
  /// Values by field, as YAML.
  var values: [String: String] = [:]
  /// Whole lines of a foreign front matter that stay as they are.
  var foreign: [String] = []
  var comments: [String] = []
  var undecided: [String] = []
  var body = ""

  /// The fields that are always written, so that what is missing is seen.
  private var shown: Set<String> { type.name == "session" ? ["date", "customer", "interviewer", "covers"] : ["date", "customer", "reported_by"] }

  var text: String {
    var text = "---\ntype: \(type.name)\n"
    for field in type.fields {
      guard let value = values[field.name] ?? (shown.contains(field.name) ? "" : nil) else { continue }
      text += value.isEmpty ? "\(field.name):\n" : "\(field.name): \(value)\n"
    }
    for line in foreign { text += line + "\n" }
    text += "---\n\n"
    for comment in comments { text += "<!-- \(HTMLComment.safe(comment)) -->\n" }
    for todo in undecided { text += "<!-- TODO \(HTMLComment.safe(todo)) -->\n" }
    if !comments.isEmpty || !undecided.isEmpty { text += "\n" }
    return text + body
  }
}

enum HTMLComment {
  /// Text that cannot end the comment it stands in.
  static func safe(_ text: String) -> String { text.replacing("-->", with: "--&gt;").replacing("--!>", with: "--!&gt;") }
}
