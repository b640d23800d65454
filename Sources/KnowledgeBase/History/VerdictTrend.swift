package import KBEvidence
package import KBGit
package import KBModel

/// The verdicts at several points in time.
package struct VerdictTrend: Sendable {
  package struct Point: Sendable {
    package var asOf: CalendarDate
    /// `nil` where the same records are looked at as of another day.
    package var commit: CommitID?
    package var standings: [UseCaseStanding]
  }

  /// The oldest first.
  package private(set) var points: [Point]

  /// The records of a snapshot as of its own day and the same day of the months before: what was heard until then.
  package init(ofMonths count: Int, in snapshot: Snapshot, scope: MarketScope = MarketScope()) {
    points = (0..<count).reversed().map { month in
      let day = snapshot.asOf.advanced(byMonths: -month)
      let market = MarketFold.indexed(of: snapshot.graph, configuration: snapshot.configuration, asOf: day, scope: scope)
      return Point(asOf: day, commit: nil, standings: MarketStandings(of: market).standings)
    }
  }

  /// The records as the last commits that changed the knowledge base have them.
  ///
  /// - Parameter asOf: the day that all verdicts hold for; otherwise each commit takes its newest talk's.
  package init(
    ofCommits count: Int, in snapshot: Snapshot, asOf: CalendarDate?, scope: MarketScope = MarketScope(), progress: WorkProgress = .unseen
  ) throws(KnowledgeBaseError) {
    var found: [Point] = []
    var history = try KnowledgeBaseHistory(of: snapshot, asOf: asOf)
    history.scope = scope
    history.progress = progress
    try history.forEachState { (state) throws(KnowledgeBaseError) -> Bool in
      found.append(Point(asOf: state.asOf, commit: state.commit.id, standings: state.standings))
      return found.count < count
    }
    points = found.reversed()
  }
}
