internal import KBEvidence
internal import KBModel

/// A figure or list with its name, in words; names and titles still as they stand in the files.
struct Fact: Equatable {
  var label, text: String

  init(_ label: String, _ text: String) {
    self.label = label
    self.text = text
  }
}

/// A standing in words, the same for text and Markdown.
struct StandingWords {
  let standing: UseCaseStanding
  let share: Double

  private var figures: MarketStatistics { standing.statistics }

  // MARK: Breadth

  /// Who lives with it, as a sentence.
  var breadth: String {
    let (g, n) = (figures.grounded, figures.asked)
    guard n > 0, let interval = figures.groundedWilson else { return "Nobody was asked about it yet." }
    let group = standing.denominator == .asked ? "asked" : "heard"
    if n == 1 { return "One customer was \(group), and \(g == 1 ? "lives" : "does not live") with it: too few for a range." }
    let (low, high) = (fixed(interval.lower * 100, decimals: 0), fixed(interval.upper * 100, decimals: 0))
    let count =
      switch g {
      case 0: "None of the \(n) \(group) lives with it"
      case 1: "1 of \(n) \(group) lives with it"
      case n: "All \(n) \(group) live with it"
      default: "\(g) of \(n) \(group) live with it"
      }
    let range =
      switch g {
      case 0: "at most \(high) in 100 would"
      case n: "at least \(low) in 100 would"
      default: "\(low) to \(high) in 100 would"
      }
    return "\(count); of customers like these, \(range)."
  }

  /// "7 of 12", or "–" when nobody was asked.
  var count: String { figures.asked > 0 ? "\(figures.grounded) of \(figures.asked)" : "–" }

  /// "32–81 %", or "–" when nobody was asked.
  var range: String {
    guard let interval = figures.groundedWilson else { return "–" }
    return "\(fixed(interval.lower * 100, decimals: 0))–\(percent(interval.upper))"
  }

  /// "44 % acme", or "–" when nobody's words weigh anything: the share first, so that a long name may be cut.
  var loudest: String {
    guard let top = figures.topCustomer, let share = figures.topShare else { return "–" }
    return "\(percent(share)) \(top)"
  }

  var without: String { standing.leaveOneOut.withoutTop?.rawValue ?? "–" }

  /// The verdict, with a star where it only holds so far.
  var verdict: String { standing.verdict.rawValue + (standing.flags.contains(.soFar) ? "*" : "") }

  // MARK: Facts

  /// Everything else worth saying, in reading order; what there is nothing to say about is left out.
  var facts: [Fact] {
    [
      why, segments, loudVoice, noStory, unasked, noProblem, silent, newest, relayed, flags, prompted, revenue, change,
      askNext,
    ].compactMap(\.self)
  }

  private var why: Fact? {
    let reason: String? =
      switch standing.reason {
      case .broad: nil
      case .fewAsked:
        figures.asked == 0 ? nil : "few-asked: fewer than \(VerdictRule.fewestAsked) were asked"
      case .notGrounded: "not-grounded: nobody told it first-hand"
      case .littleEvidence: "little-evidence: less than one and a half fresh stories in all"
      case .single: "single: one customer's voice only"
      case .dominated: "dominated: one voice outweighs the rest, and the rest alone is not broad"
      case .niche: "niche: widely asked, and hardly anybody needs it"
      case .oneSegment: "one-segment: nobody in a second segment lives with it"
      case .notYetBroad: "not-yet-broad: chance, or one customer more or less, is not ruled out"
      }
    return reason.map { Fact("why", $0) }
  }

  private var segments: Fact? {
    guard figures.asked > 0 else { return nil }
    var parts = standing.segments.map { "\($0.segment)\(noBreak)\($0.grounded)/\($0.asked)" }
    parts += standing.neverAskedSegments.map { "\($0)\(noBreak)never\(noBreak)asked" }
    return parts.isEmpty ? nil : Fact("by segment", parts.joined(separator: ", "))
  }

  private var loudVoice: Fact? {
    guard let top = figures.topCustomer, let share = figures.topShare else { return nil }
    if standing.voices.count(where: \.counts) == 1 { return Fact("loudest", "\(top), the only voice") }
    let isGrounded = standing.voices.contains { $0.customer == top && $0.isGrounded }
    let rest = "\(figures.grounded - (isGrounded ? 1 : 0)) of \(figures.asked - 1)"
    let after = standing.leaveOneOut.withoutTop.map { $0 == standing.verdict ? ", still \($0.rawValue)" : ": \($0.rawValue)" }
    return Fact("loudest", "\(top), \(percent(share)) of the weight; without \(top) \(rest)\(after ?? "")")
  }

  private var noStory: Fact? {
    let names = standing.voices.filter { $0.counts && $0.supports && !$0.isGrounded }.map(\.customer)
    return names.isEmpty ? nil : Fact("want it too", "\(listed(names)), without a first-hand story yet")
  }

  private var unasked: Fact? {
    let names = standing.unaskedSupporters
    guard !names.isEmpty else { return nil }
    let (were, have) = names.count == 1 ? ("was", "is") : ("were", "are")
    return Fact(
      "unasked",
      standing.denominator == .asked
        ? "\(listed(names)) brought it up and \(were) not asked, so \(have) not in these figures"
        : "\(listed(names)) brought it up without being asked, so all \(figures.asked) customers heard count")
  }

  private var noProblem: Fact? {
    standing.against.isEmpty ? nil : Fact("no problem", "for \(listed(standing.against)), in their own words")
  }

  private var silent: Fact? {
    standing.silent.isEmpty ? nil : Fact("nothing said", "by \(listed(standing.silent)), though asked")
  }

  private var newest: Fact? {
    if let story = standing.newestAnecdote {
      let record = story.record.isEmpty ? "" : " (\(story.record))"
      return Fact("newest story", "\(story.date), \(story.customer)\(record)")
    }
    return figures.grounded > 0 ? Fact("newest story", "none yet, only habits") : nil
  }

  private var relayed: Fact? {
    guard let share = figures.secondHandShare, share > 0 else { return nil }
    return Fact("second-hand", "\(share < 0.005 ? "under 1\(noBreak)%" : percent(share)) of the weight, not heard from the customer")
  }

  private var flags: Fact? {
    let words = standing.flags.map { flag in
      let meaning =
        switch flag {
        case .fragile:
          standing.leaveOneOut.loweredBy.count == 1
            ? "falls without \(standing.leaveOneOut.loweredBy[0])"
            : "falls without any one of \(listed(standing.leaveOneOut.loweredBy))"
        case .loud: "one voice has \(percent(VerdictRule.loudShare)) of the weight or more"
        case .salesLed: "half of the weight or more is second-hand"
        case .stale: "half of the evidence is over a year old"
        case .smallN: "fewer than 12 asked"
        case .soFar: "the others asked do not rule a market out"
        }
      return "\(flag.rawValue) (\(meaning))"
    }
    return words.isEmpty ? nil : Fact("flags", words.joined(separator: ", "))
  }

  private var prompted: Fact? {
    guard !standing.prompted.isEmpty else { return nil }
    let places = standing.prompted.map { quote in
      quote.record.isEmpty ? quote.customer : quote.record + (quote.quote.map { " \($0)" } ?? "")
    }
    let quotes = counted(places.count, "quote")
    return Fact("not counted", "\(quotes) that a leading question prompted: \(listed(places, atMost: 4))")
  }

  private var revenue: Fact? {
    guard let breadth = figures.revenueBreadth, let accounts = figures.revenueEffectiveN, figures.grounded > 0 else { return nil }
    let rests = "resting on \(fixed(accounts, decimals: 1)) accounts"
    return Fact("revenue", "\(percent(breadth)), \(rests); not used for the verdict")
  }

  private var change: Fact? {
    if let lose = standing.groundedToLose {
      return Fact("would change", "no longer market, if \(lose) of the \(figures.grounded) \(lose == 1 ? "turns" : "turn") out not to live with it")
    }
    guard let toMarket = standing.toMarket else { return nil }
    let rule = VerdictRule(share: share)
    guard figures.asked >= VerdictRule.fewestAsked, let needed = toMarket.groundedNeeded else {
      let missing = max(1, VerdictRule.fewestAsked - figures.asked)
      let least = rule.groundedNeeded(of: VerdictRule.fewestAsked).map { ", and \($0) of \(VerdictRule.fewestAsked) living with it" }
      return Fact("to be market", "at least \(missing) more asked\(least ?? "")")
    }
    var conditions: [String] = []
    if figures.grounded < needed {
      let now = figures.grounded == 0 ? "none does" : figures.grounded == 1 ? "1 does" : "\(figures.grounded) do"
      conditions.append("\(needed) of \(figures.asked) must live with it; \(now)")
    }
    if figures.segmentsAsked >= 2, figures.segmentsReached < 2, figures.grounded > 0 {
      conditions.append("somebody in a second segment must live with it")
    }
    if standing.reason == .littleEvidence { conditions.append("fresher or more stories are needed") }
    return conditions.isEmpty ? nil : Fact("to be market", conditions.joined(separator: "; "))
  }

  private var askNext: Fact? {
    guard let toMarket = standing.toMarket else { return nil }
    return Fact(
      "ask next",
      toMarket.ask.isEmpty
        ? "new customers: everybody here was asked, and asking again until they say yes proves nothing"
        : listed(toMarket.ask, atMost: 6))
  }
}

extension Verdict {
  /// What the verdict means, under its name.
  var meaning: String {
    switch self {
    case .market: "would stay so without any one customer"
    case .emerging: "more than one voice, not yet broad"
    case .customerSpecific: "one voice, or hardly anybody"
    case .thin: "too little asked or heard to say"
    }
  }
}

extension MarketReport {
  /// The window in words: "last 2 years", "last 90 days".
  var windowWords: String {
    if windowDays > 0, windowDays % 365 == 0 { return windowDays == 365 ? "last year" : "last \(windowDays / 365) years" }
    return windowDays == 1 ? "last day" : "last \(windowDays) days"
  }

  /// What the report rests on: "14 customers talked to, 30 talks, 8 notes from the field".
  var basisWords: String {
    var parts = [counted(customers, "customer") + " talked to", counted(talks, "talk")]
    if fieldNotes > 0 { parts.append(counted(fieldNotes, "note") + " from the field") }
    return ([parts.joined(separator: ", ")] + scope + [revision.map { "at \($0)" }].compactMap(\.self)).joined(separator: " · ")
  }

  /// How the order of use cases would change without the loudest customer; `nil` when there is nothing to compare.
  var stabilityWords: String? {
    guard let stability, let loudest, stability.order.count >= 2 else { return nil }
    let shifts = zip(stability.order, stability.shifts).filter { $1 != 0 }
    guard let (id, shift) = shifts.max(by: { abs($0.1) < abs($1.1) }) else {
      return "Without \(loudest), the loudest customer, their order stays the same."
    }
    let from = (stability.order.firstIndex(of: id) ?? 0) + 1
    return "Without \(loudest), the loudest customer, \(id) would go from place \(from) to \(from + shift) by breadth."
  }

  /// What a reader must know to believe the figures as far as they go, and no further.
  var caveats: [String] {
    [
      "To live with it: to have told us, first-hand, what happened or what they do. Only customers count, never the number "
        + "of quotes or the revenue.",
      "The range is the 95\(noBreak)% interval for a random sample of customers. These are not one (they are the friendly and "
        + "the reachable), so the truth is less certain than the range.",
    ]
  }

  /// A command on one line.
  private func command(_ words: String) -> String { words.split(separator: " ").joined(separator: noBreak) }

  /// What to do when there is nothing to report; `nil` when there is.
  var emptyWords: String? {
    if rows.isEmpty {
      return "There is no use case to report on. Write one with: \(command("kb new use-case"))"
    }
    if customers == 0, rows.allSatisfy({ $0.standing.voices.isEmpty }) {
      return scope.isEmpty
        ? "Nobody was talked to in the \(windowWords). Write the next talk down with: \(command("kb new session CUSTOMER"))"
        : "Nobody here was talked to in the \(windowWords): \(scope.joined(separator: ", "))."
    }
    return nil
  }
}
