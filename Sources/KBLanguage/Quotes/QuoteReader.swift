import KBModel

/// Grades what a customer said: from one event that happened down to praise.
///
/// The reader finds the finite verbs of the quote, their tense, subject and place in the sentence, fixed phrases, times
/// and words of worth, and weighs them with a small linear model. Rules of form stand beside the model: what has no
/// past verb, or hangs on a "would" or an "if", is never an anecdote.
///
///     let reading = QuoteReader().read("Yesterday I sent the wrong rota to Leeds.")
///     reading.grade        // .anecdote
///
/// Linear in the length of the text; every input has a reading. English only.
package struct QuoteReader: Sendable {
  private let scorer = QuoteScorer.shared

  package init() {}

  package func read(_ text: String) -> QuoteReading { read(TokenisedText(text)) }

  package func read(_ text: TokenisedText) -> QuoteReading {
    let senses = QuoteSenses.of(text)
    var whole = QuoteAnalysis(tokens: text.tokens, senses: senses)
    var rungs: [QuoteReading.Rung] = []
    var best = SIMD8<Float>.zero
    if text.sentences.count > 1 {
      var seen = 0
      for sentence in text.sentences {
        var analysis = QuoteAnalysis(tokens: text.tokens, senses: senses)
        analysis.observe(sentence)
        whole.absorb(analysis)
        analysis.conclude()
        var single = scorer.likelihoods(analysis.evidence)
        Self.forbidEvents(QuoteForm(analysis), &single)
        best = pointwiseMax(best, single)
        let grade = Self.grade(single)
        if single[grade.column] >= Self.clear, seen & (1 << grade.column) == 0 {
          seen |= 1 << grade.column
          rungs.append(.init(grade: grade, span: span(sentence.tokens, in: text)))
        }
      }
    } else if let sentence = text.sentences.first {
      whole.observe(sentence)
    }
    whole.conclude()
    let form = QuoteForm(whole)
    var likelihoods = scorer.likelihoods(whole.evidence)
    if text.sentences.count > 1 {
      // The highest rung really present: a sentence that is clearly one counts more than the mixture of all.
      likelihoods = likelihoods * 0.4 + best * (0.6 / best.sum())
    }
    Self.forbidEvents(form, &likelihoods)
    // What says nothing is taken as a quote without a grade is: as an opinion.
    let grade = whole.saysNothing ? .opinion : Self.grade(likelihoods)
    if rungs.isEmpty, whole.wordCount > 0 {
      rungs = [.init(grade: grade, span: span(0..<text.tokens.count, in: text))]
    }
    return QuoteReading(
      grade: grade, finer: finer(grade, form, whole), cues: cues(for: grade, whole, in: text), rungs: rungs,
      wordCount: whole.wordCount, likelihoods: .init(values: likelihoods), form: form)
  }

  /// How likely a sentence's grade must be to count as a rung of its own.
  private static let clear: Float = 0.75

  private static func grade(_ likelihoods: SIMD8<Float>) -> Grade {
    var best = Grade.anecdote
    for grade in Grade.allCases where likelihoods[grade.column] > likelihoods[best.column] { best = grade }
    return best
  }

  /// Takes the event away from words whose form cannot tell of one, and shares it out among the others.
  private static func forbidEvents(_ form: QuoteForm, _ likelihoods: inout SIMD8<Float>) {
    guard !form.allowsEvent else { return }
    likelihoods[Grade.anecdote.column] = 0
    let sum = likelihoods.sum()
    if sum > 0 { likelihoods /= SIMD8(repeating: sum) }
  }

  private func finer(_ grade: Grade, _ form: QuoteForm, _ analysis: QuoteAnalysis) -> QuoteReading.Finer? {
    switch grade {
    case .anecdote: form.contains(.anchor) ? .datedAnecdote : .undatedAnecdote
    case .habit: form.contains(.repetition) && analysis.hasNumber || analysis.hasRate ? .numberedHabit : .genericHabit
    default: nil
    }
  }

  // MARK: Cues

  /// The words that speak most for the grade, at most four runs, without overlaps.
  private func cues(for grade: Grade, _ analysis: QuoteAnalysis, in text: TokenisedText) -> [QuoteReading.Cue] {
    guard analysis.wordCount > 0 else { return [] }
    var found: [(cue: QuoteCue, tokens: Range<Int>, weight: Float)] = []
    for item in analysis.evidence {
      guard let cue = item.feature.cue(for: grade) else { continue }
      let weights = scorer.weight(of: item.feature)
      // A long run says less to the eye than a short one.
      let weight = weights[grade.column] - 0.02 * Float(item.tokens.count)
      if let same = found.firstIndex(where: { $0.tokens.overlaps(item.tokens) }) {
        if item.tokens.count < found[same].tokens.count || weight > found[same].weight && item.tokens.count == found[same].tokens.count {
          found[same] = (cue, item.tokens, max(weight, found[same].weight))
        }
      } else {
        found.append((cue, item.tokens, weight))
      }
      if found.count > 24 { break }
    }
    found.sort { $0.weight > $1.weight }
    var kept: [(cue: QuoteCue, tokens: Range<Int>, weight: Float)] = []
    for item in found where kept.count < 4 && !kept.contains(where: { $0.tokens.overlaps(item.tokens) }) { kept.append(item) }
    if kept.isEmpty { kept = [(Self.plainCue(grade), 0..<text.tokens.count, 0)] }
    kept.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return kept.map { .init(span: span($0.tokens, in: text), cue: $0.cue) }
  }

  /// What a quote of the grade says when no single word of it does.
  private static func plainCue(_ grade: Grade) -> QuoteCue {
    switch grade {
    case .anecdote: .event
    case .habit: .practice
    case .request: .ask
    case .opinion: .judgement
    case .hypothetical: .conditional
    case .compliment: .praise
    }
  }

  private func span(_ tokens: Range<Int>, in text: TokenisedText) -> QuoteReading.Span {
    let bytes = text.bytes(of: tokens)
    return .init(bytes: bytes, scalars: text.scalars(of: bytes))
  }
}
