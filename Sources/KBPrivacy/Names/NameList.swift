package import KBModel

/// Names of people, kept as keyed hashes only, so that the list gives nobody away.
///
/// Each line of its file is the number of words and a hash (HMAC-SHA-256 of the folded words); a line with `#` says which key they were
/// made with.
package struct NameList: Sendable, Equatable {
  /// A name as the list holds it.
  struct Entry: Hashable {
    var words: Int
    var hash: String
  }

  package enum ReadError: Error, Sendable, Equatable {
    /// Line from 1.
    case syntax(line: Int)
    /// The hashes were made with another key.
    case otherKey
  }

  /// What is looked for at most: first name, middle name, surname, each of which may be made of two ("Jean-Luc", "O'Brien").
  package static let mostWords = 6

  private let key: NameKey
  private var entries: Set<Entry> = []

  package init(key: NameKey) { self.key = key }

  /// Reads the text of a list.
  package init(_ text: String, key: NameKey) throws(ReadError) {
    self.key = key
    for (i, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.hasPrefix(Self.keyMark) {
        guard line.dropFirst(Self.keyMark.count) == key.mark else { throw .otherKey }
      } else if !line.hasPrefix("#"), !line.isEmpty {
        let parts = line.split(separator: " ")
        guard parts.count == 2, let words = Int(parts[0]), (1...Self.mostWords).contains(words), parts[1].utf8.count == 64,
          parts[1].allSatisfy({ $0.isHexDigit && !$0.isUppercase })
        else { throw .syntax(line: i + 1) }
        entries.insert(Entry(words: words, hash: String(parts[1])))
      }
    }
  }

  package var count: Int { entries.count }

  /// Adds a name; `nil` where it is no name: no word in it, or too many.
  /// - Returns: whether it was not there yet.
  package mutating func add(_ name: String) -> Bool? { entry(name).map { entries.insert($0).inserted } }

  /// Takes a name out; `nil` where it is no name.
  /// - Returns: whether it was there.
  package mutating func remove(_ name: String) -> Bool? { entry(name).map { entries.remove($0) != nil } }

  /// The text of its file, in the order of the hashes, which is nobody's.
  package var text: String {
    let lines = entries.sorted { ($0.hash, $0.words) < ($1.hash, $1.words) }.map { "\($0.words) \($0.hash)\n" }
    return Self.title + Self.keyMark + key.mark + "\n" + lines.joined()
  }

  private func entry(_ name: String) -> Entry? {
    let words = FoldedWords(name)
    guard (1...Self.mostWords).contains(words.count) else { return nil }
    return Entry(words: words.count, hash: key.hash(of: words.text(0..<words.count)))
  }

  private static let title = "# Names of people as keyed hashes: 'kb privacy names' writes it, 'kb privacy scan' looks for them.\n"
  private static let keyMark = "# key "

  // MARK: Finding

  /// Looks for the names in texts, one after the other, and remembers what it has hashed.
  package struct Search: Sendable {
    private let list: NameList
    private let lengths: [Int]
    private var known: [String: Bool] = [:]

    package init(_ list: NameList) {
      self.list = list
      // The longest first: "Jo Ann Smith" and not "Jo Ann".
      lengths = Set(list.entries.map(\.words)).sorted(by: >)
    }

    /// Where the names stand, in order, without overlaps.
    package mutating func ranges(in bytes: [UInt8]) -> [ByteRange] {
      guard !lengths.isEmpty else { return [] }
      let words = FoldedWords(bytes)
      var found: [ByteRange] = []
      var i = 0
      while i < words.count {
        guard let length = lengths.first(where: { isName(words, i..<i + $0) }) else {
          i += 1
          continue
        }
        found.append(ByteRange(Int(words.ranges[i].start), Int(words.ranges[i + length - 1].end)))
        i += length
      }
      return found
    }

    private mutating func isName(_ words: FoldedWords, _ range: Range<Int>) -> Bool {
      guard range.upperBound <= words.count, !range.dropFirst().contains(where: { words.ranges[$0].start - words.ranges[$0 - 1].end > Self.widestGap }) else { return false }
      let text = words.text(range)
      if let answer = known[text] { return answer }
      let answer = list.entries.contains(Entry(words: range.count, hash: list.key.hash(of: text)))
      if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
      known[text] = answer
      return answer
    }

    /// Between the words of one name stands no more than a line end with its marks.
    private static let widestGap: Int32 = 6
    private static let mostKnown = 1 << 18
  }
}
