internal import KBModel

/// What features tell a reader about why a grade is what it is.
///
/// Made once and never given back, so that looking into it counts no references.
struct QuoteCues: Sendable {
  private struct Entry {
    var cue = QuoteCue.event
    /// A bit for each grade that the cue speaks for.
    var grades: UInt8 = 0
  }

  static let shared = QuoteCues()

  private nonisolated(unsafe) let entries: UnsafePointer<Entry>

  private init() {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: QuoteFeature.count)
    entries.initialize(repeating: Entry(), count: QuoteFeature.count)
    let grades = QuoteCue.allCases.map { cue in
      Grade.allCases.reduce(UInt8(0)) { $0 | ($1.rests(on: cue) ? 1 << UInt8($1.column) : 0) }
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(QuoteCue.allCases, 0...))
    for (index, cue) in QuoteFeature.cues.enumerated() {
      if let cue { entries[index] = Entry(cue: cue, grades: grades[numbers[cue, default: 0]]) }
    }
    self.entries = UnsafePointer(entries)
  }

  /// What `feature` tells about why the grade is `grade`, or nil when it tells nothing or speaks for another.
  @inline(__always)
  func cue(of feature: QuoteFeature, for grade: Grade) -> QuoteCue? {
    let entry = entries[feature.index]
    return entry.grades & (1 << UInt8(grade.column)) != 0 ? entry.cue : nil
  }
}

extension QuoteFeature {
  fileprivate static var cues: [QuoteCue?] {
    var cues = [QuoteCue?](repeating: nil, count: count)
    for role in Clause.Role.allCases {
      for tense in Clause.Tense.allCases {
        for subject in Clause.Subject.allCases {
          let clause = Clause(role: role, subject: subject, tense: tense, verb: .deed, isNegated: false, tokens: 0..<0)
          cues[QuoteFeature.clause(clause).index] = cue(role, tense)
          cues[QuoteFeature.lead(clause).index] = cue(.main, tense)
        }
        for verb in Clause.VerbKind.allCases {
          let clause = Clause(role: role, subject: .none, tense: tense, verb: verb, isNegated: false, tokens: 0..<0)
          let found = cue(role, tense, verb)
          cues[QuoteFeature.verb(clause).index] = found
          if role == .main { cues[QuoteFeature.leadVerb(clause).index] = found }
        }
      }
    }
    for (sense, cue) in senseCues {
      var rest = sense.rawValue
      while rest != 0 {
        cues[QuoteFeature.sense(bit: rest.trailingZeroBitCount).index] = cue
        rest &= rest - 1
      }
    }
    for phrase in QuotePhrase.allCases { cues[QuoteFeature.phrase(phrase).index] = phrase.cue }
    for shape in Shape.allCases { cues[QuoteFeature.shape(shape).index] = shape.cue }
    return cues
  }

  private static func cue(_ role: Clause.Role, _ tense: Clause.Tense, _ verb: Clause.VerbKind = .deed) -> QuoteCue? {
    if role == .condition { return tense == .counterfactual || tense == .pastPerfect ? .counterfactual : .condition }
    switch tense {
    case .past, .pastPerfect:
      switch verb {
      case .deed, .saying, .have, .require, .plan, .desire: return .event
      default: return role == .main ? .judgement : nil
      }
    case .perfect: return .judgement
    case .present, .progressive:
      switch verb {
      case .deed, .saying, .have: return role == .main ? .practice : nil
      case .desire: return .need
      case .require: return .ask
      case .plan: return .plan
      case .mental, .affect, .seeming: return .stance
      case .be, .stative: return .judgement
      }
    case .would, .could, .might: return role == .main ? .conditional : nil
    case .counterfactual: return .counterfactual
    case .will, .goingTo: return role == .main ? .plan : nil
    case .should, .haveTo: return .obligation
    case .can: return nil
    case .imperative, .wish: return .ask
    case .propose: return .proposal
    case .hedge: return .stance
    case .usedTo: return .earlierPractice
    }
  }

  private static let senseCues: [(Sense, QuoteCue)] = [
    ([.weekday, .month, .pastTime, .last], .time),
    (.once, .occasion),
    ([.habitual, .each, .rate, .weekdays], .repetition),
    ([.good, .bad, .compared, .badNoun, .weighty], .judgement),
    (.praise, .praise),
    (.thanks, .thanks),
    (.please, .ask),
    (.lacking, .need),
    ([.everyone, .folk], .generalisation),
    ([.would, .could, .might, .maybe], .conditional),
    (.ifWord, .condition),
    ([.will, .futureTime, .hopeful], .plan),
    (.should, .obligation),
    (.require, .ask),
    (.desire, .need),
  ]
}

extension QuotePhrase {
  fileprivate var cue: QuoteCue {
    switch self {
    case .repeated: .repetition
    case .oldTimes: .earlierPractice
    case .occasion: .occasion
    case .stance: .stance
    case .verdict: .judgement
    case .ask, .niceIf: .ask
    case .proposal: .proposal
    case .information: .information
    case .counterfactual: .counterfactual
    case .plan: .plan
    case .speculation: .conditional
    case .praise, .liking: .praise
    }
  }
}

extension QuoteFeature.Shape {
  fileprivate var cue: QuoteCue? {
    switch self {
    case .anchor: .time
    case .pastDeed, .pastDeedWithAnchor, .pastDeedWithoutAnchor, .pastDeedByUs: .event
    case .presentDeed, .presentDeedByUs, .presentDeedWithRepetition, .presentByOthers: .practice
    case .repetition: .repetition
    case .wouldWithRepetition, .pastInOldTimes: .earlierPractice
    case .numberWithUnit, .unitRate: .figure
    case .question, .questionWord, .questionAuxiliary: .information
    case .imperative, .modalQuestion, .stanceThenShould, .requires, .wishFor, .fragmentOfMore: .ask
    case .needByUs, .needByThing, .needObject: .need
    case .counterfactual: .counterfactual
    case .condition: .condition
    case .conditional, .conditionalByUs, .conditionalByOthers, .conditionalBenefit: .conditional
    case .futureTime, .planByUs, .needWithTime: .plan
    case .verdictBad, .verdictGood, .verdictCompared, .fragmentOfBad, .pastReaction, .pastBeOnly, .negatedMental, .goodIsGeneral, .itDoesToMe, .itDidToMe,
      .pastOnScreen, .needNegated:
      .judgement
    case .genericPresent: .generalisation
    case .stanceFirst: .stance
    case .praiseOnly, .praiseWithoutDeed, .fragmentOfGood, .goodIsThis: .praise
    default: nil
    }
  }
}

extension Grade {
  /// Whether words that say `cue` speak for the grade.
  func rests(on cue: QuoteCue) -> Bool {
    switch self {
    case .anecdote: [.event, .time, .occasion].contains(cue)
    case .habit: [.practice, .repetition, .earlierPractice, .figure, .obligation].contains(cue)
    case .request: [.ask, .need, .information, .proposal, .obligation].contains(cue)
    case .opinion: [.judgement, .stance, .generalisation].contains(cue)
    case .hypothetical: [.conditional, .condition, .counterfactual, .plan].contains(cue)
    case .compliment: [.praise, .thanks].contains(cue)
    }
  }
}
