/// A date with a word for birth before it: "born 12.03.1980", `dob: 1980-03-12`, "born on 12 March 1980".
enum DateOfBirth: NumberDetector {
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum? {
    guard !number.hasPlus else { return nil }
    if let year = number.year(in: text) {
      guard years.contains(year), isBirth(text, before: number.start) else { return nil }
      return PersonalDatum(.dateOfBirth, number.start, number.end(ofGroup: 2))
    }
    // A year after the name of a month, or after a month and a day.
    let last = number.count - 1
    guard number.length(last) == 4, years.contains(number.value(last, in: text)) else { return nil }
    let place = number.start(ofGroup: last)
    guard let start = writtenDate(text, before: place), isBirth(text, before: start) else { return nil }
    return PersonalDatum(.dateOfBirth, start, number.end(ofGroup: last))
  }

  /// Whoever we talk to at work was born in one of these.
  private static let years = 1900...2015

  /// Where "12 March", "12. März", "March 12," or "3rd of June" before a year begins.
  private static func writtenDate(_ text: Text, before year: Int) -> Int? {
    var start = year
    var month = false
    var day = false
    for _ in 0..<4 where !(month && day) {
      let end = text.start(before: start, limit: 4) { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
      let first = text.start(before: end, limit: 12) { $0.isWord }
      let word = text.lowercased(first, end)
      guard let byte = word.utf8.first else { return nil }
      if byte.isDigit {
        guard word.utf8.count <= 4, !day else { return nil }
        day = true
      } else if word == "of" || word == "de" || word == "the" {
      } else if months.contains(String(word.prefix(3))), word.utf8.count >= 3, !month {
        month = true
      } else {
        return nil
      }
      start = first
    }
    return month && day ? start : nil
  }

  /// The first three letters of the months in the languages of our customers.
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "maé", "mai", "okt", "dez",
    "fév", "fev", "mai", "avr", "jui", "aoû", "aou", "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott",
    "maa", "mei", "maj", "des", "sty", "lut", "kwi", "cze", "lip", "sie", "wrz", "paź", "lis", "gru", "out", "dez",
  ]

  private static func isBirth(_ text: Text, before place: Int) -> Bool {
    let words = text.wordsBefore(place, within: 48)
    return words.contains { word in exact.contains(word) || beginnings.contains { word.hasPrefix($0) } || word.hasSuffix("birth") }
  }

  private static let exact: Set<String> = ["dob", "geb", "né", "née", "nato", "nata", "ur", "bday"]
  private static let beginnings = [
    "born", "birth", "gebor", "geburt", "naiss", "nacid", "nacim", "nascit", "nascid", "nascim", "geboorte", "født", "fødse", "född",
    "födel", "urodz", "synty", "verjaar", "annivers", "cumplea", "complean",
  ]
}
