import KBModel
import KBDocuments
import KBLanguage

/// Finds the quotes that wait for a grade or a use case, and suggests both.
package struct GradingReader {
  private let snapshot: Snapshot
  private let quotes = QuoteReader()
  private let useCases: UseCaseWords

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    useCases = UseCaseWords(snapshot.graph)
  }

  /// The quotes of one talk, or of all.
  ///
  /// - Throws: where the name is none of a session or field note.
  package func session(of name: String?) throws(KnowledgeBaseError) -> GradingSession {
    let all = snapshot.graph.files
    var places = all.indices.filter { (all[$0].type == "session" || all[$0].type == "field-note") && all[$0].status != .planned }
    if let name {
      let file = try snapshot.record(name)
      guard file.type == "session" || file.type == "field-note" else {
        throw .usage("'\(file.id)' is a \(file.type): only sessions and field notes have quotes", remedy: nil)
      }
      places = all.indices.filter { all[$0].path == file.path }
    }
    var items: [GradingItem] = []
    var sources: [String: [UInt8]] = [:]
    for place in places {
      let file = all[place]
      guard let bytes = snapshot.bytesOfFile(file.path) else { continue }
      let found = self.items(of: file, at: place, DocumentReader().read(bytes))
      guard !found.isEmpty else { continue }
      items += found
      sources[file.path] = bytes
    }
    return GradingSession(items: items, sources: sources)
  }

  private func items(of file: FileFacts, at place: Int, _ document: Document) -> [GradingItem] {
    let covered = Set(snapshot.graph.useCasesAsked(in: file, at: place))
    return document.body.quotes.compactMap { quote in
      let words = QuotedWords(quote, in: document).text.trimmingSpaces
      // "[!NOTE]" is a box of ours.
      guard !words.isEmpty, !words.hasPrefix("[!") else { return nil }
      let question = quote.question >= 0 ? document.body.questions[Int(quote.question)] : nil
      let named = quote.attribution?.mentions.map { document.text(document.body.links[Int($0.link)].target) } ?? []
      let isLinked = !named.isEmpty || question.map { $0.firstLink < $0.endLink } ?? false
      guard quote.attribution?.grade == nil || !isLinked else { return nil }
      guard quote.attribution?.faults.isEmpty ?? true else { return nil }

      let asked = question.map { document.text($0.words).onOneLine }
      let reading = quotes.read(words)
      return GradingItem(
        path: file.path, record: file.id, line: document.lines.lineIndex(of: Int(quote.range.start)) + 1, question: asked, words: words,
        grade: quote.attribution?.grade, useCases: named, suggestedGrade: reading.grade,
        gradeReason: quote.attribution?.grade == nil ? Self.reason(reading, words) : "",
        suggestedUseCases: isLinked ? [] : useCases.suggestions(for: words + "\n" + (asked ?? ""), covered: covered), place: Self.place(of: quote, in: document))
    }
  }

  private static func reason(_ reading: QuoteReading, _ words: String) -> String {
    let utf8 = Array(words.utf8)
    return reading.cues.map { cue in "'\(String(decoding: utf8[cue.span.bytes], as: UTF8.self).onOneLine)': \(cue.cue.rawValue)" }.joined(separator: ", ")
  }

  private static func place(of quote: QuoteBlock, in document: Document) -> GradingItem.Place {
    let bytes = document.bytes
    if let attribution = quote.attribution {
      var end = attribution.blockID.isEmpty ? Int(attribution.range.end) : Int(attribution.blockID.start)
      while end > Int(attribution.range.start), bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 || bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      let said = bytes[Int(attribution.range.start)..<end]
      return .line(at: end, isEmpty: !said.contains { $0 < 0x80 && $0 != UInt8(ascii: "-") && $0 != 0x20 })
    }
    let start = Int(quote.range.start)
    let lineStart = Int(document.lines.starts[document.lines.lineIndex(of: start)])
    // Within a list the marker is room on the lines below.
    let margin = String(document.text(ByteRange(lineStart, start)).map { $0 == "\t" || $0 == ">" ? $0 : " " })
    var end = Int(quote.range.end)
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    let lineEnd = bytes[end...].starts(with: [0x0D, 0x0A]) ? "\r\n" : "\n"
    return .below(at: end, margin: margin, lineEnd: lineEnd)
  }
}

/// The words by which a use case may be known.
private struct UseCaseWords {
  private var useCases: [(id: String, words: Set<String>)] = []
  /// In how many use cases a word stands.
  private var counts: [String: Int] = [:]

  init(_ graph: RecordGraph) {
    for file in graph.records(ofType: "use-case") where file.text("status") != "retired" {
      let fields = ["title", "trigger", "goal", "workaround", "outcome"].compactMap { file.text($0) } + file.list("aliases") + [file.id]
      let words = Self.words(of: fields.joined(separator: " "))
      useCases.append((file.id, words))
      for word in words { counts[word, default: 0] += 1 }
    }
  }

  /// At most three, the likeliest first: those that share words which few others have. What the talk was about counts for more.
  func suggestions(for text: String, covered: Set<String>) -> [GradingItem.UseCase] {
    let words = Self.words(of: text)
    var found: [(id: String, score: Double, shared: [String])] = []
    for useCase in useCases {
      let shared = useCase.words.intersection(words).sorted { (counts[$0, default: 0], $0) < (counts[$1, default: 0], $1) }
      let score = shared.reduce(0.0) { $0 + 1 / Double(counts[$1, default: 1]) } * (covered.contains(useCase.id) ? 2 : 1)
      guard score >= Self.leastScore, shared.count > 1 || covered.contains(useCase.id) else { continue }
      found.append((useCase.id, score, shared))
    }
    found.sort { ($1.score, $0.id) < ($0.score, $1.id) }
    if found.isEmpty, covered.count == 1, let only = covered.first { return [.init(id: only, reason: "the only one the talk covers")] }
    return found.prefix(3).map { item in
      .init(id: item.id, reason: "shares \(item.shared.prefix(3).map { "'\($0)'" }.joined(separator: ", "))\(covered.contains(item.id) ? ", and the talk covers it" : "")")
    }
  }

  /// One word that stands in no other use case, or several that stand in few.
  private static let leastScore = 0.6

  /// Words of four letters or more, without the commonest endings.
  private static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) where word.count >= 4 && !common.contains(word) {
      var stem = word
      for ending in ["ings", "ing", "ies", "ed", "es", "s"] where stem.hasSuffix(ending) && stem.count - ending.count >= 3 {
        stem = stem.dropLast(ending.count)
        break
      }
      words.insert(String(stem))
    }
    return words
  }

  private static let common: Set<Substring> = [
    "that", "this", "with", "from", "have", "they", "them", "then", "when", "what", "were", "your", "will", "would", "there", "their", "which", "about", "after", "before",
    "into", "than", "some", "been", "does", "just", "only", "every", "also", "because", "where", "while", "could", "should", "still", "over", "again", "last", "time",
    "times", "know", "need", "needs", "take", "takes", "make", "makes", "work", "works", "like", "without", "other", "more", "most", "very", "much", "many", "each", "hours", "hour", "week", "month", "year",
  ]
}
