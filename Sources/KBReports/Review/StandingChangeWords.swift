internal import KBEvidence
internal import KBModel

/// Why a verdict moved, or did not, in sentences with numbers; the same for all renderings.
struct StandingChangeWords {
  let change: StandingChange
  let base, head: ReviewReport.Side

  /// "emerging", "customer-specific, so far (dominated)", or that there was none.
  static func verdict(_ standing: UseCaseStanding?) -> String {
    guard let standing else { return "–" }
    return "\(name(standing)) (\(standing.reason.rawValue))"
  }

  /// Where the verdict stays and only its reason moves, the reason is what tells.
  static func name(_ standing: UseCaseStanding) -> String {
    standing.verdict.rawValue + (standing.flags.contains(.soFar) ? ", so far" : "")
  }

  /// In the order of their weight for the reader.
  var because: [String] {
    guard let before = change.before else { return ["it is new: \(Self.breadth(change.after))"] }
    guard let after = change.after else { return ["it was removed or retired; before: \(Self.breadth(before))"] }
    var sentences = [newQuotes, lostQuotes].compactMap(\.self)
    sentences += [loudest(before, after), customers(before, after), denominator(before, after), supporters(before, after)].compactMap(\.self)
    sentences += [weight(before, after), segments, against].compactMap(\.self)
    if base.share != head.share {
      sentences.append("kb.yaml: the share that makes a market \(fixed(base.share, decimals: 2)) → \(fixed(head.share, decimals: 2))")
    }
    if base.windowDays != head.windowDays { sentences.append("kb.yaml: evidence counts for \(base.windowDays) → \(head.windowDays) days") }
    if !change.isOfEvidence, base.asOf != head.asOf {
      sentences.append("evidence is weighed as of \(head.asOf), before as of \(base.asOf)")
    }
    return sentences
  }

  /// What changed about a verdict that stays, as short as it goes; empty where no number that a reader knows did.
  var inShort: [String] {
    guard let before = change.before?.statistics, let after = change.after?.statistics else { return [] }
    var parts: [String] = []
    if before.grounded != after.grounded || before.asked != after.asked {
      parts.append("\(before.grounded) of \(before.asked) → \(after.grounded) of \(after.asked) live with it")
    }
    if let share = shares(before, after) { parts.append(share) }
    parts += [segments, against].compactMap(\.self)
    return parts.isEmpty ? [newQuotes, lostQuotes].compactMap(\.self) : parts
  }

  // MARK: Sentences

  private static func breadth(_ standing: UseCaseStanding?) -> String {
    guard let figures = standing?.statistics, figures.asked > 0 else { return "nobody was asked about it yet" }
    return "\(figures.grounded) of \(figures.asked) asked live with it"
  }

  private var newQuotes: String? {
    let counts = change.newQuotes
    guard let top = counts.first else { return nil }
    let total = counts.reduce(0) { $0 + $1.count }
    if counts.count == 1 {
      return total == 1 ? "1 new quote that counts, from \(top.customer)" : "\(total) new quotes that count, all of them from \(top.customer)"
    }
    return top.count == 1
      ? "\(total) new quotes that count, from \(listed(counts.map(\.customer)))"
      : "\(top.count) of the \(total) new quotes that count are \(Self.possessive(top.customer))"
  }

  private var lostQuotes: String? {
    let counts = change.lostQuotes
    let total = counts.reduce(0) { $0 + $1.count }
    return total == 0
      ? nil : "\(counted(total, "quote")) no longer \(total == 1 ? "counts" : "count"): \(listed(counts.map { "\($0.customer) \($0.count)" }))"
  }

  private func loudest(_ before: UseCaseStanding, _ after: UseCaseStanding) -> String? {
    var parts = [shares(before.statistics, after.statistics)].compactMap(\.self)
    if let was = before.statistics.effectiveCustomers, let now = after.statistics.effectiveCustomers, !parts.isEmpty {
      let (a, b) = (fixed(was, decimals: 1), fixed(now, decimals: 1))
      if a != b { parts.append("effective customers \(a) → \(b)") }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func shares(_ before: MarketStatistics, _ after: MarketStatistics) -> String? {
    guard let top = after.topCustomer, let now = after.topShare else { return nil }
    guard let was = before.topShare, let old = before.topCustomer else { return "\(top) has \(percent(now)) of the weight" }
    // Who is loudest of many quiet voices is chance.
    guard old == top || max(was, now) >= 0.4 else { return nil }
    guard old == top else { return "the loudest is now \(top) with \(percent(now)) of the weight (was \(old) with \(percent(was)))" }
    let (a, b) = (fixed(was * 100, decimals: 0), fixed(now * 100, decimals: 0))
    return a == b ? nil : "\(Self.possessive(top)) share of the weight \(a) → \(b)\(noBreak)%"
  }

  private func customers(_ before: UseCaseStanding, _ after: UseCaseStanding) -> String? {
    let (was, now) = (before.statistics, after.statistics)
    var names: [String] = []
    if !change.newlyGrounded.isEmpty { names.append("new: \(listed(change.newlyGrounded))") }
    if !change.fallenOut.isEmpty { names.append("no longer: \(listed(change.fallenOut))") }
    let who = names.isEmpty ? "" : " (\(names.joined(separator: "; ")))"
    if was.asked == now.asked {
      if was.grounded == now.grounded {
        return now.asked == 0 ? nil : "who lives with it is unchanged in number: \(now.grounded) of \(now.asked)\(who)"
      }
      return "\(was.grounded) → \(now.grounded) of \(now.asked) live with it\(who)"
    }
    func share(_ figures: MarketStatistics) -> String { figures.groundedBreadth.map { " (\(percent($0)))" } ?? "" }
    let verb = now.asked > was.asked ? "more were asked" : "fewer were asked"
    return "\(verb), \(was.asked) → \(now.asked): \(was.grounded) of \(was.asked)\(share(was)) → \(now.grounded) of \(now.asked)\(share(now)) live with it\(who)"
  }

  private func denominator(_ before: UseCaseStanding, _ after: UseCaseStanding) -> String? {
    guard before.denominator != after.denominator else { return nil }
    return after.denominator == .everyone
      ? "it is counted over everyone heard now, since somebody brought it up unasked" : "it is counted over those who were asked now"
  }

  private func supporters(_ before: UseCaseStanding, _ after: UseCaseStanding) -> String? {
    let (was, now) = (before.statistics.supporters, after.statistics.supporters)
    // Where all of them live with it, that was said already.
    if was == before.statistics.grounded, now == after.statistics.grounded { return nil }
    return was == now ? nil : "\(was) → \(counted(now, "customer")) want it, with or without a story"
  }

  private func weight(_ before: UseCaseStanding, _ after: UseCaseStanding) -> String? {
    guard before.reason == .littleEvidence || after.reason == .littleEvidence else { return nil }
    let (was, now) = (fixed(before.statistics.weight, decimals: 2), fixed(after.statistics.weight, decimals: 2))
    return "the evidence weighs \(was) → \(now) (\(fixed(VerdictRule.leastWeight, decimals: 1)) are needed)"
  }

  private var segments: String? {
    let reached = change.segmentsReached
    guard !reached.isEmpty, change.before != nil else { return nil }
    return reached.count == 1 ? "new segment reached: \(reached[0])" : "new segments reached: \(listed(reached))"
  }

  private var against: String? {
    let names = change.newlyAgainst
    return names.isEmpty ? nil : "\(listed(names)) \(names.count == 1 ? "says" : "say") it is no problem"
  }

  private static func possessive(_ name: String) -> String { name.hasSuffix("s") ? name + "'" : name + "'s" }
}

extension ReviewReport {
  /// "visitor-list is one customer short of market (5 of 10, 6 needed); ask dune, iris".
  func words(on near: NearVerdict) -> String {
    let figures = standing(near.useCase)?.statistics
    let count = figures.map { "\($0.grounded) of \($0.asked)" } ?? ""
    switch near.step {
    case .oneMore:
      let target = standing(near.useCase)?.toMarket
      let needed = near.other == .market ? target?.groundedNeeded.map { ", \($0) needed" } ?? "" : ""
      let ask = target?.ask ?? []
      return "\(near.useCase) is one customer short of \(near.other.rawValue) (\(count)\(needed))"
        + (ask.isEmpty ? "" : "; ask \(listed(Array(ask.prefix(3))))")
    case .oneLess(let customers):
      return "\(near.useCase) stays \(near.verdict.rawValue) (\(count)), and would be \(near.other.rawValue) without \(customers.count == 1 ? customers[0] : "any one of \(listed(customers, atMost: 4))")"
    }
  }

  /// What is said where nothing changed, on one line.
  var emptyWords: String {
    "Nothing here changes what we believe. "
      + (nearest.map { "Nearest: \(words(on: $0))." } ?? "No verdict is one customer away from another.")
  }
}
