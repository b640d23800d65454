package import KBModel

/// A date as people write it, or what it may mean.
package enum FoundDate: Equatable {
  case certain(CalendarDate)
  /// "03/04/2026": two days are possible.
  case ambiguous(written: String, CalendarDate, CalendarDate)

  package var certain: CalendarDate? { if case .certain(let date) = self { date } else { nil } }

  /// What a person must decide; `nil` for a certain date.
  var question: String? {
    guard case .ambiguous(let written, let first, let second) = self else { return nil }
    return "'\(written)' may be \(first) or \(second)"
  }

  /// The first date in a line of text. Understood are `2026-06-03`, `20260603`, `2026/06/03`, `3.6.2026`, `3/6/2026` where only one reading
  /// exists, `3 June 2026`, `June 3rd, 2026`, with month names in English and German. Years have four digits.
  package static func first(in text: String) -> FoundDate? {
    let tokens = DateTokens(text).all
    for i in tokens.indices {
      if let date = numeric(tokens, i) ?? named(tokens, i) { return date }
    }
    return nil
  }

  private static func numeric(_ tokens: [DateTokens.Token], _ i: Int) -> FoundDate? {
    guard case .number(let first, let digits) = tokens[i].kind else { return nil }
    if digits == 8, (19_000_101...20_991_231).contains(first) {
      return CalendarDate(year: first / 10_000, month: first / 100 % 100, day: first % 100).map { .certain($0) }
    }
    guard i + 2 < tokens.count, case .number(let second, let secondDigits) = tokens[i + 1].kind, case .number(let third, let thirdDigits) = tokens[i + 2].kind,
      secondDigits <= 2, let separator = tokens[i + 1].separator, separator == tokens[i + 2].separator, "-/._ ".contains(separator)
    else { return nil }
    if digits == 4, thirdDigits <= 2, (1900...2099).contains(first) {
      return CalendarDate(year: first, month: second, day: third).map { .certain($0) }
    }
    guard digits <= 2, thirdDigits == 4, (1900...2099).contains(third) else { return nil }
    let dayFirst = CalendarDate(year: third, month: second, day: first)
    // Points are written day first wherever they are written.
    if separator == "." { return dayFirst.map { .certain($0) } }
    let monthFirst = CalendarDate(year: third, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let a?, let b?): return a == b ? .certain(a) : .ambiguous(written: "\(tokens[i].text)\(separator)\(tokens[i + 1].text)\(separator)\(tokens[i + 2].text)", min(a, b), max(a, b))
    case (let a?, nil), (nil, let a?): return .certain(a)
    case (nil, nil): return nil
    }
  }

  private static func named(_ tokens: [DateTokens.Token], _ i: Int) -> FoundDate? {
    func number(_ k: Int, digits: ClosedRange<Int>) -> Int? {
      guard tokens.indices.contains(k), case .number(let number, let count) = tokens[k].kind, digits.contains(count) else { return nil }
      return number
    }
    func month(_ k: Int) -> Int? {
      guard tokens.indices.contains(k), case .word = tokens[k].kind else { return nil }
      return months[tokens[k].text.lowercased()]
    }
    func isOf(_ k: Int) -> Bool { tokens.indices.contains(k) && ["of", "de"].contains(tokens[k].text.lowercased()) }
    if let day = number(i, digits: 1...2) {
      let at = isOf(i + 1) ? i + 2 : i + 1
      if let month = month(at), let year = number(at + 1, digits: 4...4) { return CalendarDate(year: year, month: month, day: day).map { .certain($0) } }
    }
    if let month = month(i), let day = number(i + 1, digits: 1...2), let year = number(i + 2, digits: 4...4) {
      return CalendarDate(year: year, month: month, day: day).map { .certain($0) }
    }
    return nil
  }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    let english = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
    let german = ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"]
    for names in [english, german] {
      for (i, name) in names.enumerated() {
        months[name] = i + 1
        months[String(name.prefix(3))] = i + 1
      }
    }
    months["sept"] = 9
    months["maerz"] = 3
    months["mrz"] = 3
    return months
  }()
}

/// The numbers and words of a line, as dates are made of.
private struct DateTokens {
  struct Token {
    enum Kind { case number(Int, digits: Int), word }
    var kind: Kind
    var text: Substring
    /// What stands between this token and the one before, where that is one character or blanks.
    var separator: Character?
  }

  private(set) var all: [Token] = []

  init(_ text: String) {
    var rest = text[...]
    var separator: Character?
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        all.append(Token(kind: .number(digits.count <= 9 ? Int(digits) ?? 0 : 0, digits: digits.count), text: digits, separator: separator))
        // "3rd", "2026T10:00".
        let suffix = rest.prefix { $0.isLetter }
        if ["st", "nd", "rd", "th"].contains(suffix.lowercased()) { rest = rest.dropFirst(suffix.count) }
        separator = nil
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        all.append(Token(kind: .word, text: word, separator: separator))
        separator = nil
      } else {
        let gap = rest.prefix { !$0.isLetter && !($0.isASCII && $0.isNumber) }
        rest = rest.dropFirst(gap.count)
        separator = gap.count == 1 ? first : nil
      }
    }
  }
}

/// What the name of a file and of its folder say.
struct NotePlace {
  /// The name without its ending.
  let name: String
  let folder: String

  init(path: String) {
    var file = Folder.name(of: path)
    if let dot = file.lastIndex(of: "."), dot > file.startIndex { file = String(file[..<dot]) }
    // Notion puts 32 hexadecimal digits behind the title.
    let words = file.split(separator: " ")
    if words.count > 1, let last = words.last, last.utf8.count == 32, last.allSatisfy(\.isHexDigit) { file = words.dropLast().joined(separator: " ") }
    name = file
    folder = path.hasSuffix(Folder.name(of: path)) ? Folder.name(of: String(path.dropLast(Folder.name(of: path).count + 1))) : ""
  }

  var date: FoundDate? { FoundDate.first(in: name) }

  /// The customer that the file's name names, or else the folder's.
  func customer(in names: CustomerNames) -> CustomerNames.Match {
    for text in [name, folder] {
      let found = names.mentions(in: text.replacing("_", with: " ").replacing("-", with: " "), inAnyCase: true)
      if found.count == 1 { return found[0].match }
    }
    return .none
  }
}
