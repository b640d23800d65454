/// Groups of digits with single separators between them, as phone numbers, cards, dates and addresses are written.
struct NumberRun {
  /// At most so many groups are looked at.
  static let limit = 16

  private(set) var count = 0
  private var starts = SIMD16<Int32>()
  private var lengths = SIMD16<Int32>()
  /// What stands before each group but the first: space, `-`, `.`, `/` or `)`; other dashes are `-`, other spaces a space.
  private var separators = SIMD16<UInt8>()
  /// Whether a `+` or an opening bracket stands right before it.
  private(set) var hasPlus = false
  private(set) var hasBracket = false
  private(set) var digitCount = 0
  /// With the `+` or bracket.
  private(set) var start: Int
  private(set) var end: Int

  init(in text: Text, from first: Int) {
    start = first
    end = first
    var i = first
    while count < Self.limit {
      let groupEnd = text.end(from: i) { $0.isDigit }
      starts[count] = Int32(truncatingIfNeeded: i)
      lengths[count] = Int32(truncatingIfNeeded: groupEnd - i)
      digitCount += groupEnd - i
      count += 1
      end = groupEnd
      guard let (separator, next) = Self.separator(in: text, at: groupEnd), count < Self.limit else { break }
      separators[count] = separator
      i = next
    }
    // A bracket around an area code, not one around the whole number.
    if text[start - 1] == UInt8(ascii: "("), count > 1, text[self.end(ofGroup: 0)] == UInt8(ascii: ")") {
      hasBracket = true
      start -= 1
    }
    if text[start - 1] == UInt8(ascii: "+") {
      hasPlus = true
      start -= 1
    }
    if hasPlus, text[start - 1] == UInt8(ascii: "(") { start -= 1 }
  }

  func length(_ group: Int) -> Int { group < count ? Int(lengths[group]) : 0 }
  func separator(before group: Int) -> UInt8 { separators[group] }
  func start(ofGroup group: Int) -> Int { Int(starts[group]) }
  func end(ofGroup group: Int) -> Int { Int(starts[group]) + Int(lengths[group]) }

  /// The number that a group writes; groups of more than nine digits give -1.
  func value(_ group: Int, in text: Text) -> Int {
    guard group < count, lengths[group] <= 9 else { return -1 }
    return (start(ofGroup: group)..<end(ofGroup: group)).reduce(0) { $0 * 10 + Int(text[$1] & 0x0F) }
  }

  /// Whether all groups are of these lengths, in order.
  func hasShape(_ shape: [Int]) -> Bool { shape.count == count && shape.indices.allSatisfy { Int(lengths[$0]) == shape[$0] } }

  /// Whether only these separators stand between the groups.
  func isSeparated(by allowed: StaticString) -> Bool {
    (1..<max(1, count)).allSatisfy { group in
      (0..<allowed.utf8CodeUnitCount).contains { allowed.utf8Start[$0] == separators[group] }
    }
  }

  /// The separator of one to three bytes at a place, and where the digit after it stands.
  private static func separator(in text: Text, at place: Int) -> (UInt8, Int)? {
    let first = text[place]
    guard first.isNumberSeparator else { return nil }
    if text[place + 1].isDigit { return first < 0x80 ? (first == UInt8(ascii: "(") ? UInt8(ascii: ")") : first, place + 1) : nil }
    let second = text[place + 1]
    switch (first, second) {
    case (UInt8(ascii: ")"), UInt8(ascii: " ")), (UInt8(ascii: ")"), UInt8(ascii: "-")), (UInt8(ascii: ")"), UInt8(ascii: "/")),
      (UInt8(ascii: ")"), UInt8(ascii: ".")):
      return text[place + 2].isDigit ? (UInt8(ascii: ")"), place + 2) : nil
    case (UInt8(ascii: " "), UInt8(ascii: "(")), (UInt8(ascii: "-"), UInt8(ascii: "(")):
      return text[place + 2].isDigit ? (UInt8(ascii: ")"), place + 2) : nil
    case (UInt8(ascii: " "), UInt8(ascii: "/")), (UInt8(ascii: " "), UInt8(ascii: "-")):
      return text[place + 2] == UInt8(ascii: " ") && text[place + 3].isDigit ? (second, place + 3) : nil
    case (0xC2, 0xA0):
      return text[place + 2].isDigit ? (UInt8(ascii: " "), place + 2) : nil
    case (0xE2, 0x80):
      guard text[place + 3].isDigit else { return nil }
      switch text[place + 2] {
      case 0x90...0x93: return (UInt8(ascii: "-"), place + 3)
      case 0xAF, 0x89: return (UInt8(ascii: " "), place + 3)
      default: return nil
      }
    default: return nil
    }
  }
}

extension UInt8 {
  /// Whether it can begin a separator of digit groups.
  var isNumberSeparator: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), 0xC2, 0xE2: true
    default: false
    }
  }
}

// MARK: - Dates

extension NumberRun {
  /// Whether the first three groups write a date: year first, or day and month in either order, then the year.
  var isDate: Bool { count >= 3 && separators[1] == separators[2] && datePlaces != nil && isDateSeparator }

  private var isDateSeparator: Bool {
    separators[1] == UInt8(ascii: "-") || separators[1] == UInt8(ascii: ".") || separators[1] == UInt8(ascii: "/")
  }

  private var datePlaces: (year: Int, others: (Int, Int))? {
    let isShort = (0..<3).map { (1...2).contains(length($0)) }
    if length(0) == 4, isShort[1], isShort[2] { return (0, (1, 2)) }
    if length(2) == 4, isShort[0], isShort[1] { return (2, (0, 1)) }
    return nil
  }

  /// The year of the date that the run begins with; a year of two digits is taken as one of the last century.
  func year(in text: Text) -> Int? {
    guard count >= 3, separators[1] == separators[2], isDateSeparator else { return nil }
    let year: Int
    let others: (Int, Int)
    if let places = datePlaces {
      year = value(places.year, in: text)
      others = (value(places.others.0, in: text), value(places.others.1, in: text))
    } else if hasShape([2, 2, 2]) {
      year = 1900 + value(2, in: text)
      others = (value(0, in: text), value(1, in: text))
    } else {
      return nil
    }
    let isDay = (1...31).contains(others.0) && (1...31).contains(others.1) && min(others.0, others.1) <= 12
    return isDay ? year : nil
  }
}
