import KBModel
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Finds the terms of a query in text.
struct TermMatcher: Sendable {
  let terms: [SearchQuery.Term]
  private let hasPhrase: Bool

  init(_ terms: [SearchQuery.Term]) {
    self.terms = terms
    hasPhrase = terms.contains { $0.stem == nil }
  }

  // MARK: Whole files

  /// Which terms a folded text has, a bit for each. This is what every file goes through: it looks for the beginning of each stem with
  /// the C library's search, and at words only where it finds one.
  func termsPresent(in folded: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var present: UInt64 = 0
    for (i, term) in terms.enumerated() where occurs(term, in: folded) { present |= 1 << UInt64(i) }
    return present
  }

  private func occurs(_ term: SearchQuery.Term, in folded: UnsafeBufferPointer<UInt8>) -> Bool {
    term.needle.withUnsafeBufferPointer { needle in
      guard let base = folded.baseAddress, let first = needle.baseAddress, folded.count >= needle.count else { return false }
      let rare = Self.rarest(needle)
      // The C library looks for the rarest letter with vector instructions; little is left to be compared.
      var position = rare
      let end = folded.count - needle.count + rare + 1
      while position < end {
        guard let found = memchr(base + position, Int32(needle[rare]), end - position) else { return false }
        let start = UnsafeRawPointer(found) - UnsafeRawPointer(base) - rare
        if memcmp(base + start, first, needle.count) == 0, WordScanner.beginsWord(folded, at: start), holds(term, in: folded, at: start) {
          return true
        }
        position = start + rare + 1
      }
      return false
    }
  }

  /// The place of the letter that English has least often; what is no letter is rarer still.
  private static func rarest(_ needle: UnsafeBufferPointer<UInt8>) -> Int {
    var best = (place: 0, rank: Int.min)
    for (place, byte) in needle.enumerated() {
      let rank = byCommonness.utf8.firstIndex(of: byte).map { byCommonness.utf8.distance(from: byCommonness.utf8.startIndex, to: $0) } ?? 26
      if rank > best.rank { best = (place, rank) }
    }
    return best.place
  }

  /// The letters of English text, the commonest first.
  private static let byCommonness = "etaoinshrdlcumwfgypbvkjxqz"

  /// Whether the word that begins at that place is the term's, or its longest one in its phrase.
  private func holds(_ term: SearchQuery.Term, in folded: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let end = WordScanner.endOfWord(folded, from: position)
    if let stem = term.stem {
      return end - position == stem.count && folded[position..<end].elementsEqual(stem) || Stemmer.stem(folded[position..<end]) == stem
    }
    guard let longest = term.words.firstIndex(of: term.needle), end - position == term.needle.count else { return false }
    // From the longest word on, then back to the first.
    var (next, before) = (end, position)
    for word in term.words[(longest + 1)...] {
      guard let range = Self.nextWord(in: folded, from: next), folded[range].elementsEqual(word) else { return false }
      next = range.upperBound
    }
    for word in term.words[..<longest].reversed() {
      guard let range = Self.lastWord(in: folded, before: before), folded[range].elementsEqual(word) else { return false }
      before = range.lowerBound
    }
    return true
  }

  private static func nextWord(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var position = start
    while position < bytes.count {
      let length = WordScanner.separatorLength(bytes, at: position, before: bytes.count)
      if length == 0 { return position..<WordScanner.endOfWord(bytes, from: position) }
      position += length
    }
    return nil
  }

  private static func lastWord(in bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Range<Int>? {
    var position = end - 1
    while position >= 0 {
      if bytes[position] & 0xC0 != 0x80, WordScanner.separatorLength(bytes, at: position, before: end) == 0, WordScanner.beginsWord(bytes, at: position) {
        return position..<WordScanner.endOfWord(bytes, from: position)
      }
      position -= 1
    }
    return nil
  }

  // MARK: Places

  /// Calls `body` with the number of each term found in a range, and the bytes it takes there.
  func matches(in bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, _ body: (Int, Range<Int>) -> Void) {
    var words: [(range: Range<Int>, folded: [UInt8])] = []
    WordScanner.scan(bytes, in: range) { word in
      if hasPhrase {
        words.append((word, Self.fold(bytes, word)))
        return
      }
      let first = bytes[word.lowerBound]
      let folded = first &- 0x41 < 26 ? first | 0x20 : first
      // Most words begin otherwise, and need no copy.
      guard first >= 0x80 || terms.contains(where: { $0.needle[0] == folded }) else { return }
      let whole = Self.fold(bytes, word)
      for (i, term) in terms.enumerated() where Self.isWord(whole, of: term) { body(i, word) }
    }
    for k in words.indices {
      for (i, term) in terms.enumerated() {
        if term.stem != nil {
          if Self.isWord(words[k].folded, of: term) { body(i, words[k].range) }
        } else if k + term.words.count <= words.count, zip(words[k...], term.words).allSatisfy({ $0.folded == $1 }) {
          body(i, words[k].range.lowerBound..<words[k + term.words.count - 1].range.upperBound)
        }
      }
    }
  }

  private static func isWord(_ folded: [UInt8], of term: SearchQuery.Term) -> Bool {
    guard let stem = term.stem, folded.starts(with: term.needle) else { return false }
    return folded == stem || Stemmer.stem(folded) == stem
  }

  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var folded: [UInt8] = []
    FoldedText.fold(UnsafeBufferPointer(rebasing: bytes[range]), into: &folded)
    return folded
  }
}

/// The folded text of one file after another, in memory that is used again.
struct FoldedFile {
  private var buffer: [UInt8] = []

  /// Folds a file and calls `body` with the text.
  mutating func fold<R>(_ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer { source in
      buffer.removeAll(keepingCapacity: true)
      // Letters beyond ASCII have these lead bytes; dashes and quotation marks, which most files have, do not.
      var hasLetters = false
      buffer.append(contentsOf: source)
      buffer.withUnsafeMutableBufferPointer { target in
        var seen: UInt8 = 0
        for i in 0..<target.count {
          let byte = target[i]
          target[i] = byte | ((byte &- 0x41) < 26 ? 0x20 : 0)
          seen |= (byte &- 0xC3) < 31 && byte != 0xE2 ? 1 : 0
        }
        hasLetters = seen != 0
      }
      if hasLetters {
        buffer.removeAll(keepingCapacity: true)
        FoldedText.fold(source, into: &buffer)
      }
    }
    return buffer.withUnsafeBufferPointer(body)
  }
}
