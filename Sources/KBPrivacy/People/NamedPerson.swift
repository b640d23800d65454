/// A title with a capitalised name: "Mr Miller", "Dr. Weber", "Frau Schmidt".
enum NamedPerson: Detector {
  /// Whether a title can begin with these two bytes.
  @inline(__always)
  static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "M"):
      second == UInt8(ascii: "r") || second == UInt8(ascii: "s") || second == UInt8(ascii: "i") || second == UInt8(ascii: "a")
        || second == UInt8(ascii: "o") || second == UInt8(ascii: "e") || second == UInt8(ascii: "m") || second == UInt8(ascii: "l")
        || second == UInt8(ascii: ".")
    case UInt8(ascii: "D"), UInt8(ascii: "H"):
      second == UInt8(ascii: "r") || second == UInt8(ascii: "o") || second == UInt8(ascii: "h") || second == UInt8(ascii: "e")
    case UInt8(ascii: "P"), UInt8(ascii: "F"), UInt8(ascii: "S"):
      second == UInt8(ascii: "r") || second == UInt8(ascii: "a") || second == UInt8(ascii: "e") || second == UInt8(ascii: "i")
    default: false
    }
  }

  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    var start = trigger
    let end: Int
    if text[trigger] == UInt8(ascii: ".") {
      // "mevr. Jansen": a title in lower case is told from a word by its full stop.
      guard text[trigger + 1] == 0x20, text[trigger - 1] == UInt8(ascii: "r") || text[trigger - 1] == UInt8(ascii: "s") || text[trigger - 1] == UInt8(ascii: "f") else { return nil }
      start = text.start(before: trigger, limit: 5) { $0.isLetter }
      guard !text[start - 1].isWord, ["mr", "mrs", "ms", "dr", "prof", "mevr", "dhr", "drs", "hr", "fr"].contains(String(text.lowercased(start, trigger))) else { return nil }
      end = trigger
    } else {
      let before = text[trigger - 1]
      guard !before.isWord, before != UInt8(ascii: "."), before != UInt8(ascii: "-"), text[trigger + 1].isLetter || text[trigger + 1] == UInt8(ascii: "."),
        let titleEnd = titleEnd(text, trigger)
      else { return nil }
      end = titleEnd
    }
    // A full stop and one blank, or either.
    var name = end
    if text[name] == UInt8(ascii: ".") { name += 1 }
    if text[name] == 0x20 { name += 1 }
    guard name > end else { return nil }
    while let particle = particles.first(where: { text.holds($0, at: name) && text[name].lowercased == text[name] }) { name += particle.utf8CodeUnitCount }
    guard isCapital(text, name), !(text[name].isUppercase && text[name + 1].isUppercase && !text[name + 2].isWord && text[name + 1] != UInt8(ascii: ".")) else { return nil }
    var nameEnd = word(text, name)
    guard nameEnd - name >= 2 || text[nameEnd] == UInt8(ascii: "."), !noNames.contains(text.lowercased(name, nameEnd)) else { return nil }
    // A second name, or a surname after an initial.
    if text[nameEnd] == UInt8(ascii: "."), text[nameEnd + 1] == 0x20, nameEnd - name == 1 { nameEnd += 1 }
    if text[nameEnd] == 0x20, isCapital(text, nameEnd + 1), nameEnd + 1 < text.count { nameEnd = word(text, nameEnd + 1) }
    return PersonalDatum(.namedPerson, start, nameEnd)
  }

  private static func isCapital(_ text: Text, _ i: Int) -> Bool {
    text[i].isUppercase || text[i] == 0xC3 && (0x80...0x9E).contains(text[i + 1]) || (0xC4...0xC5).contains(text[i])
  }

  private static func word(_ text: Text, _ start: Int) -> Int {
    text.end(from: start) { $0.isLetter || $0 >= 0x80 && $0 != 0xE2 || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "-") }
  }

  /// The end of the title that begins there, without its full stop.
  private static func titleEnd(_ text: Text, _ start: Int) -> Int? {
    // A capital or a particle follows; after nearly all other words it does not.
    var next = start + 1
    while text[next] != 0x20, text[next] != UInt8(ascii: "."), next - start < 12 {
      if text[next] < 0x41 { return nil }
      next += 1
    }
    if text[next] == UInt8(ascii: ".") { next += 1 }
    if text[next] == 0x20 { next += 1 }
    guard text[next].isUppercase || text[next] >= 0xC3 || "vdzlear".utf8.contains(text[next]) else { return nil }
    for title in titles where title.utf8Start[0] == text[start] && text.holdsExactly(title, at: start) {
      let end = start + title.utf8CodeUnitCount
      if text[end] == 0x20 || text[end] == UInt8(ascii: ".") { return end }
    }
    // "M. Dupont", but not "10 M. They".
    if text[start] == UInt8(ascii: "M"), text[start + 1] == UInt8(ascii: "."), text[start + 2] == 0x20, !text[start - 2].isDigit { return start + 1 }
    return nil
  }

  private static let titles: [StaticString] = [
    "Mr", "Mrs", "Ms", "Miss", "Mister", "Madam", "Madame", "Monsieur", "Mme", "Mlle", "Mevrouw", "Mevr", "Dr", "Doctor", "Dott", "Dottor",
    "Dottoressa", "Dhr", "Drs", "Dra", "Doña", "Prof", "Professor", "Pani", "Herr", "Herrn", "Hr", "Heer", "Frau", "Fru", "Fröken", "Sr", "Sra",
    "Srta", "Señor", "Señora", "Senhor", "Senhora", "Sig", "Signor", "Signora", "Sir", "Sig.ra", "Pan",
  ]

  /// Between title and surname.
  private static let particles: [StaticString] = ["van ", "von ", "de ", "der ", "den ", "del ", "della ", "di ", "da ", "dos ", "du ", "la ", "le ", "zu ", "el ", "al ", "af "]

  /// Capitalised words that follow a title without being a name.
  private static let noNames: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "the", "and", "or", "we", "they", "it", "he", "she", "who",
    "in", "on", "at", "this", "that", "these", "then", "there", "our", "my", "no", "yes", "all", "some", "if", "when", "what", "but", "so", "project", "product", "engineer", "manager", "analyst", "director", "consultant", "american", "london",
  ]
}
