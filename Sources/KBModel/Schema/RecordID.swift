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
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": id.unicodeScalars.append(scalar)
      case "\u{300}"..."\u{36F}": break
      case _ where LatinLetter.base(of: scalar) != nil: id += LatinLetter.base(of: scalar) ?? ""
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
