package import KBEvidence
package import KBModel

/// The whole knowledge base, folded, as the rules see it that need more than one file.
package struct BaseReading: Sendable {
  package var configuration: Configuration
  package let graph: RecordGraph
  /// What each reference and link of `graph` names.
  package let resolved: ResolvedReferences
  /// What was heard of each use case and persona.
  package let hearings: Hearings
  /// The use cases that are not retired, with their index in `RecordGraph.files`.
  let liveUseCases: [(place: Int, file: FileFacts)]
  let parents: CustomerParents
  /// What is known of each use case that is not retired, by its id; empty where nobody has counted.
  package var standings: [String: UseCaseStanding]
  /// The day that rules which look at the calendar take for today.
  package var today: CalendarDate
  /// The as-of date of verdicts.
  package var asOf: CalendarDate
  /// Whether there is a file or folder of that path, relative to the knowledge base, in the same source (work tree,
  /// index or revision) as the records.
  package var pathExists: @Sendable (String) -> Bool

  package init(
    configuration: Configuration, graph: RecordGraph, today: CalendarDate, asOf: CalendarDate,
    standings: [UseCaseStanding] = [], pathExists: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.configuration = configuration
    self.graph = graph
    resolved = ResolvedReferences(graph)
    hearings = Hearings(graph)
    liveUseCases = graph.liveUseCases
    parents = CustomerParents(graph, resolved)
    self.standings = Dictionary(standings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.today = today
    self.asOf = asOf
    self.pathExists = pathExists
  }
}

/// Collects what the rules over the whole knowledge base find, at the severities that hold.
package struct BaseFindings: Sendable {
  package private(set) var all: [Finding] = []
  private let levels: RuleLevels

  package init(levels: RuleLevels) { self.levels = levels }

  /// Whether the rule is on, for rules that are costly to run.
  package func isOn(_ rule: any Rule.Type) -> Bool { levels.severity(ofCode: rule.description.code) != nil }

  package mutating func add(
    _ rule: any Rule.Type, in file: FileFacts, at span: SourceSpan, field: String? = nil, severity: Severity? = nil,
    message: String, help: String, subject: String, fix: Fix? = nil, hidesSource: Bool = false
  ) {
    let description = rule.description
    guard var level = levels.severity(ofCode: description.code) else { return }
    if file.status == .raw, !description.readsRawNotes { return }
    if let severity, level == description.severity || severity < level { level = severity }
    all.append(
      Finding(
        rule: description.name, code: description.code, severity: level, path: file.path, span: span,
        record: file.isRecord ? file.id : nil, field: field, message: message, help: help, subject: subject, fix: fix,
        hidesSource: hidesSource))
  }
}
