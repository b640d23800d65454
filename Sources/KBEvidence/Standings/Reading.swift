internal import KBModel

/// One reading of the evidence about a use case: a denominator, the voices inside it and the verdict.
struct Reading {
  let denominator: Denominator
  let population: Population
  /// The voices inside the denominator, by account.
  let voices: [Voice]
  let basis: VerdictBasis
  let judgement: Judgement
  /// The place in `voices` of the customer with the largest share.
  let top: Int?
  /// Grounded customers per segment, by the segment's place.
  let groundedPerSegment: [Int]

  private let rule: VerdictRule
  private let segmentOf: [Int]
  /// Sums of the weights before and from each voice on: what is left without one voice is the sum of two of them, exact to
  /// the last digits and without adding all up again.
  private let before, from: [Double]
  private let loudest: Int?

  init(_ denominator: Denominator, of population: Population, voices: [Voice], segmentOf: [Int], rule: VerdictRule) {
    self.denominator = denominator
    self.population = population
    self.voices = voices
    self.rule = rule
    self.segmentOf = segmentOf

    var before = [0.0]
    for voice in voices { before.append(before[before.count - 1] + voice.weight) }
    var from = [0.0]
    for voice in voices.reversed() { from.append(from[from.count - 1] + voice.weight) }
    from.reverse()
    self.before = before
    self.from = from

    var groundedPerSegment = population.perSegment.map { _ in 0 }
    for voice in voices where voice.isGrounded && segmentOf[voice.account] >= 0 {
      groundedPerSegment[segmentOf[voice.account]] += 1
    }
    self.groundedPerSegment = groundedPerSegment

    let weight = before[voices.count]
    loudest = voices.indices.max { voices[$0].weight < voices[$1].weight }
    top = weight > 0 ? Self.top(of: voices) : nil
    basis = VerdictBasis(
      asked: population.count, supporters: voices.count(where: \.supports), grounded: voices.count(where: \.isGrounded),
      weight: weight, topShare: top.map { voices[$0].weight / weight },
      topIsGrounded: top.map { voices[$0].isGrounded } ?? false,
      topIsSupporter: top.map { voices[$0].supports } ?? false, segmentsAsked: population.segments,
      segmentsReached: groundedPerSegment.count { $0 > 0 })
    judgement = rule.judge(basis)
  }

  /// For each voice, the verdict without it, over the same denominator less that customer.
  ///
  /// A customer of the denominator without a voice lowers the verdict only by leaving too few asked: see
  /// ``fallsWithoutAnybody``.
  func verdictsWithoutEach() -> [Verdict] {
    voices.indices.map { rule.judge(basis(without: $0), leavingOneOut: true).verdict }
  }

  /// Whether one customer less, whoever it is, would be too few.
  var fallsWithoutAnybody: Bool {
    judgement.verdict.isHigher(than: .thin) && population.count == VerdictRule.fewestAsked
  }

  private func basis(without place: Int) -> VerdictBasis {
    let voice = voices[place]
    var rest = basis
    rest.asked -= 1
    if voice.supports { rest.supporters -= 1 }
    if voice.isGrounded { rest.grounded -= 1 }
    rest.weight = before[place] + from[place + 1]
    let next = place == top || place == loudest ? Self.top(of: voices, except: place) : top
    if let next, rest.weight > 0 {
      rest.topShare = voices[next].weight / rest.weight
      rest.topIsGrounded = voices[next].isGrounded
      rest.topIsSupporter = voices[next].supports
    } else {
      rest.topShare = nil
      rest.topIsGrounded = false
      rest.topIsSupporter = false
    }
    let segment = segmentOf[voice.account]
    if segment >= 0 {
      if population.perSegment[segment] == 1 { rest.segmentsAsked -= 1 }
      if voice.isGrounded, groundedPerSegment[segment] == 1 { rest.segmentsReached -= 1 }
    }
    return rest
  }

  /// The voice with the largest weight; among equals, the first.
  private static func top(of voices: [Voice], except left: Int? = nil) -> Int? {
    var largest = 0.0
    for (place, voice) in voices.enumerated() where place != left { largest = max(largest, voice.weight) }
    return voices.indices.first { $0 != left && voices[$0].weight >= largest - tolerance }
  }
}
