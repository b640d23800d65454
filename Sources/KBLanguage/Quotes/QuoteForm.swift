/// What the words of a quote allow by their form, whatever they are about.
struct QuoteForm: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  /// A finite verb in the past, outside a condition.
  static let past = QuoteForm(rawValue: 1)
  /// A past deed that carries its sentence.
  static let pastDeed = QuoteForm(rawValue: 2)
  /// A date, a weekday, a named time: something that ties the past to one occasion.
  static let anchor = QuoteForm(rawValue: 4)
  /// The main clause is a would, could, might or will.
  static let modalMain = QuoteForm(rawValue: 8)
  /// Words of repetition.
  static let repetition = QuoteForm(rawValue: 16)
  /// An order, a question, a wish, a need or a "should".
  static let ask = QuoteForm(rawValue: 32)
  /// The present tells of a past occasion ("so I'm standing there on Friday").
  static let historicPresent = QuoteForm(rawValue: 64)
  /// Praise, and neither deed nor ask.
  static let praiseOnly = QuoteForm(rawValue: 128)
  /// A condition, or a past that did not happen.
  static let condition = QuoteForm(rawValue: 256)
  /// A deed in the present or a description of how things stand.
  static let present = QuoteForm(rawValue: 512)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ analysis: borrowing QuoteAnalysis) {
    var form: QuoteForm = []
    for clause in analysis.clauses.run {
      switch clause.tense {
      case .past, .pastPerfect, .perfect:
        guard clause.role != .condition else { break }
        form.insert(.past)
        if clause.role == .main, clause.verb.isDeed, clause.tense != .perfect {
          form.insert(.pastDeed)
        }
      case .would, .could, .might, .will, .goingTo, .counterfactual: if clause.role == .main { form.insert(.modalMain) }
      case .imperative, .wish, .propose, .should, .haveTo: form.insert(.ask)
      case .present, .progressive:
        if clause.role == .main { form.insert(.present) }
        if clause.verb == .desire || clause.verb == .require { form.insert(.ask) }
        if clause.tense == .progressive, analysis.facts.anchor != nil { form.insert(.historicPresent) }
      case .can, .hedge, .usedTo: break
      }
      if clause.role == .condition || clause.tense == .counterfactual { form.insert(.condition) }
    }
    if analysis.facts.anchor != nil { form.insert(.anchor) }
    if analysis.facts.phrases.contains(.occasion) { form.insert(.historicPresent) }
    if analysis.facts.repetition != nil { form.insert(.repetition) }
    if analysis.facts.isQuestion || analysis.facts.phrases.contains(.ask) || analysis.facts.phrases.contains(.niceIf) { form.insert(.ask) }
    if analysis.facts.isPraiseOnly { form.insert(.praiseOnly) }
    self = form
  }

  /// Whether the words can tell of an event: a past verb that carries the sentence, or a historic present.
  var allowsEvent: Bool {
    if contains(.modalMain) { return contains(.pastDeed) && (contains(.anchor) || !contains(.condition)) }
    return contains(.past) || contains(.historicPresent)
  }
}
