/// A street with its house number and a postal code, in the order of the country.
///
/// The postal code is looked for first, since it is rarer than a street's name; then what stands around it.
enum StreetAddress: NumberDetector {
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum? {
    guard !number.hasPlus, !number.hasBracket, let code = PostalCode(in: text, number) else { return nil }
    if let start = street(in: text, before: code) { return PersonalDatum(.streetAddress, start, code.end) }
    if code.isBeforeCity, !code.mayBeYear, let end = street(in: text, after: code) { return PersonalDatum(.streetAddress, code.start, end) }
    return nil
  }

  /// Where the street before a postal code begins: on its line, or on the line above.
  private static func street(in text: Text, before code: PostalCode) -> Int? {
    var first = code.start
    var breaks = 0
    while first > max(0, code.start - 90) {
      let byte = text[first - 1]
      if byte == 0x0A {
        // An address may be broken into two lines, a list into many.
        breaks += 1
        if breaks > 1 || text[first - 2] == 0x0A { break }
      }
      first -= 1
    }
    return Window(text, first, code.start).street(before: code)
  }

  /// Where the street after a postal code and its city ends.
  private static func street(in text: Text, after code: PostalCode) -> Int? {
    let end = min(text.end(from: code.end) { $0 != 0x0A && $0 != 0x0D }, code.end + 60)
    return Window(text, code.end, end).houseNumberEnd
  }

  /// A stretch of text by words.
  private struct Window {
    private struct Word {
      var start, end: Int
      var text: String
      /// A house number: up to four digits and perhaps a letter, or a span of them.
      var isNumber: Bool
    }

    private let text: Text
    private var words: [Word] = []

    init(_ text: Text, _ start: Int, _ end: Int) {
      self.text = text
      var i = start
      while i < end {
        guard text[i].isWord else {
          i += 1
          continue
        }
        let wordEnd = min(end, text.end(from: i) { $0.isWord || $0 == UInt8(ascii: "'") })
        let digits = (i..<wordEnd).prefix { text[$0].isDigit }.count
        let isNumber = (1...5).contains(digits) && wordEnd - i - digits <= 1
        words.append(Word(start: i, end: wordEnd, text: text.lowercased(i, wordEnd), isNumber: isNumber))
        i = wordEnd
      }
    }

    /// Where the street begins, if there is one with a house number.
    func street(before code: PostalCode) -> Int? {
      // A code that may be a year needs its house number right before it: "…gade 12, 2000 Frederiksberg".
      if code.mayBeYear, !(code.isAfterComma && words.last?.isNumber == true) { return nil }
      if let street = words.lastIndex(where: { StreetWord.names($0.text) }) {
        // The number stands within a few words of the street's own word, on either side.
        let near = words.indices.filter { words[$0].isNumber && abs($0 - street) <= 5 }
        if let number = near.min(by: { abs($0 - street) < abs($1 - street) }) { return min(words[number].start, words[street].start) }
        // "rue de Masse, 41650 Bruneau".
        if code.isBeforeCity, !code.mayBeYear, code.isAfterComma, StreetWord.isNothingElse(words[street].text) { return words[street].start }
      }
      // "Am Markt 3, 50667 Köln": a capitalised word, a number, a comma and the code say enough.
      if code.isBeforeCity, !code.mayBeYear, code.isAfterComma, words.count >= 2, let last = words.last, last.isNumber {
        let name = words[words.count - 2]
        if isCapitalised(name), !name.isNumber, last.start - name.end == 1, text[last.end] == UInt8(ascii: ",") { return name.start }
      }
      // "7 Rebecca Green, Joannaport, E82 0TU": such a code is a code without more ado.
      guard code.isUnmistakable else { return nil }
      let number = words.indices.last { place in
        guard words[place].isNumber else { return false }
        return place + 1 < words.count && isCapitalised(words[place + 1]) || place > 0 && isCapitalised(words[place - 1])
      }
      return number.map { words[$0].start }
    }

    private func isCapitalised(_ word: Word) -> Bool { text[word.start].isUppercase || text[word.start] >= 0x80 }

    /// Where "…, Hauptstraße 12" ends.
    var houseNumberEnd: Int? {
      guard let street = words.firstIndex(where: { StreetWord.names($0.text) }) else { return nil }
      let near = words.indices.filter { words[$0].isNumber && abs($0 - street) <= 4 }
      guard let number = near.min(by: { abs($0 - street) < abs($1 - street) }) else { return nil }
      return max(words[number].end, words[street].end)
    }
  }
}

/// A postal code as countries write it, with what stands beside it.
struct PostalCode {
  private(set) var start: Int
  private(set) var end: Int
  /// Whether a capitalised word follows, as a city does.
  private(set) var isBeforeCity = false
  /// Four digits that could be a year.
  private(set) var mayBeYear = false
  /// British, Canadian or Dutch, or after the two letters of a state.
  private(set) var isUnmistakable = false
  private(set) var isAfterComma = false

  init?(in text: Text, _ number: NumberRun) {
    let last = number.count - 1
    start = number.start(ofGroup: last)
    end = number.end(ofGroup: last)
    if text[end].isLetter {
      guard readsBritish(text) || readsCanadian(text) || readsDutch(text, number) else { return nil }
      isUnmistakable = true
      return
    }
    guard !text[end].isWord, text[end] != UInt8(ascii: "_") else { return nil }
    let length = number.length(last)
    let before = last > 0 ? number.length(last - 1) : 0
    let separator = last > 0 ? number.separator(before: last) : 0
    let pair = (before, length)
    // 12345-6789, 00-026, 1100-053, 01310-100, 150-0001; 111 22.
    let isJoined = separator == UInt8(ascii: "-") && (pair == (5, 4) || pair == (2, 3) || pair == (4, 3) || pair == (5, 3) || pair == (3, 4))
    let isSpaced = separator == UInt8(ascii: " ") && pair == (3, 2)
    if isJoined || isSpaced {
      start = number.start(ofGroup: last - 1)
    } else {
      guard (4...6).contains(length) else { return nil }
    }
    let hasState = Self.hasState(text, before: start)
    let next = text.skippingBlanks(from: end)
    isBeforeCity = next > end && (text[next].isUppercase || text[next] >= 0xC3 && text[next] < 0xE0)
    // "1015 CJ Amsterdam" is before its city too; "D-10115", "CH-8001" and "F 75002" begin with the country.
    if text[start - 1] == UInt8(ascii: "-"), text[start - 2].isUppercase { start = text.start(before: start - 1, limit: 3) { $0.isUppercase } }
    // São Paulo, 01310-100: the city stands before it.
    isAfterComma = text[start - 1] == 0x20 && text[start - 2] == UInt8(ascii: ",")
    // "Via Roma 12, 00184, Roma", "…, Jaén, 36337".
    let isListed = isAfterComma && length == 5
    guard isBeforeCity || hasState || isJoined || isListed else { return nil }
    isUnmistakable = hasState && length >= 4
    if length == 4, !isJoined, !hasState {
      let value = number.value(last, in: text)
      let isDutch = text[next].isUppercase && text[next + 1].isUppercase && !text[next + 2].isWord
      mayBeYear = (1900...2099).contains(value) && !isDutch
    }
  }

  /// "SW1A 2AA": a digit and two letters after the outward code.
  private mutating func readsBritish(_ text: Text) -> Bool {
    guard end - start == 1, text[end].isUppercase, text[end + 1].isUppercase, !text[end + 2].isWord, text[start - 1] == 0x20 else { return false }
    let outward = text.start(before: start - 1, limit: 5) { $0.isUppercase || $0.isDigit }
    let length = start - 1 - outward
    guard (2...4).contains(length), text[outward].isUppercase, (outward..<start).contains(where: { text[$0].isDigit }), !text[outward - 1].isWord
    else { return false }
    start = outward
    end += 2
    return true
  }

  /// "1015CJ".
  private mutating func readsDutch(_ text: Text, _ number: NumberRun) -> Bool {
    guard end - start == 4, text[end].isUppercase, text[end + 1].isUppercase, !text[end + 2].isWord, text[start - 1] == 0x20 else { return false }
    end += 2
    return true
  }

  /// "M5V 2T6".
  private mutating func readsCanadian(_ text: Text) -> Bool {
    guard end - start == 1, text[end].isUppercase, text[end + 1].isDigit, !text[end + 2].isWord, text[start - 1] == 0x20 else { return false }
    let first = start - 4
    guard text[first].isUppercase, text[first + 1].isDigit, text[first + 2].isUppercase, !text[first - 1].isWord else { return false }
    start = first
    end += 2
    return true
  }

  /// "IL 62704", "NSW 2000".
  private static func hasState(_ text: Text, before start: Int) -> Bool {
    guard text[start - 1] == 0x20 else { return false }
    let first = text.start(before: start - 1, limit: 4) { $0.isUppercase }
    return (2...3).contains(start - 1 - first) && (text[first - 1] == 0x20 || text[first - 1] == UInt8(ascii: ","))
  }
}

/// Words that streets are called by.
enum StreetWord {
  /// Whether a word, in lower case, names a street or ends as streets' names do.
  static func names(_ word: String) -> Bool {
    words.contains(word) || word.utf8.count > 5 && endings.contains { word.hasSuffix($0) }
  }

  /// Whether a word is hardly ever anything but a part of a street's name.
  static func isNothingElse(_ word: String) -> Bool { certain.contains(word) || word.utf8.count > 6 && names(word) && !words.contains(word) }

  private static let certain: Set<String> = ["rue", "chemin", "boulevard", "avenue", "impasse", "calle", "avenida", "viale", "piazza", "ulica", "rua", "straße", "strasse"]

  private static let words: Set<String> = [
    "street", "st", "road", "rd", "avenue", "ave", "av", "lane", "ln", "drive", "dr", "boulevard", "blvd", "court", "ct", "place", "pl",
    "square", "sq", "way", "terrace", "crescent", "close", "gardens", "grove", "mews", "parkway", "pkwy", "highway", "hwy", "circle", "trail",
    "hill", "quay", "parade",
    "rue", "chemin", "allée", "allee", "quai", "impasse", "route", "cours", "passage", "bd",
    "calle", "avenida", "avda", "paseo", "plaza", "carrer", "ronda", "camino", "carretera", "pasadizo", "vial",
    "urbanización", "callejón", "glorieta", "rambla",
    "via", "viale", "piazza", "corso", "largo", "vicolo", "strada", "piazzale", "borgo", "rotonda", "stretto", "incrocio",
    "contrada", "canale",
    "ul", "ulica", "aleja", "aleje", "al", "os", "osiedle", "plac",
    "rua", "travessa", "praça", "alameda", "estrada", "rodovia",
    "straße", "strasse", "str", "weg", "gasse", "platz", "ring", "damm", "ufer", "gate", "vei", "vej", "gata", "gatan", "katu", "tie",
  ]

  private static let endings = [
    "straße", "strasse", "str", "weg", "gasse", "platz", "allee", "ring", "damm", "ufer", "chaussee", "steig", "stieg", "graben", "markt",
    "straat", "boulevard", "gracht", "laan", "plein", "kade", "singel", "dijk", "gatan", "vägen", "gränd", "torget", "stigen", "backen",
    "gade", "vej", "gaten", "gata", "veien", "vegen", "stræde", "katu", "tie", "kuja", "polku",
  ]
}
