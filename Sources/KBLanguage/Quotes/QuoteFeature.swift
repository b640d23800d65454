/// One observation about a quote that the weights speak about.
///
/// The numbers are positions in `QuoteWeights`; they change only together with the weights, which are made from them.
struct QuoteFeature: Sendable, Hashable {
  let index: Int

  private static let roles = Clause.Role.allCases.count
  private static let tenses = Clause.Tense.allCases.count
  private static let subjects = Clause.Subject.allCases.count
  private static let verbs = Clause.VerbKind.allCases.count

  private static let clauseSubjects = 0
  private static let clauseVerbs = clauseSubjects + roles * tenses * subjects
  private static let leads = clauseVerbs + roles * tenses * verbs
  private static let leadVerbs = leads + tenses * subjects
  private static let senses = leadVerbs + tenses * verbs
  private static let phrases = senses + 96
  private static let shapes = phrases + QuotePhrase.allCases.count
  static let count = shapes + Shape.allCases.count

  /// Tense and subject of any clause.
  static func clause(_ clause: Clause) -> QuoteFeature {
    QuoteFeature(
      index: clauseSubjects + (Int(clause.role.rawValue) * tenses + Int(clause.tense.rawValue)) * subjects
        + Int(clause.subject.rawValue))
  }

  /// Tense and kind of verb of any clause.
  static func verb(_ clause: Clause) -> QuoteFeature {
    QuoteFeature(
      index: clauseVerbs + (Int(clause.role.rawValue) * tenses + Int(clause.tense.rawValue)) * verbs
        + Int(clause.verb.rawValue))
  }

  /// Tense and subject of the clause that carries the first sentence.
  static func lead(_ clause: Clause) -> QuoteFeature {
    QuoteFeature(index: leads + Int(clause.tense.rawValue) * subjects + Int(clause.subject.rawValue))
  }

  static func leadVerb(_ clause: Clause) -> QuoteFeature {
    QuoteFeature(index: leadVerbs + Int(clause.tense.rawValue) * verbs + Int(clause.verb.rawValue))
  }

  static func sense(bit: Int) -> QuoteFeature { QuoteFeature(index: senses + bit) }
  static func phrase(_ phrase: QuotePhrase) -> QuoteFeature { QuoteFeature(index: phrases + Int(phrase.rawValue)) }
  static func shape(_ shape: Shape) -> QuoteFeature { QuoteFeature(index: shapes + Int(shape.rawValue)) }

  /// Observations about a sentence or the whole quote.
  enum Shape: UInt8, Sendable, CaseIterable {
    case always
    case question, questionWord, questionAuxiliary
    case exclamation
    case noVerb, noMainVerb
    case oneToThreeWords, fourToSixWords, sevenToTwelveWords, longer
    case severalSentences
    case number
    /// A past time that can be put on a calendar or a clock.
    case anchor
    case pastDeed, pastDeedWithAnchor, pastDeedWithoutAnchor, pastDeedByUs, pastBeOnly, pastReaction
    case presentDeed, presentDeedByUs, presentDeedWithRepetition, presentByOthers
    case repetition, wouldWithRepetition, canWithDeed
    case condition, conditionWithWould, conditionWithPresent, counterfactual
    case conditional, conditionalByUs, conditionalByOthers, conditionalBenefit
    case verdictBad, verdictGood, verdictGoodPresent, verdictCompared, judgedScreen, judgedYours
    case praiseOnly, praiseWithoutDeed, goodShort
    case needByUs, needObject, want, imperative, please, obligationByThing, obligationByUs
    case feature, lacking, stanceFirst, negatedMental, genericPresent, barePresentBe
    case ourOccasion, ourOccasionWithPraise
    case futureTime, planByUs, hopeByUs
    case wishFor, loveTo, wouldLikeTo, stanceThenShould, youConditional
    case historicPresent, presentDeedWithAnchor, numberWithUnit, unitRate
    case firstPerson, secondPerson
    case needByThing, needByOthers, needWithTime
    case goodIsThis, goodIsOther, likedByOthers, praiseCompared, praiseWithBut
    case fragmentOfMore, fragmentOfBad, fragmentOfGood, fragmentOfNumber, fragmentOfThing
    case clock
    case modalQuestion, requires, willLove, pastInOldTimes, goodIsGeneral
    /// How the page or tool on the table treats the speaker.
    case itDoesToMe, itDidToMe
    case pastOnScreen, needNegated
  }
}
