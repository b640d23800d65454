import KBModel

/// A cell as the value of a field: the text as it reads in a record, one or several.
enum CellValue: Equatable {
  case text(String)
  case list([String])

  var yaml: String {
    switch self {
    case .text(let text): YAMLText.scalar(text)
    case .list(let items): YAMLText.list(items)
    }
  }
}

/// Why a cell is no value of its field.
struct CellFault: Error, Equatable {
  var reason: String
}

/// Turns cells into values of fields.
struct CellReader {
  let graph: RecordGraph
  let customers: CustomerNames
  /// The ids of other records by type and name.
  private let names: [String: String]

  init(graph: RecordGraph, customers: CustomerNames) {
    self.graph = graph
    self.customers = customers
    var names: [String: String] = [:]
    for file in graph.files where file.isRecord && file.type != "customer" {
      guard let name = file.text("name") ?? file.text("title") else { continue }
      let key = "\(file.type)\n\(name.lowercased())"
      names[key] = names[key] ?? file.id
    }
    self.names = names
  }

  func value(_ cell: String, of field: Field) throws(CellFault) -> CellValue { try value(cell, as: field.kind) }

  private func value(_ cell: String, as kind: FieldKind) throws(CellFault) -> CellValue {
    switch kind {
    case .text: return .text(cell.onOneLine)
    case .number: return .text(try Self.number(cell))
    case .date: return .text(try date(cell))
    case .choice(let words): return .text(try choice(cell, words))
    case .reference(let types): return .text(try reference(cell, types))
    case .dated(let inner), .either(let inner, _): return try value(cell, as: inner)
    case .list(let element, _):
      var items: [String] = []
      for part in cell.split(whereSeparator: { $0 == ";" || $0 == "," }) {
        guard case .text(let item) = try value(part.trimmingSpaces, as: element) else { continue }
        items.append(item)
      }
      return .list(items)
    case .mapping, .dictionary: throw CellFault(reason: "the field is a mapping, which a cell cannot hold")
    }
  }

  private func date(_ cell: String) throws(CellFault) -> String {
    switch FoundDate.first(in: cell) {
    case .certain(let date): return date.description
    case .some(let ambiguous): throw CellFault(reason: ambiguous.question ?? "no date")
    case nil: throw CellFault(reason: "'\(cell)' is no date")
    }
  }

  private func choice(_ cell: String, _ words: [String]) throws(CellFault) -> String {
    let folded = cell.lowercased()
    if let word = words.first(where: { $0.lowercased() == folded || $0.replacing("-", with: " ").lowercased() == folded }) { return word }
    // What customer systems call the stages.
    if let word = Self.stages[folded], words.contains(word) { return word }
    throw CellFault(reason: "'\(cell)' is none of \(words.joined(separator: ", "))")
  }

  private static let stages = [
    "subscriber": "prospect", "lead": "prospect", "marketing qualified lead": "prospect", "sales qualified lead": "prospect", "opportunity": "prospect",
    "evangelist": "customer", "customer - direct": "customer", "customer - channel": "customer", "active": "customer", "client": "customer",
    "former customer": "churned", "inactive": "churned", "churn": "churned", "closed lost": "lost", "poc": "trial", "pilot": "trial",
    "closed won": "won", "closedwon": "won", "closedlost": "lost",
  ]

  private func reference(_ cell: String, _ types: [String]) throws(CellFault) -> String {
    if let file = graph.record(cell), types.isEmpty || types.contains(file.type) { return file.id }
    if types.contains("customer") {
      switch customers.customer(named: cell) {
      case .one(let id): return id
      case .several(let ids): throw CellFault(reason: "'\(cell)' is the name of \(ids.joined(separator: " and "))")
      case .none: break
      }
    }
    for type in types { if let id = names["\(type)\n\(cell.lowercased())"] { return id } }
    throw CellFault(reason: "no \(types.joined(separator: " or ")) is called '\(cell)'")
  }

  /// A number without currency and separators. Where both marks stand the last is the decimal one; one that could be either
  /// ("1.200") is refused.
  static func number(_ cell: String) throws(CellFault) -> String {
    let kept = cell.filter { $0.isASCII && ($0.isNumber || ".,-".contains($0)) }
    let rest = cell.filter { !($0.isASCII && ($0.isNumber || ".,-".contains($0))) && !$0.isWhitespace && $0 != "\u{A0}" && $0 != "'" }
    guard kept.contains(where: \.isNumber), rest.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .currencySymbol }) || rest.count <= 3 && rest.allSatisfy(\.isLetter) else {
      throw CellFault(reason: "'\(cell)' is no number")
    }
    let (points, commas) = (kept.count { $0 == "." }, kept.count { $0 == "," })
    var text = kept
    if points > 0, commas > 0 {
      let isCommaDecimal = (kept.lastIndex(of: ",") ?? kept.startIndex) > (kept.lastIndex(of: ".") ?? kept.startIndex)
      text = isCommaDecimal ? kept.filter { $0 != "." }.replacing(",", with: ".") : kept.filter { $0 != "," }
    } else if points + commas > 1 {
      text = kept.filter { $0 != "." && $0 != "," }
    } else if points + commas == 1, let mark = kept.firstIndex(where: { $0 == "." || $0 == "," }) {
      let digits = kept.distance(from: kept.index(after: mark), to: kept.endIndex)
      let whole = kept.distance(from: kept.startIndex, to: mark)
      if digits == 3, (1...3).contains(whole), !kept.hasPrefix("0") {
        // "1,200" is a thousand and two hundred wherever it is written so by an American program; "1.200" is either.
        guard kept[mark] == "," else { throw CellFault(reason: "'\(cell)' may be \(kept) or \(kept.filter { $0 != "." })") }
        text = kept.filter { $0 != "," }
      } else {
        text = kept.replacing(",", with: ".")
      }
    }
    guard let number = Double(text), number.isFinite else { throw CellFault(reason: "'\(cell)' is no number") }
    return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
