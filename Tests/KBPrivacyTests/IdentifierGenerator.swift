import KBPrivacy

/// Writes identifiers as people of ten countries do, in sentences as they stand in notes. The same seed gives the same ones.
struct IdentifierGenerator {
  struct Sample {
    var kind: PersonalDatum.Kind
    var country: String
    var value: String
    /// The line that holds the value.
    var line: String
  }

  static let countries = ["us", "gb", "de", "fr", "es", "it", "nl", "pl", "se", "ch"]

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func samples(_ count: Int) -> [Sample] {
    let kinds = PersonalDatum.Kind.allCases
    return (0..<count).map { i in
      let kind = kinds[i % kinds.count]
      let country = Self.countries[(i / kinds.count) % Self.countries.count]
      let value = value(kind, country)
      return Sample(kind: kind, country: country, value: value, line: line(kind, value))
    }
  }

  // MARK: Random

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }

  private mutating func one<Element>(of elements: [Element]) -> Element { elements[number(0...(elements.count - 1))] }

  private mutating func text(_ length: Int, of alphabet: String) -> String {
    let letters = Array(alphabet)
    return String((0..<length).map { _ in one(of: letters) })
  }

  /// `#` becomes any digit, `*` one from 2 to 9.
  private mutating func filled(_ pattern: String) -> String {
    String(pattern.map { $0 == "#" ? Character(String(number(0...9))) : $0 == "*" ? Character(String(number(2...9))) : $0 })
  }

  private static let alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
  private static let hex = "0123456789abcdef"

  // MARK: Sentences

  private mutating func line(_ kind: PersonalDatum.Kind, _ value: String) -> String {
    switch kind {
    case .signature: return value
    case .dateOfBirth: return one(of: ["Born \(value), on the night shift since 2004.", "Date of birth: \(value)", "dob: \(value)", "She was born on \(value)."])
    case .secret where value.contains(" "): return "The note had \(value) in it."
    default:
      return one(of: [
        "Asked again later: \(value)", "The plant wrote \(value), see the minutes.", "> We use \(value) for that.", "- \(value)", "next_step: ask \(value) on Friday",
        "(\(value))", "It says \(value).",
      ])
    }
  }

  // MARK: Values

  private mutating func value(_ kind: PersonalDatum.Kind, _ country: String) -> String {
    switch kind {
    case .emailAddress:
      let (first, last) = (name(country).lowercased(), plainSurname(country).lowercased())
      return one(of: [
        "\(first).\(last)@example.com", "\(first)@\(last)-works.co.uk", "\(first)_\(last)\(number(1...99))@mail.example.org", "\(first)+kb@\(last).io",
        "\(first.prefix(1))\(last)@plant.example.\(one(of: ["de", "fr", "es", "it", "nl", "pl", "se", "ch"]))",
      ])
    case .phoneNumber: return filled(one(of: phones(country)))
    case .iban: return iban(country)
    case .paymentCard: return card()
    case .ipAddress:
      return one(of: [
        "\(number(11...223)).\(number(0...255)).\(number(0...255)).\(number(1...254))", "2001:db8:\(text(4, of: Self.hex)):\(text(4, of: Self.hex))::\(text(3, of: Self.hex))",
        (0..<8).map { _ in "\(number(1...9))\(text(3, of: Self.hex))" }.joined(separator: ":"), "fe80::\(text(4, of: Self.hex)):\(text(4, of: Self.hex))",
      ])
    case .macAddress:
      let pairs = (0..<6).map { _ in text(2, of: Self.hex) }
      return one(of: [
        pairs.joined(separator: ":"), pairs.joined(separator: "-").uppercased(), pairs.joined(separator: ":").uppercased(),
        "a\(text(3, of: Self.hex)).\(text(4, of: Self.hex)).\(text(4, of: Self.hex))",
      ])
    case .profile:
      let slug = "\(name(country).lowercased())-\(plainSurname(country).lowercased())"
      return one(of: [
        "https://www.linkedin.com/in/\(slug)-\(number(100...999))/", "linkedin.com/in/\(slug)", "https://twitter.com/\(slug.replacing("-", with: "_"))",
        "https://www.xing.com/profile/\(slug.replacing("-", with: "_"))", "https://mastodon.example/@\(slug.replacing("-", with: ""))", "https://github.com/\(slug)",
        "https://www.facebook.com/\(slug.replacing("-", with: "."))", "https://x.com/\(slug.replacing("-", with: ""))",
      ])
    case .handle: return one(of: ["@\(name(country).lowercased())_\(plainSurname(country).lowercased())", "@\(plainSurname(country))\(number(1...99))"])
    case .streetAddress: return filled(one(of: streets(country)))
    case .dateOfBirth: return birth(country)
    case .namedPerson: return "\(one(of: titles(country))) \(surname(country))"
    case .meetingLink:
      return one(of: [
        "https://zoom.us/j/\(filled("9#########"))", "https://acme.zoom.us/j/\(filled("8##########"))?pwd=\(text(16, of: Self.alphanumeric))",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_\(text(20, of: Self.alphanumeric))/0", "https://meet.google.com/\(text(3, of: "abcdefgh"))-\(text(4, of: "abcdefgh"))-\(text(3, of: "abcdefgh"))",
        "https://acme.webex.com/meet/\(plainSurname(country).lowercased())", "https://calendly.com/\(name(country).lowercased())/30min", "https://whereby.com/plant-\(number(1...99))",
      ])
    case .secret: return secret()
    case .signature: return signature(country)
    }
  }

  private func phones(_ country: String) -> [String] {
    switch country {
    case "us": ["(*##) *##-####", "*##-*##-####", "*##.*##.####", "+1 *## *## ####", "+1-*##-*##-####", "1-*##-*##-####", "+1 (*##) *##-####"]
    case "gb": ["020 7### ####", "+44 20 7### ####", "07*## ######", "+44 7*## ######", "0161 ### ####", "01*## ######", "(0161) ### ####", "+44 (0)20 7### ####"]
    case "de": ["030 ########", "030/########", "0*#1-#######", "(030) ########", "+49 30 ########", "+49 (0)171 #######", "0171 #######", "0049 171 #######", "0711/######-##", "01718######"]
    case "fr": ["01 ## ## ## ##", "06 ## ## ## ##", "06.##.##.##.##", "+33 6 ## ## ## ##", "+33 (0)1 ## ## ## ##", "0033 6 ## ## ## ##", "06########"]
    case "es": ["6## ### ###", "6## ## ## ##", "91 ### ## ##", "+34 6## ### ###", "93# ## ## ##", "+34 91 ### ## ##"]
    case "it": ["02 #######", "06 ########", "34# #######", "34# ### ####", "+39 02 #######", "+39 34# #######", "0039 34# #######"]
    case "nl": ["020 ### ####", "06 ########", "06-########", "+31 6 ########", "+31 20 ### ## ##", "010-#######", "06 ## ## ## ##"]
    case "pl": ["5## ### ###", "6##-###-###", "22 ### ## ##", "+48 5## ### ###", "+48 22 ### ## ##", "(22) ### ## ##"]
    case "se": ["070-### ## ##", "08-### ### ##", "08-### ## ##", "+46 70 ### ## ##", "031-## ## ##", "+46 (0)8 ### ## ##"]
    default: ["044 ### ## ##", "079 ### ## ##", "+41 79 ### ## ##", "+41 (0)44 ### ## ##", "0041 44 ### ## ##", "079/###.##.##"]
    }
  }

  private func streets(_ country: String) -> [String] {
    switch country {
    case "us": ["*## Main Street, Springfield, IL 62#0#", "1*## Oak Ave, Austin, TX 78#0#", "*# Maple Dr, Portland, OR 97#0#-####"]
    case "gb": ["*# Baker Street, London NW1 #XE", "1* Church Lane, Leeds LS1 #AB", "*#B High Street, Bristol BS# 4DJ"]
    case "de": ["Hauptstraße *#, 10### Berlin", "Lindenstr. *a, 50### Köln", "Am Markt *, 04### Leipzig", "Bahnhofstrasse *#, D-70### Stuttgart"]
    case "fr": ["*# rue de la Paix, 750#* Paris", "1* avenue Victor Hugo, 690#* Lyon", "* bis boulevard Voltaire, 330## Bordeaux"]
    case "es": ["Calle Mayor *#, 280#* Madrid", "Avenida de la Constitución *, 410#* Sevilla", "C/ Serrano, calle *#, 28### Madrid"]
    case "it": ["Via Roma *#, 001## Roma", "Viale Europa *, 201## Milano", "Piazza Garibaldi 1*, 801## Napoli"]
    case "nl": ["Keizersgracht *##, 1015 CJ Amsterdam", "Dorpsstraat *, 3011 AB Rotterdam", "Stationsplein 1*, 3511 ED Utrecht"]
    case "pl": ["ul. Marszałkowska *#, 00-#26 Warszawa", "ul. Długa *, 80-#27 Gdańsk", "al. Jerozolimskie 1*#, 02-### Warszawa"]
    case "se": ["Storgatan *, 111 2# Stockholm", "Drottningvägen *#, 412 5# Göteborg", "Kungsgatan 1*, 211 4# Malmö"]
    default: ["Bahnhofstrasse *#, 8001 Zürich", "Rue du Rhône *#, 1204 Genève", "Seestrasse 1*, CH-8002 Zürich"]
    }
  }

  private mutating func birth(_ country: String) -> String {
    let (day, month, year) = (number(1...28), number(1...12), number(1948...2004))
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let iso = "\(year)-\(two(month))-\(two(day))"
    switch country {
    case "us": return one(of: ["\(two(month))/\(two(day))/\(year)", "March \(day), \(year)", iso])
    case "gb": return one(of: ["\(two(day))/\(two(month))/\(year)", "\(day) June \(year)", "\(day) Sept \(year)"])
    case "de", "ch", "pl": return one(of: ["\(two(day)).\(two(month)).\(year)", "\(day). März \(year)", iso])
    case "nl": return one(of: ["\(two(day))-\(two(month))-\(year)", "\(day) mei \(year)"])
    case "fr", "es", "it": return one(of: ["\(two(day))/\(two(month))/\(year)", "\(day).\(month).\(year)"])
    default: return iso
    }
  }

  private func titles(_ country: String) -> [String] {
    switch country {
    case "us", "gb": ["Mr", "Mrs", "Ms", "Mr.", "Ms.", "Dr", "Dr.", "Prof."]
    case "de", "ch": ["Herr", "Frau", "Dr.", "Prof."]
    case "fr": ["Monsieur", "Madame", "Mme"]
    case "es": ["Señor", "Señora", "Sra.", "Sr."]
    case "it": ["Signor", "Signora", "Dott.", "Sig."]
    case "nl": ["Mevrouw", "Dhr.", "Mevr."]
    case "pl": ["Pani"]
    default: ["Herr", "Fru"]
    }
  }

  private mutating func name(_ country: String) -> String { one(of: ["Jane", "Oliver", "Marta", "Piet", "Lukas", "Elena", "Karin", "Paul"]) }

  private mutating func surname(_ country: String) -> String {
    let names = [
      "us": ["Miller", "Carter", "O'Neill"], "gb": ["Smith", "Whitfield", "Jones"], "de": ["Müller", "Schneider", "Weber"], "fr": ["Dupont", "Lefèvre", "Moreau"],
      "es": ["García", "Fernández", "Ruiz"], "it": ["Rossi", "Bianchi", "Esposito"], "nl": ["Jansen", "Bakker", "Visser"], "pl": ["Kowalska", "Nowak", "Wójcik"],
      "se": ["Lindqvist", "Åberg", "Svensson"], "ch": ["Keller", "Meier", "Brunner"],
    ]
    return one(of: names[country] ?? ["Miller"])
  }

  /// As it stands in an address: letters of ASCII only.
  private mutating func plainSurname(_ country: String) -> String {
    String(surname(country).compactMap { letter in
      switch letter {
      case "ü", "ú": "u"
      case "è", "é": "e"
      case "á", "Å": "a"
      case "í": "i"
      case "ó": "o"
      case "'": nil
      default: letter
      }
    })
  }

  private mutating func signature(_ country: String) -> String {
    let name = "\(name(country)) \(surname(country))"
    switch country {
    case "us", "gb": return one(of: ["Sent from my iPhone", "Kind regards,\n\(name)", "Best regards\n\n\(name)"])
    case "de", "ch": return one(of: ["Von meinem iPhone gesendet", "Mit freundlichen Grüßen\n\(name)", "Viele Grüße\n\(name)"])
    case "fr": return one(of: ["Envoyé de mon iPhone", "Cordialement,\n\(name)"])
    case "es": return one(of: ["Enviado desde mi iPhone", "Saludos,\n\(name)"])
    case "it": return one(of: ["Inviato da iPhone", "Cordiali saluti\n\(name)"])
    case "nl": return one(of: ["Verzonden vanaf mijn iPhone", "Met vriendelijke groet,\n\(name)"])
    case "se": return one(of: ["Skickat från min iPhone", "Med vänlig hälsning\n\(name)"])
    default: return "Wysłane z iPhone'a"
    }
  }

  /// A card with its check digit.
  private mutating func card() -> String {
    let (head, length) = one(of: [("4", 16), ("51", 16), ("2221", 16), ("34", 15), ("37", 15), ("6011", 16)])
    var digits = head.map { Int(String($0)) ?? 0 }
    while digits.count < length - 1 { digits.append(number(0...9)) }
    var sum = 0
    for (i, digit) in digits.reversed().enumerated() { sum += i % 2 == 1 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2 }
    digits.append((10 - sum % 10) % 10)
    let text = digits.map(String.init).joined()
    let separator = one(of: ["", " ", "-"])
    let sizes = length == 15 ? [4, 6, 5] : [4, 4, 4, 4]
    var rest = text[...]
    return sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return String(rest.prefix(size))
    }.joined(separator: separator)
  }

  /// An account number with its check digits; for the United States, which has none, a British one.
  private mutating func iban(_ country: String) -> String {
    let patterns = [
      "gb": "WEST##############", "de": "##################", "fr": "##########A12B######7##", "es": "####################", "it": "X######################",
      "nl": "ABNA##########", "pl": "########################", "se": "####################", "ch": "#################",
    ]
    let code = patterns[country] == nil ? "gb" : country
    let account = filled(patterns[code] ?? "")
    var remainder = 0
    for byte in (account + code.uppercased() + "00").utf8 {
      remainder = byte < 0x3A ? (remainder * 10 + Int(byte) - 0x30) % 97 : (remainder * 100 + Int(byte) - 0x41 + 10) % 97
    }
    let check = 98 - remainder
    let compact = "\(code.uppercased())\(check < 10 ? "0" : "")\(check)\(account)"
    guard number(0...1) == 0 else { return compact }
    return stride(from: 0, to: compact.count, by: 4).map { String(compact.dropFirst($0).prefix(4)) }.joined(separator: " ")
  }

  private mutating func secret() -> String {
    one(of: [
      "AKIA\(text(16, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))", "ghp_\(text(35, of: Self.alphanumeric))7", "xoxb-\(filled("############"))-\(text(20, of: Self.alphanumeric))",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI\(text(20, of: Self.alphanumeric)).\(text(43, of: Self.alphanumeric))", "password: \(text(6, of: Self.alphanumeric))4k!",
      "token=\(text(30, of: Self.alphanumeric))42ab", "api_key: \"\(text(30, of: Self.alphanumeric))19zq\"", "glpat-\(text(19, of: Self.alphanumeric))3", "-----BEGIN RSA PRIVATE KEY-----",
      "sk_live_\(text(23, of: Self.alphanumeric))9", "https://dana:\(text(8, of: Self.alphanumeric))@git.example.com/kb", "AIza\(text(34, of: Self.alphanumeric))1",
    ])
  }
}
