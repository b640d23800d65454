/// A bank account by its international number, with the check digits of ISO 13616 (mod 97).
enum IBAN: NumberDetector {
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum? {
    let digits = number.start(ofGroup: 0)
    let first = digits - 2
    guard text[digits - 1].isLetter, text[first].isLetter, !text[first - 1].isWord, text[digits + 1].isDigit else { return nil }
    let country = text.lowercased(first, digits)
    guard let length = lengths[country] else { return nil }
    var remainder = 0
    var taken = 0
    var i = first
    // The country and check digits count last: they are taken after the rest.
    var head: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    while taken < length {
      let byte = text[i]
      if byte == 0x20 || byte == UInt8(ascii: "-") || (byte == 0xC2 && text[i + 1] == 0xA0) {
        i += byte == 0xC2 ? 2 : 1
        guard text[i].isDigit || text[i].isLetter else { return nil }
        continue
      }
      guard byte.isDigit || byte.isLetter else { return nil }
      switch taken {
      case 0: head.0 = byte
      case 1: head.1 = byte
      case 2: head.2 = byte
      case 3: head.3 = byte
      default: remainder = Self.remainder(remainder, byte)
      }
      taken += 1
      i += 1
    }
    guard !text[i].isWord else { return nil }
    for byte in [head.0, head.1, head.2, head.3] { remainder = Self.remainder(remainder, byte) }
    return remainder == 1 ? PersonalDatum(.iban, first, i) : nil
  }

  private static func remainder(_ remainder: Int, _ byte: UInt8) -> Int {
    byte.isDigit ? (remainder * 10 + Int(byte & 0x0F)) % 97 : (remainder * 100 + Int(byte.lowercased) - 0x61 + 10) % 97
  }

  /// Lengths by country, from the registry of ISO 13616.
  private static let lengths: [String: Int] = [
    "ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22, "br": 29, "by": 28, "ch": 21, "cr": 22,
    "cy": 28, "cz": 24, "de": 22, "dk": 18, "do": 28, "ee": 20, "eg": 29, "es": 24, "fi": 18, "fo": 18, "fr": 27, "gb": 22, "ge": 22,
    "gi": 23, "gl": 18, "gr": 27, "gt": 28, "hr": 21, "hu": 28, "ie": 22, "il": 23, "iq": 23, "is": 26, "it": 27, "jo": 30, "kw": 30,
    "kz": 20, "lb": 28, "lc": 32, "li": 21, "lt": 20, "lu": 20, "lv": 21, "ly": 25, "mc": 27, "md": 24, "me": 22, "mk": 19, "mr": 27,
    "mt": 31, "mu": 30, "nl": 18, "no": 15, "pk": 24, "pl": 28, "ps": 29, "pt": 25, "qa": 29, "ro": 24, "rs": 22, "sa": 24, "sc": 31,
    "se": 24, "si": 19, "sk": 24, "sm": 27, "st": 25, "sv": 28, "tl": 23, "tn": 24, "tr": 26, "ua": 29, "va": 22, "vg": 24, "xk": 20,
  ]
}
