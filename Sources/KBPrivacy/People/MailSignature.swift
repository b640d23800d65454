/// What mail programs and people put under a mail: "Sent from my iPhone", "Kind regards" and a name.
enum MailSignature: Detector {
  static let triggers: StaticString = "SVEIWLKBRMFCGT"

  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    // Only at the beginning of a line, where quotes and lists may stand before it.
    let before = text.start(before: trigger, limit: 6) { $0 == 0x20 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    if text[before - 1] == 0x0A || text[before - 1] == 0x0D {
      for phrase in programs where phrase.utf8Start[0] == text[trigger] && text.holds(phrase, at: trigger) {
        return PersonalDatum(.signature, trigger, text.end(from: trigger) { $0 != 0x0A && $0 != 0x0D })
      }
      for phrase in greetings where phrase.utf8Start[0] == text[trigger] && text.holds(phrase, at: trigger) {
        return name(text, trigger, after: trigger + phrase.utf8CodeUnitCount)
      }
    } else if text.holdsExactly("Sent from my ", at: trigger) {
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

  private static let programs: [StaticString] = [
    "Sent from my ", "Sent from Outlook", "Sent via ", "Von meinem ", "Gesendet von ", "Envoyé de mon", "Envoyé depuis", "Enviado desde mi",
    "Enviado do meu", "Inviato da ", "Verzonden vanaf ", "Verstuurd vanaf ", "Wysłane z ", "Skickat från ", "Sendt fra min", "Lähetetty ", "Get Outlook for ",
  ]

  private static let greetings: [StaticString] = [
    "Kind regards", "Best regards", "Warm regards", "Regards", "Best wishes", "Sincerely", "Mit freundlichen Gr", "Viele Gr", "Freundliche Gr",
    "Beste Gr", "Cordialement", "Bien cordialement", "Saludos", "Cordiali saluti", "Met vriendelijke groet", "Med vänlig", "Med venlig", "Med vennlig",
    "Terveisin", "Cumprimentos", "Best,", "Cheers,", "Thanks,", "LG", "MfG",
  ]
}
