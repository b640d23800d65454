package import KBModel

/// Names and ids, to find wherever they stand as whole words, whatever the case, the accents and the marks between the words.
package struct Phrases: Sendable {
  /// By the hash of the first word, the hashes of all; the longest first.
  private var byStart: [UInt64: [[UInt64]]] = [:]

  package init() {}

  package init(_ phrases: some Sequence<String>) {
    var all: Set<[UInt64]> = []
    for phrase in phrases { all.insert(FoldedWords(phrase).hashes) }
    for hashes in all { if let first = hashes.first { byStart[first, default: []].append(hashes) } }
    for key in byStart.keys { byStart[key]?.sort { $0.count > $1.count } }
  }

  package var isEmpty: Bool { byStart.isEmpty }

  /// Where they stand in a text, in order, without overlaps.
  package func ranges(in bytes: [UInt8]) -> [ByteRange] {
    guard !isEmpty else { return [] }
    let words = FoldedWords(bytes)
    var found: [ByteRange] = []
    var i = 0
    while i < words.count {
      guard let phrase = byStart[words.hashes[i]]?.first(where: { words.hashes[i...].starts(with: $0) }) else {
        i += 1
        continue
      }
      found.append(ByteRange(Int(words.ranges[i].start), Int(words.ranges[i + phrase.count - 1].end)))
      i += phrase.count
    }
    return found
  }
}
