package import KBEvidence
package import KBGit
package import KBModel

/// When the verdict on a use case changed, by which commits.
package struct VerdictHistory: Sendable {
  package struct Entry: Sendable {
    package var commit: Commit
    package var change: StandingChange
    /// The configuration and the day that each side holds for.
    package var before, after: (asOf: CalendarDate, share: Double, windowDays: Int)
    /// The id that the use case had before, where the commit renamed it.
    package var renamedFrom: String?
    /// Talks and field notes that the commit changed and that speak of the use case or asked about it, by id.
    package var evidence: [String]
  }

  /// The newest first.
  package private(set) var entries: [Entry] = []
  /// The id that the use case has in the newest state.
  package private(set) var useCase: String
  package private(set) var title: String?

  /// - Parameter limit: the most entries.
  package init(
    ofUseCase name: String, in snapshot: Snapshot, asOf: CalendarDate?, limit: Int = .max, progress: WorkProgress = .unseen
  ) throws(KnowledgeBaseError) {
    let record = try snapshot.record(name, type: "use-case")
    useCase = record.id
    title = record.text("title")
    guard limit > 0 else { return }
    var history = try KnowledgeBaseHistory(of: snapshot, asOf: asOf)
    history.progress = progress
    var found: [Entry] = []
    var newer: (state: KnowledgeBaseHistory.State, id: String)?
    let newest = useCase
    // A second one answers questions while the first one walks.
    let paths = history
    try history.forEachState { (state) throws(KnowledgeBaseError) -> Bool in
      var id = newer?.id ?? newest
      var renamedFrom: String?
      if let now = newer, state.graph.record(id, type: "use-case") == nil, let path = now.state.graph.record(id, type: "use-case")?.path {
        if let old = try paths.oldPath(of: path, in: now.state.commit),
          let was = state.graph.files.first(where: { $0.path == old }), was.type == "use-case"
        {
          renamedFrom = was.id
          id = was.id
        }
      }
      if let now = newer, let entry = Self.entry(from: state, id: id, to: now.state, id: now.id, renamedFrom: renamedFrom) {
        found.append(entry)
      }
      newer = (state, id)
      return found.count < limit
    }
    // Where it began: what the oldest state says came from nothing.
    if found.count < limit, let first = newer, let standing = first.state.standings.first(where: { $0.id == first.id }) {
      let day = (first.state.asOf, first.state.configuration.marketShare, first.state.configuration.windowDays)
      found.append(
        Entry(
          commit: first.state.commit, change: StandingChange(id: first.id, before: nil, after: standing), before: day, after: day,
          renamedFrom: nil, evidence: Self.talks(about: first.id, in: first.state.graph, among: nil)))
    }
    entries = found
  }

  private static func entry(
    from older: KnowledgeBaseHistory.State, id oldID: String, to newer: KnowledgeBaseHistory.State, id: String, renamedFrom: String?
  ) -> Entry? {
    let change = StandingChange(
      id: id, before: older.standings.first { $0.id == oldID }, after: newer.standings.first { $0.id == id },
      renamed: renamedFrom.map { [$0: id] } ?? [:])
    guard change.isVerdict else { return nil }
    let paths = Set(newer.changes.flatMap { [$0.old?.path, $0.new?.path].compactMap(\.self) })
    let evidence = Set(talks(about: id, in: newer.graph, among: paths)).union(talks(about: oldID, in: older.graph, among: paths))
    return Entry(
      commit: newer.commit, change: change,
      before: (older.asOf, older.configuration.marketShare, older.configuration.windowDays),
      after: (newer.asOf, newer.configuration.marketShare, newer.configuration.windowDays), renamedFrom: renamedFrom,
      evidence: evidence.sorted())
  }

  /// Talks and notes that speak of a use case or asked about it, of files among `paths` where those are given.
  private static func talks(about id: String, in graph: RecordGraph, among paths: Set<String>?) -> [String] {
    graph.files.enumerated().filter { place, file in
      guard file.type == "session" || file.type == "field-note", paths?.contains(file.path) ?? true else { return false }
      let isMentioned = file.quotes.contains { quote in
        quote.mentions.contains { mention in graph.record(mention.target, type: "use-case")?.id == id }
      }
      return isMentioned || graph.useCasesAsked(in: file, at: place).contains(id)
    }.map(\.element.id)
  }
}
