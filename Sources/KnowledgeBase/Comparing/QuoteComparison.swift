import KBModel

/// Pairs what stands in two states of a file: by name, then by words, then by how alike the words are.
enum Pairing {
  /// Something to pair: a name that stays when words change, and the words.
  struct Item {
    var name: String?
    var words: String
  }

  /// For each item after, the place of its counterpart before; each counterpart once.
  static func pairs(_ before: [Item], _ after: [Item]) -> [Int?] {
    var pairs = [Int?](repeating: nil, count: after.count)
    var isFree = [Bool](repeating: true, count: before.count)
    func pair(_ key: (Item) -> String?) {
      var open: [String: [Int]] = [:]
      for i in before.indices.reversed() where isFree[i] { if let key = key(before[i]) { open[key, default: []].append(i) } }
      for j in after.indices where pairs[j] == nil {
        guard let key = key(after[j]), let i = open[key]?.popLast() else { continue }
        pairs[j] = i
        isFree[i] = false
      }
    }
    pair(\.name)
    pair { FindingKey.normalized($0.words) }

    let (left, right) = (before.indices.filter { isFree[$0] }, after.indices.filter { pairs[$0] == nil })
    // Beyond this a file was written anew.
    guard !left.isEmpty, !right.isEmpty, left.count * right.count <= 10_000 else { return pairs }
    let (old, new) = (left.map { words(before[$0].words) }, right.map { words(after[$0].words) })
    for (n, j) in right.enumerated() {
      var best: (likeness: Double, place: Int)?
      // A name that stands on one side only belongs to something else.
      for (m, i) in left.enumerated() where isFree[i] && (before[i].name == nil || after[j].name == nil) {
        let likeness = likeness(old[m], new[n])
        if likeness >= leastLikeness, likeness > best?.likeness ?? 0 { best = (likeness, i) }
      }
      if let best {
        pairs[j] = best.place
        isFree[best.place] = false
      }
    }
    return pairs
  }

  /// Two thirds of all words in common: the same saying, corrected.
  private static let leastLikeness = 0.6

  private static func words(_ text: String) -> Set<Substring> { Set(FindingKey.normalized(text).split(separator: " ")) }

  private static func likeness(_ a: Set<Substring>, _ b: Set<Substring>) -> Double {
    let union = a.union(b).count
    return union == 0 ? 0 : Double(a.intersection(b).count) / Double(union)
  }
}

/// The quotes and questions of one file in one state, with names resolved.
struct SpokenContent {
  var quotes: [QuoteChange.State] = []
  var questions: [QuestionChange.State] = []

  /// - Parameters:
  ///   - renamed: ids that have another name in the state that this one is compared with.
  init(of file: FileFacts?, bytes: [UInt8], graph: RecordGraph, renamed: [String: String] = [:]) {
    guard let file else { return }
    func useCase(_ target: String) -> String {
      let id = graph.record(target)?.id ?? target
      return renamed[id] ?? id
    }
    func text(_ range: ByteRange) -> String { Int(range.end) <= bytes.count ? bytes.text(range) : "" }
    quotes = file.quotes.map { quote in
      QuoteChange.State(
        quote: quote.blockID, line: Int(quote.line), grade: quote.grade, hand: quote.hand, speaker: quote.speaker,
        useCases: Set(quote.mentions.filter { !$0.isAgainst }.map { useCase($0.target) }).sorted(),
        against: Set(quote.mentions.filter(\.isAgainst).map { useCase($0.target) }).sorted(),
        prompting: Self.losesWeight(quote) ? file.fault(prompting: quote) : nil,
        words: Self.words(of: quote, in: bytes))
    }
    questions = file.questions.map { question in
      QuestionChange.State(
        line: Int(question.span.start.line), words: text(question.words), faults: Array(question.faults),
        useCases: Set(question.covers.map { useCase($0.text) }).sorted())
    }
  }

  private static func losesWeight(_ quote: QuoteFact) -> Bool { quote.effectiveGrade < .habit }

  /// The words without the markers of the block quote and without the attribution line.
  private static func words(of quote: QuoteFact, in bytes: [UInt8]) -> String {
    guard Int(quote.range.end) <= bytes.count else { return "" }
    // The attribution is the last line that is not empty.
    var lines = bytes.text(quote.range).split(whereSeparator: \.isNewline).map { line in
      line.drop { $0 == ">" || $0 == " " || $0 == "\t" }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if !lines.isEmpty { lines.removeLast() }
    return lines.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension SpokenContent {
  /// What differs from an earlier state: first what is there now, in its order, then what went.
  func changes(from before: SpokenContent) -> (quotes: [QuoteChange], questions: [QuestionChange]) {
    let quotePairs = Pairing.pairs(
      before.quotes.map { Pairing.Item(name: $0.quote, words: $0.words) }, quotes.map { Pairing.Item(name: $0.quote, words: $0.words) })
    var changedQuotes: [QuoteChange] = []
    for (j, i) in quotePairs.enumerated() {
      let change = QuoteChange(before: i.map { before.quotes[$0] }, after: quotes[j])
      if change.before == nil || change.saysSomethingElse { changedQuotes.append(change) }
    }
    let keptQuotes = Set(quotePairs.compactMap(\.self))
    for i in before.quotes.indices where !keptQuotes.contains(i) { changedQuotes.append(QuoteChange(before: before.quotes[i], after: nil)) }

    let questionPairs = Pairing.pairs(
      before.questions.map { Pairing.Item(name: nil, words: $0.words) }, questions.map { Pairing.Item(name: nil, words: $0.words) })
    var changedQuestions: [QuestionChange] = []
    for (j, i) in questionPairs.enumerated() {
      let change = QuestionChange(before: i.map { before.questions[$0] }, after: questions[j])
      if change.before == nil || change.saysSomethingElse { changedQuestions.append(change) }
    }
    let keptQuestions = Set(questionPairs.compactMap(\.self))
    for i in before.questions.indices where !keptQuestions.contains(i) {
      changedQuestions.append(QuestionChange(before: before.questions[i], after: nil))
    }
    return (changedQuotes, changedQuestions)
  }
}

extension QuoteChange {
  /// Whether more than its place in the file differs.
  fileprivate var saysSomethingElse: Bool {
    guard var before, let after else { return true }
    before.line = after.line
    before.words = isReworded ? before.words : after.words
    return before != after
  }
}

extension QuestionChange {
  fileprivate var saysSomethingElse: Bool {
    guard let before, let after else { return true }
    return before.faults != after.faults || before.useCases != after.useCases
      || FindingKey.normalized(before.words) != FindingKey.normalized(after.words)
  }
}
