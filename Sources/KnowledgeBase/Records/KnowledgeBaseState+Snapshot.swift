import KBEvidence
package import KBModel
import KBRules

extension KnowledgeBaseState {
  /// The state of a snapshot.
  package init(of snapshot: Snapshot) {
    let graph = snapshot.graph
    let market = MarketFold.market(of: graph, configuration: snapshot.configuration, asOf: snapshot.asOf)
    let standings = MarketStandings(of: market).standings
    let summary = Validation(of: snapshot).summary
    let waiting = WaitingRecords(snapshot)
    self.init(
      name: snapshot.name, today: snapshot.today, asOf: snapshot.asOf, revision: snapshot.revision,
      records: snapshot.configuration.schema.types.map { type in (type: type.name, count: graph.files.count { $0.type == type.name }) }
        .filter { $0.count > 0 },
      verdicts: [Verdict.market, .emerging, .customerSpecific, .thin].map { verdict in
        (verdict: verdict, useCases: standings.filter { $0.verdict == verdict }.map(\.id))
      }.filter { !$0.useCases.isEmpty },
      errors: summary.errors, warnings: summary.warnings, planned: waiting.planned, raw: waiting.raw, unanswered: waiting.unanswered,
      consents: waiting.consents, next: Step(command: "", reason: ""))
    next = nextStep(standings: standings, market: market)
  }

  /// What a knowledge base needs before anything else, by how many records of each type it has; `nil` where it has that.
  package static func beginning(_ counts: [String: Int]) -> Step? {
    if counts["customer"] ?? 0 == 0 { return Step(command: "kb new customer", reason: "there is no customer yet") }
    if counts["use-case"] ?? 0 == 0 { return Step(command: "kb new use-case", reason: "there is no use case to ask about yet") }
    return nil
  }

  /// What blocks comes first, then what people wait for, then what would teach most.
  private func nextStep(standings: [UseCaseStanding], market: Market) -> Step {
    let counts = Dictionary(records.map { ($0.type, $0.count) }, uniquingKeysWith: { first, _ in first })
    if errors > 0 {
      return Step(command: "kb validate", reason: errors == 1 ? "one error makes the evidence unsafe" : "\(errors) errors make the evidence unsafe")
    }
    if let step = Self.beginning(counts) { return step }
    if let consent = consents.first, let date = consent.date {
      let isPast = consent.days.map { $0 < 0 } ?? false
      return Step(command: "kb show \(consent.id)", reason: isPast ? "its consent ended on \(date)" : "its consent ends on \(date)")
    }
    if let overdue = planned.first(where: { $0.days.map { $0 < 0 } ?? false }), let date = overdue.date {
      return Step(command: "kb show \(overdue.id)", reason: "it was planned for \(date): write down what was said, or take it out")
    }
    if let note = unanswered.first, let days = note.days, -days > Self.answerPatience {
      return Step(command: "kb show \(note.id)", reason: "its request has waited \(-days) days for an 'answer'")
    }
    if let talk = raw.first { return Step(command: "kb show \(talk.id)", reason: "its notes are raw and count for nothing yet") }
    guard counts["session"] ?? 0 > 0 else { return Step(command: "kb new session", reason: "nobody was talked to yet") }
    let candidates = standings.filter { $0.verdict == .emerging } + standings.filter { $0.verdict == .thin }
    for standing in candidates {
      if let customer = standing.toMarket?.ask.first {
        return Step(
          command: "kb new session \(customer) --covers \(standing.id)",
          reason: "'\(standing.id)' is \(standing.verdict.rawValue), and \(customer) would tell most")
      }
    }
    return Step(command: "kb report market-vs-customer", reason: "nothing waits")
  }
}

/// What in a snapshot waits for somebody.
private struct WaitingRecords {
  private(set) var planned: [KnowledgeBaseState.Waiting] = []
  private(set) var raw: [KnowledgeBaseState.Waiting] = []
  private(set) var unanswered: [KnowledgeBaseState.Waiting] = []
  private(set) var consents: [KnowledgeBaseState.Waiting] = []

  /// How long words are kept where nothing is agreed, in months.
  private static let defaultRetention = 24

  init(_ snapshot: Snapshot) {
    let reader = RowReader(snapshot)
    for (place, file) in snapshot.graph.files.enumerated() {
      func waiting(_ date: CalendarDate?) -> KnowledgeBaseState.Waiting {
        .init(id: file.id, customer: file.target("customer").map(reader.resolved), date: date, days: date.map { $0.days(since: snapshot.today) })
      }
      switch (file.type, file.status) {
      case ("session", .planned): planned.append(waiting(file.date("date")))
      case ("session", let status):
        if status == .raw { raw.append(waiting(file.date("date"))) }
        func consent(_ field: String) -> CalendarDate? {
          reader.values(["consent", field], of: Row(file: place, item: -1), in: .allRecords).first?.date
        }
        guard file.frontMatter?["consent"] != nil,
          let end = consent("retain_until") ?? file.date("date")?.advanced(byMonths: Self.defaultRetention)
        else { break }
        if end.days(since: snapshot.today) <= KnowledgeBaseState.consentNotice { consents.append(waiting(end)) }
      case ("field-note", _):
        let answer = file.text("answer") ?? ""
        if answer.utf8.allSatisfy({ $0 == 0x20 }), file.quotes.contains(where: { $0.grade == .request }) { unanswered.append(waiting(file.date("date"))) }
      default: break
      }
    }
    for list in [\WaitingRecords.planned, \.raw, \.unanswered, \.consents] {
      self[keyPath: list].sort { a, b in
        let (x, y) = (a.date?.dayNumber ?? .max, b.date?.dayNumber ?? .max)
        return x == y ? a.id < b.id : x < y
      }
    }
  }
}
