import KBDocuments
import KBModel

/// The words of the talks that a knowledge base has, to find out whether a note has been imported before.
///
/// Grades, links to use cases, comments and the front matter may have changed since: what was asked and said is compared, word by
/// word. A note of which somebody changed a word is another one.
package struct KnownWords {
  /// Paths by the words.
  private var paths: [[UInt8]: String] = [:]
  /// The days of which the records have been read; `nil` stands for records without a date.
  private var read: Set<CalendarDate?> = []
  private let snapshot: Snapshot

  package init(in snapshot: Snapshot) { self.snapshot = snapshot }

  /// The path of the record with the words of this one: of the knowledge base, or one that was asked about before.
  package mutating func path(of record: ImportedRecord) -> String? {
    // A note without a date may have got one since, and one that has a date may have lost it.
    if let date = record.facts.date {
      load([date, nil])
    } else {
      load(Set(snapshot.graph.files.map { $0.date("date") }))
    }
    guard let words = Self.words(of: Array(record.text.utf8)) else { return nil }
    if let path = paths[words] { return path }
    paths[words] = record.path
    return nil
  }

  private mutating func load(_ days: Set<CalendarDate?>) {
    let days = days.subtracting(read)
    guard !days.isEmpty else { return }
    read.formUnion(days)
    for file in snapshot.graph.files where snapshot.configuration.schema[file.type]?.isDated == true && days.contains(file.date("date")) {
      if let bytes = snapshot.bytesOfFile(file.path), let words = Self.words(of: bytes), paths[words] == nil { paths[words] = file.path }
    }
  }

  /// The letters and digits of the body in lower case with a blank between words; `nil` where there are none. Comments and
  /// attribution lines are ours, not the note's.
  private static func words(of bytes: [UInt8]) -> [UInt8]? {
    let document = DocumentReader().read(bytes)
    var left = document.body.comments.map(\.range) + document.body.quotes.compactMap { $0.attribution?.range.range }
    left.sort { $0.lowerBound < $1.lowerBound }
    var words: [UInt8] = []
    var position = Int(document.frontMatter?.sourceCount ?? 0)
    for range in left + [bytes.count..<bytes.count] where range.lowerBound >= position {
      for byte in bytes[position..<range.lowerBound] {
        // Whatever is no ASCII counts as a letter.
        let isCapital = (0x41...0x5A).contains(byte)
        if isCapital || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 {
          words.append(isCapital ? byte | 0x20 : byte)
        } else if let last = words.last, last != 0x20 {
          words.append(0x20)
        }
      }
      if let last = words.last, last != 0x20 { words.append(0x20) }
      position = range.upperBound
    }
    return words.isEmpty ? nil : words
  }
}
