/// What a byte can give away. Detectors are asked by kind of trigger, in the order of `find`.
enum Trigger: UInt8 {
  case nothing, digit, at, slash, colon, equals, hyphen, dot, underscore, tokenLetter, capital

  /// By byte.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: Trigger.nothing.rawValue, count: 256)
    func set(_ bytes: StaticString, _ trigger: Trigger) {
      for i in 0..<bytes.utf8CodeUnitCount { table[Int(bytes.utf8Start[i])] = trigger.rawValue }
    }
    set("0123456789", .digit)
    set("@", .at)
    set("/", .slash)
    set(":", .colon)
    set("=", .equals)
    set("-", .hyphen)
    set(".", .dot)
    set("_", .underscore)
    // Of AKIA and AIza, eyJ, and xox.
    set("AJx", .tokenLetter)
    // Titles, and what mails end with.
    set("BCDEFGHIKLMPRSTVW", .capital)
    return table
  }()

  /// Asks the detectors of a trigger. The comparisons here are those that turn most triggers down.
  @inline(never)
  static func find(_ trigger: UInt8, in text: Text, at i: Int) -> PersonalDatum? {
    switch Trigger(rawValue: trigger) {
    case .at: return EmailAddress.find(in: text, at: i) ?? Handle.find(in: text, at: i)
    case .slash: return WebProfile.find(in: text, at: i) ?? MeetingLink.find(in: text, at: i)
    case .colon:
      if text[i - 1].isHex || text[i + 1] == UInt8(ascii: ":") {
        if let found = IPv6Address.find(in: text, at: i) ?? MACAddress.find(in: text, at: i) { return found }
      }
      return AssignedSecret.find(in: text, at: i)
    case .equals: return AssignedSecret.find(in: text, at: i)
    case .hyphen:
      if text[i + 1] == UInt8(ascii: "-") { return PrivateKey.find(in: text, at: i) }
      if text[i + 3] == UInt8(ascii: "-"), let found = MACAddress.find(in: text, at: i) { return found }
      return PrefixedToken.find(in: text, at: i)
    case .dot:
      if text[i + 5] == UInt8(ascii: "."), let found = MACAddress.find(in: text, at: i) { return found }
      return text[i + 1] == 0x20 ? NamedPerson.find(in: text, at: i) : nil
    case .underscore, .tokenLetter: return PrefixedToken.find(in: text, at: i)
    case .capital:
      // All of them begin words.
      if text[i - 1].isWord { return nil }
      if text[i + 2] == UInt8(ascii: "."), text[i + 1] == UInt8(ascii: "G") { return PrefixedToken.find(in: text, at: i + 1) }
      if NamedPerson.mayBegin(text[i], text[i + 1]), let found = NamedPerson.find(in: text, at: i) { return found }
      // Within a sentence nothing that a mail ends with begins, but for one phrase.
      if text[i - 1] == 0x20, text[i - 2].isWord || text[i - 2] == UInt8(ascii: ",") || text[i - 2] == UInt8(ascii: ":"), text[i] != UInt8(ascii: "S") { return nil }
      return MailSignature.find(in: text, at: i)
    case .nothing, .digit, nil: return nil
    }
  }

  /// Asks the detectors of numbers.
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum? {
    DateOfBirth.find(in: text, number) ?? IBAN.find(in: text, number) ?? IPv4Address.find(in: text, number)
      ?? PaymentCard.find(in: text, number) ?? StreetAddress.find(in: text, number) ?? PhoneNumber.find(in: text, number)
  }
}
