/// What the words before a number say it is.
enum NumberCue {
  case phone, identifier, amount

  /// The nearest word on the line that says something; `nil` where none does.
  static func before(_ number: NumberRun, in text: Text) -> NumberCue? {
    // "t: 030 …", "m. 0171 …" as in a signature.
    let mark = text.start(before: number.start, limit: 3) { $0 == 0x20 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    if mark < number.start, text[mark] == UInt8(ascii: ":") || text[mark] == UInt8(ascii: "."), !text[mark - 2].isWord,
      [UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "f")].contains(text[mark - 1].lowercased)
    {
      return .phone
    }
    if text[number.start - 1] == UInt8(ascii: "$") || text[number.start - 2] == UInt8(ascii: "$") { return .amount }
    for word in text.wordsBefore(number.start, within: 40) {
      if phones.contains(word) { return .phone }
      if identifiers.contains(word) { return .identifier }
      if amounts.contains(word) { return .amount }
    }
    return nil
  }

  /// Whether a unit or currency stands behind the number.
  static func isAmount(_ number: NumberRun, in text: Text) -> Bool {
    let start = text.skippingBlanks(from: number.end)
    if text[start] == UInt8(ascii: "%") || text[start] == UInt8(ascii: "$") { return true }
    guard start - number.end <= 1 else { return false }
    // € and £.
    if text[start] == 0xE2, text[start + 1] == 0x82, text[start + 2] == 0xAC { return true }
    if text[start] == 0xC2, text[start + 1] == 0xA3 { return true }
    let end = text.end(from: start) { $0.isLetter }
    return amounts.contains(text.lowercased(start, end)) || units.contains(text.lowercased(start, end))
  }

  private static let phones: Set<String> = [
    "tel", "phone", "telephone", "telefon", "telefono", "teléfono", "téléphone", "telefone", "telefoon", "puhelin", "mobile", "mobil",
    "mob", "cell", "cellphone", "handy", "handynummer", "fax", "call", "called", "calls", "ring", "rang", "dial", "whatsapp", "sms",
    "text", "texted", "reach", "reached", "rufnummer", "durchwahl", "portable", "cellulare", "celular", "móvil", "telemóvel", "mobiel",
    "tlf", "gsm", "ph", "hotline", "landline", "voicemail", "kom", "komórka", "telef", "phones", "callback",
  ]

  private static let identifiers: Set<String> = [
    "order", "orders", "invoice", "invoices", "ticket", "tickets", "po", "ref", "reference", "id", "ids", "case", "batch", "batches",
    "serial", "sn", "part", "parts", "article", "item", "items", "material", "sku", "contract", "contracts", "asset", "assets", "tag",
    "tags", "permit", "permits", "wo", "workorder", "version", "lot", "drawing", "drawings", "sap", "equipment", "deal", "quote", "offer",
    "job", "jobs", "document", "doc", "notification", "rechnung", "auftrag", "bestellung", "artikel", "isbn", "ean", "gtin", "upc", "doi",
    "port", "error", "code", "build", "meter", "meters", "commit", "hash", "row", "rows", "page", "pages", "epoch", "timestamp", "seed",
    "issue", "delivery", "shipment", "tracking", "consignment", "pallet", "form", "forms", "valve", "pump", "tank", "line", "shift",
    "shifts", "hours", "from", "between", "d",
  ]

  private static let amounts: Set<String> = [
    "eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "pln", "czk", "euro", "euros", "dollar", "dollars", "pounds", "budget", "cost",
    "costs", "price", "revenue", "arr", "amount", "value", "worth", "paid", "total", "turnover",
  ]

  private static let units: Set<String> = [
    "kwh", "mwh", "gwh", "kw", "mw", "t", "tonnes", "tons", "kg", "g", "l", "litres", "liters", "m", "km", "mm", "bar", "percent", "times",
    "people", "units", "pieces", "items", "records", "rows", "readings", "permits", "hours", "days", "bytes", "mb", "gb", "customers",
    "bottles", "barrels", "cans", "parts", "million", "k",
  ]
}
