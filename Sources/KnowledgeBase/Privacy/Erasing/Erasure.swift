import KBDocuments
import KBEvidence
import KBModel
package import KBPrivacy

/// Somebody's words taken out of a knowledge base: computed first, then written.
package struct Erasure: Sendable {
  package enum Subject: Sendable, Equatable {
    /// A participant or speaker, as written.
    case person(String)
    /// All talks with a customer, by id or alias.
    case customer(String)
    /// All talks whose words may no longer be kept: past their date, or taken back.
    case expired
  }

  /// What changes; ``ErasureSummary/traces`` is filled in by ``HistoryErasure``.
  package var summary: ErasureSummary
  /// The words that go.
  var words = WordSequences()
  let target: ErasureTarget
  let location: KnowledgeBaseLocation
  /// The files without the words.
  package private(set) var changes = ChangeSet()

  /// - Parameters:
  ///   - snapshot: the work tree, with its files' bytes.
  ///   - isInHistory: whether old versions may hold what the files no longer do; then somebody whom no file names is no error.
  package init(of subject: Subject, in snapshot: Snapshot, isInHistory: Bool = false) throws(KnowledgeBaseError) {
    location = snapshot.location
    switch subject {
    case .person(let name):
      if !isInHistory { try snapshot.requirePerson(name) }
      target = ErasureTarget(person: name)
      summary = ErasureSummary(subject: name, pseudonym: name, day: snapshot.today)
    case .customer(let name):
      let customer = try snapshot.record(name, type: "customer")
      target = ErasureTarget(talks: Set(([customer.id] + customer.list("aliases")).map { .init(customer: $0, date: nil) }))
      summary = ErasureSummary(subject: "customer \(customer.id)", pseudonym: nil, day: snapshot.today)
    case .expired:
      target = ErasureTarget(talks: Self.expired(in: snapshot))
      summary = ErasureSummary(subject: "talks past their date", pseudonym: nil, day: snapshot.today)
    }
    read(snapshot)
  }

  /// Talks whose words may no longer be kept. Where another talk with the customer on that day may be kept, both stay, since old versions
  /// could not be told apart.
  private static func expired(in snapshot: Snapshot) -> Set<ErasureTarget.Talk> {
    var over: Set<ErasureTarget.Talk> = []
    var kept: Set<ErasureTarget.Talk> = []
    for file in snapshot.graph.records(ofType: "session") {
      guard let customer = file.target("customer"), let date = file.date("date") else { continue }
      let consent = Consent(of: file, configuration: snapshot.configuration)
      let talk = ErasureTarget.Talk(customer: customer, date: date)
      if consent.map({ $0.allowsKeeping(on: snapshot.today) }) ?? true { kept.insert(talk) } else { over.insert(talk) }
    }
    return over.subtracting(kept)
  }

  // MARK: Reading

  private mutating func read(_ snapshot: Snapshot) {
    var tombstones: Set<String> = []
    var documents: [(file: FileFacts, document: Document)] = []
    for file in snapshot.graph.files {
      guard let bytes = file.source ?? snapshot.bytesOfFile(file.path) else { continue }
      let document = DocumentReader().read(bytes)
      documents.append((file, document))
      guard let erasure = DocumentErasure(of: document, target: target, day: summary.day) else { continue }
      changes.edit(file.path, from: bytes, to: erasure.bytes)
      summary.files.append(.init(path: file.path, quotes: erasure.erased.count, isWhole: erasure.isWhole))
      for text in erasure.erased { words.add(text) }
      tombstones.formUnion(erasure.ids.map { "\(file.id)#\($0)" })
    }
    let after = snapshot.replacing(changes.changes.map { ($0.path, $0.after ?? []) })
    summary.shifts = Self.shifts(from: snapshot, to: after)
    for (file, document) in documents {
      let kept = changes.changes.first { $0.path == file.path }.map { DocumentReader().read($0.after ?? []) } ?? document
      summary.toJudge += linesToJudge(kept, path: file.path, tombstones: tombstones, graph: snapshot.graph)
    }
  }

  private func linesToJudge(_ document: Document, path: String, tombstones: Set<String>, graph: RecordGraph) -> [ErasureSummary.Line] {
    var reasons: [Int: ErasureSummary.Line.Reason] = [:]
    func note(_ offset: Int, _ reason: ErasureSummary.Line.Reason) {
      let line = document.lines.lineIndex(of: offset)
      if reasons[line] == nil { reasons[line] = reason }
    }
    for range in words.ranges(in: document.bytes) { note(Int(range.start), .repeats) }
    for link in document.body.links where tombstones.contains("\(document.text(link.target))#\(document.text(link.anchor))") {
      note(Int(link.range.start), .links)
    }
    if let person = target.person {
      let inFields = document.frontMatter.flatMap { matter in matter["participants"].map { matter.nodes[$0].value.range } }
      for range in Self.ranges(of: person, in: document.bytes) where inFields?.contains(range.lowerBound) != true { note(range.lowerBound, .names) }
      if target.extent(in: document) == .speaker(person) {
        if let frontMatter = document.frontMatter, let step = frontMatter["next_step"], !frontMatter.isNull(step) {
          note(Int(frontMatter.nodes[step].value.start), .nextStep)
        }
        let others = document.body.quotes.map(\.range) + document.body.questions.map(\.range)
        for line in document.bodyLines(outside: others) where !Self.isMark(document, line) && reasons[line] == nil { reasons[line] = .notes }
      }
    } else {
      for link in document.body.links where target.talks.contains(.init(customer: document.text(link.target), date: nil)) {
        note(Int(link.range.start), .customer)
      }
    }
    return reasons.sorted { $0.key < $1.key }.map { .init(path: path, line: $0.key + 1, reason: $0.value) }
  }

  /// A tombstone or a heading's rule: nothing that anybody said.
  private static func isMark(_ document: Document, _ line: Int) -> Bool {
    let text = document.text(document.lines.line(line, in: document.bytes))
    return text.hasPrefix("(Said on ") || text.hasPrefix("(Erased on ") || !text.contains { $0.isLetter }
  }

  private static func ranges(of person: String, in bytes: [UInt8]) -> [Range<Int>] {
    Pseudonym.ranges(in: bytes).filter { bytes[$0].elementsEqual(person.utf8) }
  }

  private static func shifts(from before: Snapshot, to after: Snapshot) -> [ErasureSummary.Shift] {
    let old = before.market
    let new = after.market
    let (oldStandings, newStandings) = (MarketStandings(of: old), MarketStandings(of: new))
    func side(_ standing: UseCaseStanding) -> ErasureSummary.Shift.Side {
      .init(verdict: standing.verdict, grounded: standing.statistics.grounded, asked: standing.statistics.asked)
    }
    return oldStandings.standings.compactMap { standing in
      guard let now = newStandings.standings.first(where: { $0.id == standing.id }) else { return nil }
      let lost = old.items.count { $0.useCase == standing.id } - new.items.count { $0.useCase == standing.id }
      let shift = ErasureSummary.Shift(useCase: standing.id, before: side(standing), after: side(now), quotes: lost)
      return lost > 0 || shift.before != shift.after ? shift : nil
    }
  }
}

extension Snapshot {
  /// The same knowledge base with other bytes in some files.
  func replacing(_ changes: [(path: String, bytes: [UInt8])]) -> Snapshot {
    let reader = RecordReader(configuration: configuration, today: today, keepsSource: true)
    let new = Dictionary(changes.map { ($0.path, $0.bytes) }) { $1 }
    var copy = self
    copy.graph = RecordGraph(files: graph.files.compactMap { file in new[file.path].map { reader.facts(path: file.path, bytes: $0) } ?? file })
    return copy
  }

  var market: Market { MarketFold.market(of: graph, configuration: configuration, asOf: asOf) }
}

extension Erasure {
  /// Writes the files without the words: all of them, or none.
  package func write(cancellation: Cancellation = .never) throws(KnowledgeBaseError) {
    // What earlier commands remembered of the files still has the words' surroundings. It goes first, so that a process which ends
    // half-way does not leave it, and once more for what another one wrote meanwhile.
    try location.cacheFolder.map(FactsCache.remove(folder:)) ?? ()
    try ChangeWriter(at: location, cancellation: cancellation).apply(changes)
    try location.cacheFolder.map(FactsCache.remove(folder:)) ?? ()
  }
}
