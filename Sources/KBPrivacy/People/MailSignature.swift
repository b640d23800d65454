/// What mail programs and people put under a mail: "Sent from my iPhone", "Kind regards" and a name.
enum MailSignature: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    guard mayBegin(text[trigger], text[trigger + 1]) else { return nil }
    // Only at the beginning of a line, where quotes and lists may stand before it.
    let before = text.start(before: trigger, limit: 6) { $0 == 0x20 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    if text[before - 1] == 0x0A || text[before - 1] == 0x0D {
      for phrase in programs where phrase.utf8Start[0] == text[trigger].lowercased && text.holds(phrase, at: trigger) {
        return PersonalDatum(.signature, trigger, text.end(from: trigger) { $0 != 0x0A && $0 != 0x0D })
      }
      for phrase in greetings where phrase.utf8Start[0] == text[trigger].lowercased && text.holds(phrase, at: trigger) {
        return name(text, trigger, after: trigger + phrase.utf8CodeUnitCount)
      }
    } else if text.holds("sent from my ", at: trigger) {
      return PersonalDatum(.signature, trigger, text.end(from: trigger + 13) { $0.isWord })
    }
    return nil
  }

  /// A capitalised name on the next line that is not blank; nothing else may follow the greeting on its own line.
  private static func name(_ text: Text, _ start: Int, after phrase: Int) -> PersonalDatum? {
    var i = text.end(from: phrase) { $0.isLetter || $0 >= 0x80 || $0 == 0x20 }
    guard i - phrase < 24 else { return nil }
    i = text.end(from: i) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "!") || $0.isBlank }
    guard text[i] == 0x0A || text[i] == 0x0D else { return nil }
    i = text.end(from: i) { $0.isSpace || $0 == UInt8(ascii: ">") }
    guard i < text.count, text[i].isUppercase || text[i] >= 0xC3, text[i + 1].isLetter || text[i + 1] >= 0x80 else { return nil }
    let end = text.end(from: i) { $0 != 0x0A && $0 != 0x0D }
    // A name, not a sentence.
    guard end - i <= 40, !(i..<end).contains(where: { text[$0] == UInt8(ascii: ".") && text[$0 + 1] == 0x0A || text[$0] == UInt8(ascii: ":") }) else { return nil }
    return PersonalDatum(.signature, start, end)
  }

  /// Whether a phrase can begin with these two bytes. Few words do, and the phrases are many.
  private static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    guard first.isLetter else { return false }
    return secondLetters[Int(first.lowercased - UInt8(ascii: "a"))].contains(second.lowercased)
  }

  /// By the first letter of a phrase, from `a`.
  private static let secondLetters: [LetterSet] = {
    var sets = [LetterSet](repeating: LetterSet(""), count: 26)
    for phrase in programs + greetings { sets[Int(phrase.utf8Start[0] - UInt8(ascii: "a"))].insert(phrase.utf8Start[1]) }
    return sets
  }()

  private static let programs: [StaticString] = [
    "sent from my ", "sent from outlook", "sent via ", "von meinem ", "gesendet von ", "envoyé de mon", "envoyé depuis", "enviado desde mi",
    "enviado do meu", "inviato da ", "verzonden vanaf ", "verstuurd vanaf ", "wysłane z ", "skickat från ", "sendt fra min", "lähetetty ", "get outlook for ",
  ]

  private static let greetings: [StaticString] = [
    "kind regards", "best regards", "warm regards", "regards", "best wishes", "sincerely", "mit freundlichen gr", "viele gr", "freundliche gr",
    "beste gr", "cordialement", "bien cordialement", "saludos", "cordiali saluti", "met vriendelijke groet", "med vänlig", "med venlig", "med vennlig",
    "terveisin", "cumprimentos", "best,", "cheers,", "thanks,", "lg", "mfg",
  ]
}
