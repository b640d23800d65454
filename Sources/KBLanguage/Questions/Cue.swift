/// What a phrase gives away.
enum Cue: UInt8, Sendable {
  // Faults.
  case agreement, agreementUnlessDisagree, hypothetical, scenario, price, opinion, vagueTime, frequency, presupposition
  case loaded, pitch, scale, choice, tagAside, othersSay
  // What excuses.
  case request, consent, logistics, describing, ifAny, bounded, twoSided, reported, fixedPair, typicalDay, readBack, disclaimer
  case notTag, factualWould
  // What a sequence looks for.
  case instance, opening, closing
}
