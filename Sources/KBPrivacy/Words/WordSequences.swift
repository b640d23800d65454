package import KBModel

/// Words of somebody, to find again wherever they were copied to, whatever the case, the accents, the line ends and the marks between
/// them.
///
/// So many words in a row count as a copy; a text of fewer counts as a whole, down to a length that everybody could have said.
package struct WordSequences: Sendable, Equatable {
  /// Words in a row that are taken for a copy.
  package static let length = 6
  /// Texts of fewer words are not looked for: "thank you for that".
  package static let leastLength = 4

  /// By the hashes of the first words, what follows them.
  private var byStart: [[UInt64]: Set<[UInt64]>] = [:]

  package init() {}

  package init(_ texts: some Sequence<String>) {
    for text in texts { add(text) }
  }

  package var isEmpty: Bool { byStart.isEmpty }

  package mutating func add(_ text: String) {
    let hashes = FoldedWords(text).hashes
    guard hashes.count >= Self.leastLength else { return }
    let length = min(Self.length, hashes.count)
    for i in 0...(hashes.count - length) {
      byStart[Array(hashes[i..<i + Self.leastLength]), default: []].insert(Array(hashes[(i + Self.leastLength)..<i + length]))
    }
  }

  package mutating func formUnion(_ other: WordSequences) { byStart.merge(other.byStart) { $0.union($1) } }

  /// Where copies stand in a text, in order; copies that overlap are one.
  package func ranges(in bytes: [UInt8]) -> [ByteRange] {
    guard !isEmpty else { return [] }
    let words = FoldedWords(bytes)
    guard words.count >= Self.leastLength else { return [] }
    var found: [ByteRange] = []
    for i in 0...(words.count - Self.leastLength) {
      guard let rests = byStart[Array(words.hashes[i..<i + Self.leastLength])] else { continue }
      var end: Int?
      for rest in rests {
        let last = i + Self.leastLength + rest.count
        if last <= words.count, words.hashes[(i + Self.leastLength)..<last].elementsEqual(rest) { end = max(end ?? 0, last) }
      }
      guard let end else { continue }
      let range = ByteRange(Int(words.ranges[i].start), Int(words.ranges[end - 1].end))
      if let last = found.last, range.start <= last.end {
        found[found.count - 1].end = max(last.end, range.end)
      } else {
        found.append(range)
      }
    }
    return found
  }

  /// The text with other words in place of the copies; `nil` where there are none.
  package func replacing(in bytes: [UInt8], with text: String) -> [UInt8]? {
    let ranges = ranges(in: bytes)
    guard !ranges.isEmpty else { return nil }
    var result: [UInt8] = []
    var position = 0
    for range in ranges {
      result += bytes[position..<Int(range.start)] + Array(text.utf8)
      position = Int(range.end)
    }
    return result + bytes[position...]
  }
}
