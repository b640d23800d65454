/// The bytes that are scanned. Reading outside of them gives a line end, so that detectors need no bounds of their own.
struct Text {
  private let base: UnsafePointer<UInt8>
  let count: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>) {
    self.base = base
    count = bytes.count
  }

  subscript(_ i: Int) -> UInt8 {
    @inline(__always) get { i >= 0 && i < count ? base[i] : 0x0A }
  }

  /// Whether that word, written in lower case, stands at a place, in any case.
  func holds(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= count else { return false }
    for i in 0..<word.utf8CodeUnitCount where base[start + i].lowercased != word.utf8Start[i] { return false }
    return true
  }

  /// Whether exactly those bytes stand at a place.
  func holdsExactly(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= count else { return false }
    for i in 0..<word.utf8CodeUnitCount where base[start + i] != word.utf8Start[i] { return false }
    return true
  }

  /// The text of a range in lower case.
  func lowercased(_ start: Int, _ end: Int) -> String {
    let range = max(0, start)..<max(max(0, start), min(count, end))
    return String(decoding: range.map { base[$0] }, as: UTF8.self).lowercased()
  }

  /// The words before a place on its line, nearest first, in lower case, from at most so many bytes.
  func wordsBefore(_ place: Int, within limit: Int) -> [String] {
    var start = place
    while start > max(0, place - limit), base[start - 1] != 0x0A, base[start - 1] != 0x0D { start -= 1 }
    return words(start, place).reversed()
  }

  /// The words of a range in lower case. Letters beyond ASCII belong to words.
  func words(_ start: Int, _ end: Int) -> [String] {
    var words: [String] = []
    var first: Int?
    for i in start..<max(start, end) {
      if self[i].isLetter || self[i] >= 0x80 {
        if first == nil { first = i }
      } else if let begin = first {
        words.append(lowercased(begin, i))
        first = nil
      }
    }
    if let first { words.append(lowercased(first, end)) }
    return words
  }

  /// Past spaces and tabs.
  func skippingBlanks(from start: Int) -> Int {
    var i = start
    while self[i] == 0x20 || self[i] == 0x09 { i += 1 }
    return i
  }

  /// The end of a run of bytes that a condition holds for.
  func end(from start: Int, while condition: (UInt8) -> Bool) -> Int {
    var i = start
    while i < count, condition(base[i]) { i += 1 }
    return i
  }

  /// The beginning of such a run that ends at a place.
  func start(before end: Int, limit: Int = 256, while condition: (UInt8) -> Bool) -> Int {
    var i = end
    while i > 0, end - i < limit, condition(base[i - 1]) { i -= 1 }
    return i
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isUppercase: Bool { self &- 0x41 < 26 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isHex: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  /// A letter or digit, also of another script.
  var isWord: Bool { isDigit || isLetter || self >= 0x80 }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
