/// A phone number: international with `+` or `00`, national with its leading zero or area code in brackets, or in the groups
/// in which a country writes its numbers. Other numbers need a word such as "call" before them.
enum PhoneNumber: NumberDetector {
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum? {
    guard number.digitCount >= 7, number.digitCount <= 17, !number.isDate, isFree(number, in: text), isPhone(number, in: text) else {
      return nil
    }
    return PersonalDatum(.phoneNumber, number.start, extensionEnd(number.end, in: text))
  }

  /// Past an extension: "x123", "ext. 4".
  private static func extensionEnd(_ end: Int, in text: Text) -> Int {
    var i = text.skippingBlanks(from: end)
    if text.holds("ext", at: i) { i += text[i + 3] == UInt8(ascii: ".") ? 4 : 3 } else if text[i] == UInt8(ascii: "x") { i += 1 } else { return end }
    i = text.skippingBlanks(from: i)
    return text[i].isDigit ? text.end(from: i) { $0.isDigit } : end
  }

  /// Whether it stands by itself, and is not part of an id, a path, a file name or a longer number.
  private static func isFree(_ number: NumberRun, in text: Text) -> Bool {
    let before = text[number.start - 1]
    switch before {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "^"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "&"),
      UInt8(ascii: "%"), UInt8(ascii: "\\"):
      return false
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "="):
      guard text[number.start - 2].isLetter else { return false }
    default:
      // A letter of ASCII: part of a word. Others may be a dash or a quotation mark.
      if before.isDigit || before.isLetter { return false }
    }
    let after = text[number.end]
    switch after {
    case UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "@"): return false
    case UInt8(ascii: "-"), UInt8(ascii: "/"): return !text[number.end + 1].isWord
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "."): return !text[number.end + 1].isDigit
    case UInt8(ascii: "x"): return text[number.end + 1].isDigit
    default: return !after.isLetter
    }
  }

  private static func isPhone(_ number: NumberRun, in text: Text) -> Bool {
    let first = text[number.start(ofGroup: 0)]
    let second = text[number.start(ofGroup: 0) + 1]
    let digits = number.digitCount
    if number.hasPlus {
      return first != UInt8(ascii: "0") && (8...15).contains(digits) && !NumberCue.isAmount(number, in: text)
    }
    if isYearsOrTimes(number, in: text) { return false }
    let cue = NumberCue.before(number, in: text)
    if cue == .phone { return digits <= 15 && number.length(0) <= 15 }
    if cue == .identifier || cue == .amount { return false }
    if first == UInt8(ascii: "0"), second == UInt8(ascii: "0") {
      let third = text[number.start(ofGroup: 0) + 2]
      return number.length(0) > 2 && third.isDigit && third != UInt8(ascii: "0") && digits >= 10
        || number.length(0) == 2 && number.count > 1 && digits >= 10
    }
    if number.hasBracket {
      let isClosed = number.count > 1 && number.separator(before: 1) == UInt8(ascii: ")")
      return isClosed && (8...12).contains(digits) && (1...5).contains(number.length(0))
    }
    if first == UInt8(ascii: "0") { return isNationalWithZero(number, in: text) }
    let isShaped = number.count == 1 ? isBareNumber(number, in: text) : isNationalShape(number, in: text)
    return isShaped && !NumberCue.isAmount(number, in: text)
  }

  private static func isNationalWithZero(_ number: NumberRun, in text: Text) -> Bool {
    let digits = number.digitCount
    if number.count == 1 { return (9...12).contains(digits) }
    // "0.12345678" and "0 1234567" are no area codes; "(0)30" was.
    guard number.length(0) >= 2, (8...12).contains(digits) else { return false }
    // "07.350000" is a decimal with a leading zero.
    if number.count == 2, number.separator(before: 1) == UInt8(ascii: ".") { return false }
    return !number.hasShape([2, 2, 2, 2]) || number.separator(before: 1) != number.separator(before: 2)
  }

  /// A number without any grouping: of North America, where area and exchange begin with 2 or more, or a mobile number of
  /// Italy, Spain or Poland. Where it is the whole value of a key, it is an id or an amount.
  private static func isBareNumber(_ number: NumberRun, in text: Text) -> Bool {
    let start = number.start
    let first = text[start] & 0x0F
    let fourth = text[start + 3] & 0x0F
    guard text[start - 2] != UInt8(ascii: ":") else { return false }
    switch number.digitCount {
    case 10: return first >= 2 && fourth >= 2
    case 9: return (5...7).contains(first) && text[start + 1] != text[start + 2]
    default: return false
    }
  }

  /// Years and periods ("01-2024/06-2024"), and times of day without a colon ("0600-1400").
  private static func isYearsOrTimes(_ number: NumberRun, in text: Text) -> Bool {
    guard number.count >= 2 else { return false }
    var years = 0
    var times = 0
    var short = 0
    for group in 0..<number.count {
      let value = number.value(group, in: text)
      switch number.length(group) {
      case 4:
        if (1900...2099).contains(value) { years += 1 }
        if value <= 2400, value % 100 < 60 { times += 1 }
      case 1, 2: short += 1
      default: break
      }
    }
    // "1750-2500" is a range, whatever it counts.
    let isRange = number.hasShape([4, 4]) && (0..<2).allSatisfy { number.value($0, in: text) % 50 == 0 }
    return years + short == number.count && years > 0 || times == number.count || isRange
  }

  /// The groups in which countries without a leading zero write their numbers.
  private static func isNationalShape(_ number: NumberRun, in text: Text) -> Bool {
    let first = text[number.start(ofGroup: 0)] & 0x0F
    func lead(_ group: Int) -> UInt8 { text[number.start(ofGroup: group)] & 0x0F }
    switch number.count {
    case 2:
      // India; mobile numbers of Italy.
      return number.hasShape([5, 5]) && first >= 6 && number.isSeparated(by: " -")
        || (number.hasShape([3, 7]) || number.hasShape([3, 6])) && first == 3 && number.isSeparated(by: " -/")
    case 3:
      // North America, and mobile numbers of Italy.
      if number.hasShape([3, 3, 4]) { return first >= 2 && (lead(1) >= 2 || first == 3) && number.isSeparated(by: " -.)/") }
      // Spain, Poland, Portugal, Czechia.
      if number.hasShape([3, 3, 3]) { return first >= 2 && number.isSeparated(by: " -") }
      // Norway; China; Brazil.
      if number.hasShape([3, 2, 3]) { return first >= 4 && number.isSeparated(by: " ") }
      if number.hasShape([3, 4, 4]) { return first == 1 && number.isSeparated(by: " -") }
      if number.hasShape([2, 5, 4]) { return number.isSeparated(by: " -)") }
      if number.hasShape([2, 4, 4]) { return number.separator(before: 2) == UInt8(ascii: "-") }
      return false
    case 4:
      // Denmark, Norway; Spain; North America with its code; Turkey.
      return number.hasShape([2, 2, 2, 2]) && first >= 2 && number.isSeparated(by: " ")
        || number.hasShape([3, 2, 2, 2]) && first >= 2 && number.isSeparated(by: " -.")
        || number.hasShape([2, 3, 2, 2]) && first >= 2 && number.isSeparated(by: " -.")
        || number.hasShape([1, 3, 3, 4]) && first == 1
        || number.hasShape([3, 3, 2, 2]) && first >= 2 && number.isSeparated(by: " -")
    default: return false
    }
  }
}
