import KBModel

/// Names brought to a form in which spellings of the same name are equal.
package enum FoldedName {
  /// A company's name in lower case, without accents, punctuation, blanks and the legal forms at its end: "Müller & Söhne
  /// GmbH" and "MULLER & SOHNE" are equal. Empty where nothing is left.
  package static func company(_ name: String) -> String {
    var name = name
    if let plain = name.withUTF8(plainCompany) { return plain }
    var words: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "&", "+":
        words.append(word)
        words.append("and")
        word = ""
      // "B.V." and "A/S" are one word, "Acme,Inc" are two.
      case ".", "/", "'", "’": break
      default:
        if !append(scalar, to: &word) {
          words.append(word)
          word = ""
        }
      }
    }
    words.append(word)
    words.removeAll { $0.isEmpty }
    while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
    return words.joined()
  }

  /// The same of a name in ASCII, which most names are; `nil` for any other.
  private static func plainCompany(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.count + 8)
    /// Where each word begins.
    var starts: [Int] = [0]
    func endWord() { if starts[starts.count - 1] < folded.count { starts.append(folded.count) } }
    for byte in name {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: folded.append(byte)
      case 0x41...0x5A: folded.append(byte | 0x20)
      case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "'"): break
      case UInt8(ascii: "&"), UInt8(ascii: "+"):
        endWord()
        folded += "and".utf8
        endWord()
      case 0x80...: return nil
      default: endWord()
      }
    }
    endWord()
    // The last beginning is the end of the last word.
    while starts.count > 2, legalForms.contains(String(decoding: folded[starts[starts.count - 2]...], as: UTF8.self)) {
      folded.removeLast(folded.count - starts[starts.count - 2])
      starts.removeLast()
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The words that name the same segment are equal: without case, blanks, hyphens and underscores.
  static func vocabularyWord(_ word: String) -> String {
    var folded = ""
    for scalar in word.unicodeScalars where scalar != "-" && scalar != "_" && !scalar.properties.isWhitespace {
      folded += scalar.properties.lowercaseMapping
    }
    return folded
  }

  /// Appends the scalar in lower case and without accent; `false` for what is neither letter nor digit.
  private static func append(_ scalar: Unicode.Scalar, to word: inout String) -> Bool {
    if isCombining(scalar) { return true }
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      default: return false
      }
      return true
    }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.numericType != nil else { return false }
    for lower in properties.lowercaseMapping.unicodeScalars where !isCombining(lower) {
      if let base = LatinLetter.base(of: lower) { word += base } else { word.unicodeScalars.append(lower) }
    }
    return true
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  /// Legal forms as they end a name, folded, with the words that join them.
  private static let legalForms: Set<String> = [
    "ab", "ag", "and", "aps", "as", "asa", "bhd", "bv", "bvba", "co", "company", "corp", "corporation", "doo", "dd", "ek", "eu", "ev",
    "gbr", "gesmbh", "gmbh", "inc", "incorporated", "kft", "kg", "kgaa", "kk", "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh",
    "nv", "nyrt", "ohg", "ood", "oy", "oyj", "plc", "pte", "pty", "pvt", "sa", "sab", "sarl", "sas", "sasu", "sdn", "se", "sl", "slu",
    "snc", "sp", "spa", "spol", "spzoo", "srl", "sro", "ug", "und", "z", "zoo", "oo", "zrt",
  ]
}
