import KBModel

/// Finds the name that somebody may have meant among very many: the answer of `NearestWord`, without comparing each.
struct NearestNames {
  private let names: [String]
  /// The letters and digits of each name, a bit each: an edit changes two of them at most.
  private let signatures: [UInt64]
  private let lengths: [Int32]

  /// `names` in the order in which the first of equally near ones is taken.
  init(_ names: [String]) {
    self.names = names
    signatures = names.map(Self.signature)
    lengths = names.map { Int32($0.utf8.count) }
  }

  func nearest(to word: String) -> String? {
    let count = word.utf8.count
    guard count > 0, count <= 64 else { return nil }
    let signature = Self.signature(word)
    // As `NearestWord` has it; lower case may be longer by some bytes outside ASCII, hence the slack.
    let limit = min(3, max(1, count / 3))
    let slack = limit + (word.utf8.allSatisfy { $0 < 0x80 } ? 0 : 4)
    var likely: [String] = []
    for k in names.indices
    where abs(Int(lengths[k]) - count) <= slack && (signatures[k] ^ signature).nonzeroBitCount <= 2 * slack {
      likely.append(names[k])
    }
    return NearestWord.nearest(to: word, among: likely)
  }

  /// "; did you mean 'x'?" or nothing.
  func question(for word: String) -> String { nearest(to: word).map { "; did you mean '\($0)'?" } ?? "" }

  private static func signature(_ name: String) -> UInt64 {
    var bits: UInt64 = 0
    for byte in name.utf8 {
      switch byte {
      case 0x61...0x7A: bits |= 1 << UInt64(byte - 0x61)
      case 0x41...0x5A: bits |= 1 << UInt64(byte - 0x41)
      case 0x30...0x39: bits |= 1 << UInt64(byte - 0x30 + 26)
      default: bits |= byte < 0x80 ? 1 << 36 : 0
      }
    }
    return bits
  }
}

/// The names of a knowledge base by the types that a field takes, gathered when the first of them is looked for.
struct NearestRecords {
  private struct Question: Hashable {
    var word: String
    var types: [String]
  }

  /// So many different names are looked up; where more are wrong, it is no slip of the pen.
  private static let limit = 2000

  private let graph: RecordGraph
  private var indices: [[String]: NearestNames] = [:]
  private var answers: [Question: String?] = [:]

  init(_ graph: RecordGraph) { self.graph = graph }

  /// The id or alias nearest to `word` of a record of one of these types; of any type where the list is empty.
  mutating func nearest(to word: String, types: [String]) -> String? {
    let question = Question(word: word, types: types)
    if let answer = answers[question] { return answer }
    guard answers.count < Self.limit else { return nil }
    let index = indices[types] ?? NearestNames(names(ofTypes: types))
    indices[types] = index
    let answer = index.nearest(to: word)
    answers[question] = .some(answer)
    return answer
  }

  private func names(ofTypes types: [String]) -> [String] {
    if types.isEmpty { return graph.names }
    var names: Set<String> = []
    for file in graph.files where types.contains(file.type) {
      names.insert(file.id)
      names.formUnion(file.list("aliases"))
    }
    return names.sorted()
  }
}
