import KBModel

/// A person and what stands for them in records: `Jo Smith=p-7f3k`.
package struct NamedPerson: Sendable, Hashable {
  package var name: String
  package var pseudonym: String

  package init(name: String, pseudonym: String) {
    self.name = name
    self.pseudonym = pseudonym
  }

  /// Reads `NAME=PSEUDONYM`, where the pseudonym is `p-` and lower-case letters or digits.
  package init(argument: String) throws(KnowledgeBaseError) {
    guard let equals = argument.lastIndex(of: "=") else {
      throw .usage("'\(argument)' names no pseudonym", remedy: "Write it as --person \"\(argument)=p-7f3k\".")
    }
    let (name, pseudonym) = (argument[..<equals].trimmingSpaces, argument[argument.index(after: equals)...].trimmingSpaces)
    guard !name.isEmpty, Pseudonyms.isValid(pseudonym) else {
      throw .usage("'\(pseudonym)' is no pseudonym", remedy: "A pseudonym is 'p-' with lower-case letters or digits: p-7f3k.")
    }
    self.init(name: name, pseudonym: pseudonym)
  }
}

/// Replaces people's names by their pseudonyms, in running text too.
///
/// The whole name and each of its words are replaced where they stand as words of their own with the same capitals. A
/// part of a name that is also an ordinary word ("Mark", "Will") is left, since the text would lose a word; it is reported.
struct PersonNames {
  private var replacements: [(words: [Substring], pseudonym: String)] = []
  private(set) var people: [NamedPerson]
  /// Parts of names that are ordinary words and were not replaced on their own.
  private let ambiguous: Set<String>

  init(_ people: [NamedPerson]) {
    self.people = people
    var ambiguous: Set<String> = []
    var parts: [String: Set<String>] = [:]
    for person in people {
      let words = Self.bare(person.name).split(separator: " ")
      guard !words.isEmpty else { continue }
      replacements.append((words, person.pseudonym))
      if words.count == 2 { replacements.append(([words[1] + ",", words[0]], person.pseudonym)) }
      for word in words where words.count > 1 && word.unicodeScalars.count > 1 && word.first?.isUppercase == true {
        if Self.ordinaryWords.contains(word.lowercased()) { ambiguous.insert(String(word)) } else { parts[String(word), default: []].insert(person.pseudonym) }
      }
    }
    // A first name that two people share stands for neither.
    for (word, pseudonyms) in parts.sorted(by: { $0.key < $1.key }) {
      if pseudonyms.count == 1, let pseudonym = pseudonyms.first { replacements.append(([word[...]], pseudonym)) } else { ambiguous.insert(word) }
    }
    self.ambiguous = ambiguous
    replacements.sort { $0.words.count > $1.words.count }
  }

  /// The pseudonym of a speaker, also where a program put "(Guest)" or a company behind the name.
  func pseudonym(of name: String) -> String? {
    let wanted = Self.bare(name).lowercased()
    if let whole = people.first(where: { Self.bare($0.name).lowercased() == wanted }) { return whole.pseudonym }
    return replacements.first { $0.words.count == 1 && $0.words[0].lowercased() == wanted }?.pseudonym
  }

  /// A name without what stands in brackets or behind a bar.
  static func bare(_ name: String) -> String {
    let end = name.firstIndex { $0 == "(" || $0 == "[" || $0 == "|" } ?? name.endIndex
    let bare = name[..<end].trimmingSpaces
    return bare.isEmpty ? name : bare
  }

  /// The text with names replaced, and whether a part of a name stands in it that was left.
  func replaced(in text: String) -> (text: String, leavesPart: Bool) {
    guard !replacements.isEmpty || !ambiguous.isEmpty else { return (text, false) }
    var result = ""
    var leavesPart = false
    var position = text.startIndex
    var previous: Character?
    while position < text.endIndex {
      let character = text[position]
      guard character.isLetter, previous.map({ !$0.isLetter && !$0.isNumber }) ?? true else {
        result.append(character)
        previous = character
        position = text.index(after: position)
        continue
      }
      if let (pseudonym, end) = match(in: text, at: position) {
        result += pseudonym
        position = end
        previous = "k"
        continue
      }
      let word = text[position...].prefix { $0.isLetter || $0.isNumber }
      if ambiguous.contains(String(word)) { leavesPart = true }
      result += word
      previous = word.last
      position = word.endIndex
    }
    return (result, leavesPart)
  }

  private func match(in text: String, at start: String.Index) -> (String, String.Index)? {
    for (words, pseudonym) in replacements {
      var position = start
      var isMatch = true
      for (i, word) in words.enumerated() {
        if i > 0 {
          let afterBlanks = text[position...].drop { $0 == " " || $0 == "\u{A0}" }.startIndex
          guard afterBlanks > position else { isMatch = false; break }
          position = afterBlanks
        }
        guard text[position...].hasPrefix(word) else { isMatch = false; break }
        position = text.index(position, offsetBy: word.count)
      }
      guard isMatch, position == text.endIndex || !(text[position].isLetter || text[position].isNumber) else { continue }
      return (pseudonym, position)
    }
    return nil
  }

  /// Names that are words of their own in English.
  private static let ordinaryWords: Set<String> = [
    "april", "art", "august", "bill", "chase", "crystal", "dale", "dawn", "dean", "drew", "earl", "faith", "frank", "gene", "glen", "grace",
    "grant", "guy", "hope", "ivy", "jack", "jay", "joy", "june", "king", "lane", "lily", "long", "mark", "may", "miles", "nick", "olive",
    "pat", "penny", "pierce", "ray", "rich", "rob", "robin", "rose", "ruby", "sandy", "sky", "stone", "sue", "summer", "todd", "trip",
    "van", "wade", "ward", "west", "will", "winter", "wood", "young", "brown", "black", "white", "green", "cook", "shop", "page", "price", "rice", "bush", "bell", "field", "fields", "hill", "lake", "light", "short", "small", "strong",
    "day", "love", "de", "der", "den", "von", "la", "le", "da", "di",
  ]
}

/// Pseudonyms that are not taken yet.
struct Pseudonyms {
  private var taken: Set<String> = []

  /// - Parameter snapshot: whose participants keep theirs.
  init(in snapshot: Snapshot, given: [NamedPerson]) {
    for file in snapshot.graph.records(ofType: "session") {
      guard let frontMatter = file.frontMatter, let node = frontMatter["participants"] else { continue }
      for child in [node] + Array(frontMatter.children(of: node)) {
        taken.insert(frontMatter.text(of: child))
        taken.insert(frontMatter.key(of: child))
      }
    }
    for person in given { taken.insert(person.pseudonym) }
  }

  /// A new pseudonym for the speaker of that number in a record. It is made of the record and the number and never of the
  /// name, so that nobody who has a list of names can find out whose it is; the same import gives the same one.
  mutating func make(for record: String, number: Int) -> String {
    var attempt = 0
    while true {
      let pseudonym = Self.pseudonym(Array("\(record)/\(number)/\(attempt)".utf8))
      if taken.insert(pseudonym).inserted { return pseudonym }
      attempt += 1
    }
  }

  static func isValid(_ text: String) -> Bool {
    text.hasPrefix("p-") && text.utf8.count > 2 && text.utf8.dropFirst(2).allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// Four letters and digits without those that look alike, of the FNV-1a hash.
  private static func pseudonym(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz".unicodeScalars)
    var pseudonym = String.UnicodeScalarView("p-".unicodeScalars)
    for _ in 0..<4 {
      pseudonym.append(alphabet[Int(hash % UInt64(alphabet.count))])
      hash /= UInt64(alphabet.count)
    }
    return String(pseudonym)
  }
}
