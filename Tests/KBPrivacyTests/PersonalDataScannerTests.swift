import KBModel
import KBPrivacy
import Testing

struct PersonalDataScannerTests {
  private static func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return PersonalDataScanner().scan(bytes).map { "\($0.kind.rawValue): \(bytes.text($0.range))" }
  }

  @Test(arguments: IdentifierGenerator.countries)
  func nearlyAllIdentifiersOfTenCountriesAreFound(_ country: String) {
    var generator = IdentifierGenerator(seed: 2026)
    let samples = generator.samples(2000).filter { $0.country == country }
    let missed = samples.filter { sample in
      let bytes = Array(sample.line.utf8)
      return !PersonalDataScanner().scan(bytes).contains { bytes.text($0.range).contains(sample.value) || sample.value.contains(bytes.text($0.range)) }
    }
    #expect(Double(missed.count) <= 0.02 * Double(samples.count), "missed: \(missed.map(\.line))")
  }

  @Test
  func identifiersAreFoundWholeAndByTheirKind() {
    var generator = IdentifierGenerator(seed: 7)
    let samples = generator.samples(2000)
    let wrong = samples.filter { sample in
      let bytes = Array(sample.line.utf8)
      return !PersonalDataScanner().scan(bytes).contains { datum in
        let text = bytes.text(datum.range)
        return datum.kind == sample.kind && (text.contains(sample.value) || sample.kind == .secret || sample.kind == .streetAddress)
      }
    }
    #expect(Double(wrong.count) <= 0.02 * Double(samples.count), "not whole: \(wrong.prefix(40).map(\.line))")
  }

  @Test(arguments: [
    "date: 2026-06-22", "On 2026-06-03 at 22:10 and 2026-06-04 14:30 again.", "from 01.02.2026 to 03.04.2026", "the week of 22/06/2026", "shift 0600-1400, then 1400-2200",
    "deal: d-0042", "participants: [p-7f3k, p-00123456]", "[[2026-06-22-acme#^q1]]", "sessions/2026/2026-06-22-acme-000123.md", "commit 3e4a5be0123456789abcdef0123456789abcdef0",
    "550e8400-e29b-41d4-a716-446655440000", "arr: 90000000", "amount: 1250000", "It cost 1 250 000 EUR, not 12 000 000.", "order 4500012345 and invoice 0010023345", "ticket #12345678",
    "version 10.2.0.1 of the form", "section 4.2.1.3", "v1.2.3.4", "see 3.14159265", "41 permits, 11 of them twice", "about 55 times a month", "127.0.0.1 and 255.255.255.0", "ratio 16:9, 10:30:15",
    "std::vector and a::b", "logo@2x.png", "npm i @acme/forms", "@here please", "git@github.com:acme/forms.git", "https://github.com/acme/forms", "https://example.com/in/the-press",
    "The password is on a sticker.", "password: changed monthly", "the token: none", "Mr. and Mrs. are not used", "Dr. at night", "MS Teams", "Main Street is closed", "12 valves, 2026 Acme Works",
    "They write 41 permits on 3 June 2026.", "In March 2014 two of ours walked the line.", "born out of need in 2009", "Between 2019 and 2023 we had 5 audits.", "01-2024/06-2024", "12-34-56",
    "EN 12345-6789", "ISO 9001:2015", "DIN EN 60079-14", "tag P-10023A", "call 3 of 4", "the call at 10:30 took 45 minutes", "> — p-7f3k, anecdote, [[offline-approval]] ^q1",
    "Sent from the plant", "Best practice", "key: value", "monkey: see", "Regards the permit, not the form.", "- [ ] Send the summary before 2026-06-29", "100.000.000 readings",
    "size 1024x768, 2560 1440", "30 000 000 kWh in 2025", "10 of 12 plants, 7 of 9", "+12 percent", "+1 250 000 kWh", "deal_stage: open", "Seite 12 von 2034 Zeilen",
    "Fitzpatrick 2013 The Mom Test. Graesser et al. 2000 (A00-1013). Griffin 1993.", "between 1750-2500 calls", "values 07.350000 and 03.211000",
  ])
  func ordinaryNotesGiveNoAlarm(_ line: String) {
    #expect(Self.found(line) == [])
  }

  @Test
  func aPlaceIsFoundOnce() {
    #expect(Self.found("mail jane@example.com, tel +49 30 1234567, jane@example.com") == [
      "e-mail address: jane@example.com", "phone number: +49 30 1234567", "e-mail address: jane@example.com",
    ])
  }

  @Test
  func checkDigitsTellAccountsAndCardsFromOtherNumbers() {
    #expect(Self.found("DE89 3704 0044 0532 0130 00") == ["IBAN: DE89 3704 0044 0532 0130 00"])
    #expect(!Self.found("DE88 3704 0044 0532 0130 00").contains { $0.hasPrefix("IBAN") })
    #expect(Self.found("4111 1111 1111 1111") == ["payment card number: 4111 1111 1111 1111"])
    #expect(!Self.found("4111 1111 1111 1112").contains { $0.hasPrefix("payment") })
  }

  @Test
  func aWordBeforeANumberSaysWhatItIs() {
    #expect(Self.found("call 5551234567 tomorrow") == ["phone number: 5551234567"])
    #expect(Self.found("order 5551234567 is late") == [])
    #expect(Self.found("the valve 5551234567") == [])
    #expect(Self.found("She wrote 4254492999 on the desk.") == ["phone number: 4254492999"])
    #expect(Self.found("510-840-9016x103") == ["phone number: 510-840-9016x103"])
  }

  @Test(arguments: ["", "\n", "@", "+", "(", "0", "0 ", "a@", "@a", "::", "://", "-----BEGIN", "password:", "00", "(0", "Dr", "Dr. ", "Kind regards,\n", "\u{FF}", "12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78"])
  func whatBreaksOffIsNoTrouble(_ text: String) {
    _ = Self.found(text)
    #expect(PersonalDataScanner().scan(Array(text.utf8)).allSatisfy { !$0.range.isEmpty && Int($0.range.end) <= text.utf8.count })
  }

  @Test
  func anythingAtAllIsScannedWithinItsBounds() {
    var state: UInt64 = 1
    let alphabet = Array("0123456789 +-./()@:_AJGxSMD\n,ab=".utf8)
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let found = PersonalDataScanner().scan(bytes)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
      #expect(found.allSatisfy { $0.range.start >= 0 && Int($0.range.end) <= bytes.count && !$0.range.isEmpty })
    }
  }
}
