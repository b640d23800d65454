import KBEvidence
package import KBModel

extension LineReport {
  /// The deal-pressure test: a customer is said to need something. Whose need is it, what speaks against it, and what can be
  /// answered?
  package static func claim(of useCase: FileFacts, by customer: FileFacts, _ basis: ReportBasis) -> LineReport? {
    guard let standing = basis.standings.standings.first(where: { $0.id == useCase.id }) else { return nil }
    let claim = ClaimSections(standing: standing, view: AccountView(customer, in: basis), decision: Decisions(basis.graph)[useCase.id])
    return LineReport(
      schema: "kb.claim/1", title: useCase.text("title") ?? useCase.id, subtitle: "said to matter to \(claim.view.account.text("name") ?? customer.id)",
      asOf: basis.asOf, revision: basis.revision,
      sections: [
        Section("verdict", "IS IT THE MARKET'S?", claim.verdict, empty: ""),
        Section("theirs", "HOW MUCH OF IT IS THEIRS", claim.theirs, empty: "no evidence: neither a talk nor a note of theirs names it"),
        Section("similar", "ACCOUNTS LIKE THEM", claim.similar, empty: "no other account of their segment"),
        Section("against", "WHAT SPEAKS AGAINST IT", claim.against, empty: "nobody said that it is no problem"),
        Section("blocked", "DEALS IT WAS SAID TO BLOCK", claim.blocked, empty: "none"),
        Section("change", "WHAT WOULD CHANGE THE ANSWER", claim.change, empty: "nothing that is known"),
        Section("answer", "SAFE TO FORWARD, names no other customer", claim.answer, empty: ""),
      ])
  }
}

private struct ClaimSections {
  let standing: UseCaseStanding
  let view: AccountView
  let decision: FileFacts?

  typealias Line = LineReport.Line

  private var basis: ReportBasis { view.basis }
  private var figures: MarketStatistics { standing.statistics }
  private var voice: CustomerVoice? { standing.voices.first { $0.customer == view.account.id } }

  var verdict: [Line] {
    var lines = [Line("\(standing.verdict.rawValue) (\(standing.reason.rawValue))", label: standing.id, record: standing.id)]
    let range = figures.groundedWilson.map { "; of customers like these, \(percent($0.lower)) to \(percent($0.upper)) would" } ?? ""
    lines.append(Line("\(figures.grounded) of \(counted(figures.asked, "customer")) \(standing.denominator == .asked ? "asked" : "heard") live with it\(range)"))
    if let top = figures.topCustomer, let share = figures.topShare {
      let without = standing.leaveOneOut.withoutTop.map { "; without them it is \($0.rawValue)" } ?? ""
      lines.append(Line("loudest: \(top), \(percent(share)) of the weight\(without)"))
    }
    if let decision {
      lines.append(Line("decided: \(decision.text("decided") ?? "")\(decision.date("date").map { " on \($0)" } ?? "")", record: decision.id))
    }
    return lines
  }

  var theirs: [Line] {
    let quotes = view.quotes(about: standing.id)
    guard !quotes.isEmpty || voice != nil else { return [] }
    var lines: [Line] = []
    if let voice {
      let share = voice.share.map { ", \(percent($0)) of the weight" } ?? ""
      lines.append(Line("\(counted(voice.items, "quote")) that count\(share)\(voice.isGrounded ? "; they told it first-hand" : "; no first-hand story yet")"))
    }
    let relayed = quotes.filter { !$0.quote.hand.isFirstHand }
    if !relayed.isEmpty { lines.append(Line("\(relayed.count) of \(quotes.count) relayed by sales", record: relayed.first?.record.id)) }
    if let newest = quotes.first(where: { $0.quote.grade == .anecdote && $0.quote.hand.isFirstHand }) {
      lines.append(Line("newest story \(newest.record.date("date")?.description ?? "")", record: newest.record.id))
    }
    let prompted = standing.prompted.filter { $0.customer == view.account.id }
    for quote in prompted { lines.append(Line("not counted: a leading question prompted \(quote.quote ?? "a quote")", record: quote.record)) }
    return lines
  }

  /// Counts only: other accounts are named in the report, which stays inside, never in the answer.
  var similar: [Line] {
    guard let segment = basis.segment(of: view.account.id), let breadth = standing.segments.first(where: { $0.segment == segment }) else { return [] }
    var lines = [Line("\(breadth.grounded) of \(counted(breadth.asked, "customer")) in \(segment) live with it")]
    let stage = view.account.text("stage", on: basis.asOf)
    let peers = standing.voices.filter { voice in
      voice.customer != view.account.id && voice.isGrounded && basis.segment(of: voice.customer) == segment
        && basis.graph.record(voice.customer, type: "customer")?.text("stage", on: basis.asOf) == stage
    }
    if !peers.isEmpty { lines.append(Line("at the same stage (\(stage ?? "unknown")): \(listed(peers.map(\.customer)))")) }
    return lines
  }

  var against: [Line] {
    var lines: [Line] = []
    for customer in standing.against {
      let record = basis.graph.record(customer, type: "customer").flatMap { AccountView($0, in: basis).quotes(about: standing.id, against: true).first?.record.id }
      lines.append(Line("\(customer) says it is no problem", record: record))
    }
    if !standing.silent.isEmpty { lines.append(Line("asked, and nothing said: \(listed(standing.silent))")) }
    return lines
  }

  var blocked: [Line] {
    let notes = basis.graph.records(ofType: "field-note").filter { note in
      note.status == .done && basis.useCases(note, "blocks").contains(standing.id)
    }
    guard !notes.isEmpty else { return [] }
    let closed = notes.filter { ["won", "lost"].contains($0.text("outcome") ?? "") }
    let won = closed.count { $0.text("outcome") == "won" }
    let outcome = closed.isEmpty ? "none has closed yet" : "\(closed.count) closed, \(won) of them signed without it"
    var lines = [Line("said to block \(counted(notes.count, "deal")); \(outcome)")]
    for note in notes where note.text("outcome") == "lost" {
      lines.append(Line("lost: \(note.target("customer") ?? "")", label: note.date("date")?.description ?? "", record: note.id))
    }
    return lines
  }

  var change: [Line] {
    guard let toMarket = standing.toMarket else {
      return standing.groundedToLose.map { [Line("no longer the market's, if \($0) of those who live with it turn out not to")] } ?? []
    }
    var lines: [Line] = []
    if let needed = toMarket.groundedNeeded, needed > figures.grounded {
      lines.append(Line("to be the market's, \(needed) of \(max(figures.asked, needed)) must live with it; \(figures.grounded) do"))
    }
    if !toMarket.ask.isEmpty { lines.append(Line("ask next: \(listed(toMarket.ask, atMost: 6))")) }
    return lines
  }

  /// Three sentences for the sales partner: what we heard, what is decided, what to ask. No other customer is named.
  var answer: [Line] {
    let others = max(0, figures.grounded - (voice?.isGrounded == true ? 1 : 0))
    let company = switch others {
    case 0: "nobody else of the \(max(0, figures.asked - 1)) we asked"
    case 1: "one other of the \(figures.asked) we asked"
    default: "\(others) others of the \(figures.asked) we asked"
    }
    let heard = voice == nil ? "We have not heard this from you in a talk yet; it is known from \(company)." : "We heard this from you and from \(company)."
    let decided = switch decision?.text("decided") {
    case "build": "It is decided: we will build it."
    case "build-for-one": "It is decided: we will do it for you."
    case "not-now": "It is decided: not now."
    case "no": "It is decided: we will not build it."
    default: "It is not decided."
    }
    return [Line("\"\(heard) \(decided) What happened the last time you needed it, and what did you do?\"")]
  }
}
