import KBModel
import KBRules

/// Finds customers by name, alias and id in text that knows nothing of records.
struct CustomerNames {
  enum Match: Equatable {
    case none
    case one(String)
    /// Several customers have that name, by id.
    case several([String])
  }

  /// The ids of each folded name.
  private var ids: [String: [String]] = [:]
  private var longest = 1

  init(in graph: RecordGraph) {
    for file in graph.records(ofType: "customer") {
      add(file.id, of: file.id)
      for name in [file.text("name")].compactMap({ $0 }) + file.list("aliases") { add(name, of: file.id) }
    }
  }

  private mutating func add(_ name: String, of id: String) {
    let folded = FoldedName.company(name)
    guard !folded.isEmpty, ids[folded]?.contains(id) != true else { return }
    ids[folded] = (ids[folded, default: []] + [id]).sorted()
    longest = max(longest, min(6, name.split { $0 == " " || $0 == "-" || $0 == "_" }.count))
  }

  /// The customer of a name that stands alone.
  func customer(named name: String) -> Match {
    let folded = FoldedName.company(name)
    guard let found = ids[folded] else { return .none }
    return found.count == 1 ? .one(found[0]) : .several(found)
  }

  /// The customers whose names stand in running text, with how often; a name counts only where it begins with a capital
  /// letter or digit unless `inAnyCase`.
  func mentions(in text: String, inAnyCase: Bool = false) -> [(match: Match, count: Int)] {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "&" || $0 == "." || $0 == "'" || $0 == "’") }
    var found: [(match: Match, count: Int)] = []
    var i = 0
    while i < words.count {
      var step = 1
      if inAnyCase || words[i].first?.isUppercase == true || words[i].first?.isNumber == true {
        for length in stride(from: min(longest, words.count - i), through: 1, by: -1) {
          var name = words[i..<i + length].joined(separator: " ")
          while name.last == "." { name.removeLast() }
          for ending in ["'s", "’s"] where name.hasSuffix(ending) { name.removeLast(2) }
          let match = customer(named: name)
          guard match != .none else { continue }
          if let k = found.firstIndex(where: { $0.match == match }) { found[k].count += 1 } else { found.append((match, 1)) }
          step = length
          break
        }
      }
      i += step
    }
    return found
  }
}
