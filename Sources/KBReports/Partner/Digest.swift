package import KBEvidence
package import KBModel

extension LineReport {
  /// What changed about the asks of a sales partner since a day, why, and what would change the answer.
  ///
  /// - Parameters:
  ///   - name: whose field notes; everybody's when `nil`.
  ///   - earlier: the standings of then.
  ///   - since: the day that they held for.
  package static func digest(_ basis: ReportBasis, for name: String?, earlier: MarketStandings, since: CalendarDate) -> LineReport {
    let digest = DigestSections(basis: basis, name: name, earlier: earlier, since: since)
    return LineReport(
      schema: "kb.digest/1", title: name.map { "WHAT BECAME OF \($0.uppercased())'S ASKS" } ?? "WHAT BECAME OF WHAT SALES ASKED",
      subtitle: "\(basis.name), since \(since)", asOf: basis.asOf, revision: basis.revision,
      sections: [
        Section("changed", "CHANGED", digest.changed, empty: "no verdict about these asks moved"),
        Section("unchanged", "UNCHANGED", digest.unchanged, empty: "nothing"),
        Section("answers", "ANSWERS TO GIVE, as drafts for the field 'answer'", digest.answers, empty: "every request has an answer"),
      ])
  }
}

private struct DigestSections {
  let basis: ReportBasis
  let name: String?
  let earlier: MarketStandings
  let since: CalendarDate

  typealias Line = LineReport.Line

  private var notes: [FileFacts] {
    basis.graph.records(ofType: "field-note").filter { note in
      note.status == .done && (name == nil || note.text("reported_by") == name) && (note.date("date").map { $0 <= basis.asOf } ?? false)
    }
  }

  private func useCases(of note: FileFacts) -> [String] {
    let quoted = note.quotes.flatMap(\.mentions).compactMap { basis.graph.record($0.target, type: "use-case")?.id }
    return Set(quoted + basis.useCases(note, "covers") + basis.useCases(note, "blocks")).sorted()
  }

  private var asked: [String] { Set(notes.flatMap(useCases)).sorted() }

  private func standing(_ useCase: String, in standings: MarketStandings) -> UseCaseStanding? { standings.standings.first { $0.id == useCase } }

  var changed: [Line] {
    asked.compactMap { useCase in
      guard let now = standing(useCase, in: basis.standings) else { return nil }
      let then = standing(useCase, in: earlier)
      guard then?.verdict != now.verdict || then?.statistics.grounded != now.statistics.grounded || then?.statistics.asked != now.statistics.asked else { return nil }
      let before = then.map { "\($0.verdict.rawValue), \($0.statistics.grounded) of \($0.statistics.asked)" } ?? "not known"
      return Line("\(before) → \(now.verdict.rawValue), \(now.statistics.grounded) of \(now.statistics.asked)\(change(now))", label: useCase, record: useCase)
    }
  }

  var unchanged: [Line] {
    let moved = Set(changed.map(\.label))
    return asked.filter { !moved.contains($0) }.compactMap { useCase in
      guard let now = standing(useCase, in: basis.standings) else { return nil }
      return Line("\(now.verdict.rawValue), \(now.statistics.grounded) of \(now.statistics.asked)\(change(now))", label: useCase, record: useCase)
    }
  }

  private func change(_ standing: UseCaseStanding) -> String {
    guard let needed = standing.toMarket?.groundedNeeded, needed > standing.statistics.grounded else { return "" }
    return "; \(needed - standing.statistics.grounded) more first-hand would make it the market's"
  }

  var answers: [Line] {
    notes.filter { $0.text("answer") == nil && $0.quotes.contains { $0.grade == .request } }.map { note in
      let words = useCases(of: note).compactMap { useCase -> String? in
        guard let now = standing(useCase, in: basis.standings) else { return nil }
        let decision = Decisions(basis.graph)[useCase]?.text("decided").map { "decided: \($0)" } ?? "not decided"
        return "\(useCase) is \(now.verdict.rawValue) (\(now.statistics.grounded) of \(now.statistics.asked) live with it), \(decision)"
      }
      return Line("answer: \(words.isEmpty ? "name the use case first, then it can be answered" : words.joined(separator: "; "))", label: note.target("customer") ?? "", record: note.id)
    }
  }
}
