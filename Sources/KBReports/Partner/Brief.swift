package import KBModel
import KBEvidence

extension LineReport {
  /// Five minutes before the call: what we know, owe, must not ask again, and may quote.
  ///
  /// - Parameters:
  ///   - words: the words of a quote in a record, for talks whose consent allows it.
  ///   - today: the day up to which an answer is waited for.
  package static func brief(
    of customer: FileFacts, _ basis: ReportBasis, configuration: Configuration, today: CalendarDate,
    words: @escaping (FileFacts, QuoteFact) -> String?
  ) -> LineReport {
    let view = AccountView(customer, in: basis)
    let brief = BriefSections(view: view, permission: QuotePermission(configuration), decisions: Decisions(basis.graph), today: today, words: words)
    return LineReport(
      schema: "kb.brief/1", title: view.account.text("name") ?? view.account.id, subtitle: brief.subtitle, asOf: basis.asOf, revision: basis.revision,
      sections: [
        Section("who", "WHO THEY ARE", brief.who, empty: ""),
        Section("weOwe", "WE OWE THEM", brief.weOwe, empty: "nothing that anybody wrote down"),
        Section("theyOwe", "AGREED AT THE END OF A TALK", brief.nextSteps, empty: "no next step on record"),
        Section("hurts", "WHAT HURTS THEM, in their own stories", brief.hurts, empty: "no first-hand story yet: ask for the last time it happened"),
        Section("asks", "WHAT THEY ASKED FOR, and what became of it", brief.asks, empty: "nothing"),
        Section("noProblem", "NO PROBLEM FOR THEM: do not pitch it", brief.noProblem, empty: "nothing said so"),
        Section("neverAsked", "ASK, never asked here", brief.neverAsked, empty: "every use case was covered"),
        Section("notAgain", "DO NOT ASK AGAIN, asked twice within a year", brief.notAgain, empty: "nothing"),
        Section("contradictions", "DOES NOT FIT TOGETHER", brief.contradictions, empty: "no contradiction on record"),
        Section("competitors", "COMPETITORS MET", brief.competitors, empty: "none"),
        Section("consent", "CONSENT", brief.consent, empty: "no talk, so nobody's consent"),
      ])
  }
}

/// The parts of a brief, each a few lines.
private struct BriefSections {
  let view: AccountView
  let permission: QuotePermission
  let decisions: Decisions
  let today: CalendarDate
  let words: (FileFacts, QuoteFact) -> String?

  typealias Line = LineReport.Line

  private var basis: ReportBasis { view.basis }
  private var standings: [UseCaseStanding] { basis.standings.standings }

  var subtitle: String {
    let account = view.account
    let parts = [account.text("segment", on: basis.asOf), account.text("stage", on: basis.asOf), view.revenue > 0 ? "\(money(view.revenue)) a year" : nil]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  var who: [Line] {
    var lines: [Line] = []
    let account = view.account
    if let owner = account.text("owner") { lines.append(Line("looked after by \(owner)", record: account.id)) }
    for member in view.members.dropFirst() { lines.append(Line("subsidiary \(member.text("name") ?? member.id)", record: member.id)) }
    let last = view.sessions.first?.date("date").map { ", last \($0)" } ?? ""
    lines.append(Line("\(counted(view.sessions.count, "talk"))\(last); \(counted(view.notes.count, "note")) from sales", record: view.sessions.first?.id))
    for note in view.notes where note.text("outcome") == "open" || (note.date("closes").map { $0 >= today } ?? false) {
      let closes = note.date("closes").map { " closes \($0)" } ?? ""
      let amount = note.number("amount").map { ", \(money($0))" } ?? ""
      lines.append(Line("deal \(note.text("deal") ?? "without a name")\(closes)\(amount) (\(note.text("reported_by") ?? "unknown"))", record: note.id))
    }
    return lines
  }

  var weOwe: [Line] {
    var lines: [Line] = []
    for note in view.notes where note.text("answer") == nil && note.quotes.contains(where: { $0.grade == .request }) {
      let days = note.date("date").map { today.days(since: $0) } ?? 0
      lines.append(Line("an answer on \(needs(of: note)), asked \(counted(days, "day")) ago", record: note.id))
    }
    for decision in decisions.latest {
      guard let revisit = decision.date("revisit"), revisit <= today, let useCase = decision.target("use_case"), isTheirs(useCase) else { continue }
      lines.append(Line("a second look at \(useCase), promised for \(revisit)", record: decision.id))
    }
    return lines
  }

  var nextSteps: [Line] {
    view.sessions.prefix(3).compactMap { session in
      session.text("next_step").map { Line($0, label: session.date("date")?.description ?? "", record: session.id) }
    }
  }

  var hurts: [Line] {
    standings.filter { $0.voices.contains { $0.customer == view.account.id && $0.isGrounded } }.flatMap { standing in
      let figures = standing.statistics
      var lines = [
        Line("\(standing.verdict.rawValue), \(figures.grounded) of \(counted(figures.asked, "customer"))\(decided(standing.id))", label: standing.id)
      ]
      if let (record, quote) = view.quotes(about: standing.id).first(where: { $0.quote.effectiveGrade >= .habit && $0.quote.hand.isFirstHand }) {
        lines.append(story(quote, in: record))
      }
      return lines
    }
  }

  private func story(_ quote: QuoteFact, in record: FileFacts) -> Line {
    let who = role(of: quote.speaker, in: record)
    let date = record.date("date")?.description ?? ""
    guard permission.allowsWords(of: record) else { return Line("\(date), \(who): words withheld, their consent does not cover quotes", record: record.id) }
    return Line("\(date), \(who): \(words(record, quote) ?? "")", record: record.id)
  }

  /// The speaker's role, never the pseudonym: a partner in sales knows the account.
  private func role(of speaker: String?, in record: FileFacts) -> String {
    guard let speaker else { return record.target("persona").flatMap(title) ?? "somebody" }
    if speaker.hasPrefix("[") { return String(speaker.dropFirst().dropLast()) }
    guard speaker.hasPrefix("p-") else { return title(speaker) ?? speaker }
    if let frontMatter = record.frontMatter, let participants = frontMatter["participants"], frontMatter.nodes[participants].kind == .mapping,
      let node = frontMatter.child(of: participants, key: speaker)
    {
      return title(frontMatter.text(of: node)) ?? "a participant"
    }
    return record.target("persona").flatMap(title) ?? "a participant"
  }

  private func title(_ persona: String) -> String? { basis.graph.record(persona, type: "persona")?.text("title")?.lowercased() }

  var asks: [Line] {
    (view.notes + view.sessions).flatMap { record in
      record.quotes.filter { $0.grade == .request }.map { quote in
        let useCases = quote.mentions.map(\.target).joined(separator: ", ")
        let outcome = record.text("answer").map { "answered: \($0)" } ?? quote.mentions.compactMap { decidedWords($0.target) }.first ?? "no answer on record"
        return Line("\(useCases.isEmpty ? "something without a use case" : useCases): \(outcome)", label: record.date("date")?.description ?? "", record: record.id)
      }
    }
  }

  var noProblem: [Line] {
    standings.compactMap { standing in
      guard let (record, _) = view.quotes(about: standing.id, against: true).first else { return nil }
      return Line("said on \(record.date("date")?.description ?? "an unknown day")", label: standing.id, record: record.id)
    }
  }

  var neverAsked: [Line] {
    let asked = view.asked
    return standings.filter { asked[$0.id] == nil }.map { standing in
      let guide = basis.graph.records(ofType: "guide").first { $0.targets("covers").contains { basis.graph.record($0)?.id == standing.id } }
      return Line(basis.graph.record(standing.id)?.text("title") ?? "", label: standing.id, record: guide?.id)
    }
  }

  var notAgain: [Line] {
    let asked = view.asked
    return standings.compactMap { standing in
      let recent = (asked[standing.id] ?? []).filter { basis.asOf.days(since: $0) <= 365 }
      guard recent.count > 1 else { return nil }
      return Line(recent.map(\.description).joined(separator: ", "), label: standing.id)
    }
  }

  var contradictions: [Line] {
    standings.compactMap { standing in
      guard let (against, _) = view.quotes(about: standing.id, against: true).first,
        let (support, _) = view.quotes(about: standing.id).first(where: { $0.quote.effectiveGrade >= .habit && $0.quote.hand.isFirstHand })
      else { return nil }
      let days = "\(against.date("date")?.description ?? "?"): no problem; \(support.date("date")?.description ?? "?"): they live with it"
      return Line("\(days) (\(support.id))", label: standing.id, record: against.id)
    }
  }

  var competitors: [Line] {
    var newest: [String: FileFacts] = [:]
    for record in (view.sessions + view.notes + view.members).reversed() {
      for target in record.targets("competitors") { if let id = basis.graph.record(target, type: "competitor")?.id { newest[id] = record } }
    }
    return newest.sorted { $0.key < $1.key }.map { id, record in
      let expired = basis.graph.record(id).map(expiredFacts) ?? 0
      let warning = expired > 0 ? "; \(counted(expired, "fact")) expired, do not use" : ""
      return Line("\(record.date("date").map { "met \($0)" } ?? "known here")\(warning)", label: id, record: record.id)
    }
  }

  private func expiredFacts(of competitor: FileFacts) -> Int {
    guard let frontMatter = competitor.frontMatter, let facts = frontMatter["facts"] else { return 0 }
    return frontMatter.children(of: facts).count { fact in
      frontMatter.nodes[fact].kind == .mapping && (frontMatter.child(of: fact, key: "expires").flatMap { frontMatter.date($0) }.map { $0 < today } ?? false)
    }
  }

  var consent: [Line] {
    var talks: [String: [FileFacts]] = [:]
    for session in view.sessions {
      let scopes = permission.scopes(of: session)
      let until = permission.retainUntil(session).map { ", kept until \($0)" } ?? ""
      talks["\(scopes.isEmpty ? "none that holds" : scopes.joined(separator: ", "))\(until)", default: []].append(session)
    }
    return talks.sorted { $0.key < $1.key }.map { terms, sessions in
      Line(terms, label: counted(sessions.count, "talk"), record: sessions.first?.id)
    }
  }

  // MARK: Decisions

  private func decided(_ useCase: String) -> String { decidedWords(useCase).map { "; \($0)" } ?? "" }

  private func decidedWords(_ name: String) -> String? {
    guard let id = basis.graph.record(name, type: "use-case")?.id, let decision = decisions[id], let word = decision.text("decided") else { return nil }
    return "decided: \(word)\(decision.date("date").map { " (\($0))" } ?? "")"
  }

  private func isTheirs(_ name: String) -> Bool {
    let id = basis.graph.record(name, type: "use-case")?.id
    return standings.first { $0.id == id }?.voices.contains { $0.customer == view.account.id } ?? false
  }

  private func needs(of note: FileFacts) -> String {
    let named = note.quotes.flatMap(\.mentions).map(\.target) + note.targets("blocks")
    return named.isEmpty ? "a request" : listed(Set(named).sorted(), atMost: 3)
  }
}
