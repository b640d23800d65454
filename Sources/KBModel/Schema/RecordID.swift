/// The id of a record: its file name without `.md`.
package enum RecordID {
  /// Lower-case letters, digits and single hyphens, neither first nor last.
  package static func isValid(_ id: String) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"): if previous == UInt8(ascii: "-") { return false }
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-")
  }

  /// The nearest valid id: accents and case folded, everything else a hyphen; `nil` where nothing is left.
  package static func suggestion(for text: String) -> String? {
    var id = ""
    for scalar in text.lowercased().decomposedStringScalars {
      switch scalar {
      case "a"..."z", "0"..."9": id.unicodeScalars.append(scalar)
      case "\u{300}"..."\u{36F}": break
      case "ß": id += "ss"
      default: if !id.isEmpty, !id.hasSuffix("-") { id += "-" }
      }
    }
    while id.hasSuffix("-") { id.removeLast() }
    return id.isEmpty ? nil : id
  }

  /// An id as words: `offline-approval` is "Offline approval".
  package static func phrase(_ id: String) -> String {
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension String {
  /// The scalars with accents apart, for the Latin letters that names use.
  fileprivate var decomposedStringScalars: [Unicode.Scalar] {
    let bases: [Unicode.Scalar: Unicode.Scalar] = [
      "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e", "ì": "i", "í": "i",
      "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ö": "o", "ø": "o", "ù": "u", "ú": "u", "û": "u", "ü": "u",
      "ý": "y", "ÿ": "y", "š": "s", "ž": "z", "č": "c", "ć": "c", "ł": "l", "ń": "n", "ę": "e", "ą": "a", "ś": "s", "ź": "z", "ż": "z",
      "ř": "r", "ě": "e", "ů": "u", "ğ": "g", "ş": "s", "ı": "i",
    ]
    return unicodeScalars.map { bases[$0] ?? $0 }
  }
}
