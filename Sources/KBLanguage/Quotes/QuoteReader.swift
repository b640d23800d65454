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
  package init() {}

  package func read(_ text: String) -> QuoteReading { TokenView.read(text) { read($0) } }

  package func read(_ text: TokenisedText) -> QuoteReading { text.withView { read($0) } }

  private func read(_ text: TokenView) -> QuoteReading {
    let scorer = QuoteScorer.shared
    let senses = QuoteSenses.of(text)
    var analysis = QuoteAnalysis(tokens: text.tokens, senses: senses.run)
    var rungs: [QuoteReading.Rung] = []
    var best = SIMD8<Float>.zero
    if text.sentences.count > 1 {
      var whole = QuoteAnalysis.Facts()
      var seen = 0
      for sentence in text.sentences {
        analysis.beginSentence()
        analysis.observe(sentence)
        whole.absorb(analysis.facts)
        let observed = analysis.evidence.count
        analysis.conclude()
        var single = scorer.likelihoods(analysis.evidence.run, from: analysis.facts.firstEvidence)
        Self.forbidEvents(QuoteForm(analysis), &single)
        analysis.forgetEvidence(from: observed)
        best = pointwiseMax(best, single)
        let grade = Self.grade(single)
        if single[grade.column] >= Self.clear, seen & (1 << grade.column) == 0 {
          seen |= 1 << grade.column
          rungs.append(.init(grade: grade, span: span(sentence.tokens, in: text)))
        }
      }
      analysis.facts = whole
    } else if let sentence = text.sentences.first {
      analysis.observe(sentence)
    }
    analysis.conclude()
    let form = QuoteForm(analysis)
    var likelihoods = scorer.likelihoods(analysis.evidence.run, from: 0)
    if text.sentences.count > 1 {
      // The highest rung really present: a sentence that is clearly one counts more than the mixture of all.
      likelihoods = likelihoods * 0.4 + best * (0.6 / best.sum())
    }
    Self.forbidEvents(form, &likelihoods)
    // What says nothing is taken as a quote without a grade is: as an opinion.
    let grade = analysis.saysNothing ? .opinion : Self.grade(likelihoods)
    let wordCount = analysis.facts.wordCount
    if rungs.isEmpty, wordCount > 0 {
      rungs = [.init(grade: grade, span: span(0..<text.tokens.count, in: text))]
    }
    return QuoteReading(
      grade: grade, finer: finer(grade, form, analysis), cues: cues(for: grade, analysis, in: text), rungs: rungs,
      wordCount: wordCount, likelihoods: .init(values: likelihoods), form: form)
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

  private func finer(_ grade: Grade, _ form: QuoteForm, _ analysis: borrowing QuoteAnalysis) -> QuoteReading.Finer? {
    switch grade {
    case .anecdote: form.contains(.anchor) ? .datedAnecdote : .undatedAnecdote
    case .habit: form.contains(.repetition) && analysis.hasNumber || analysis.hasRate ? .numberedHabit : .genericHabit
    default: nil
    }
  }

  // MARK: Cues

  private struct Candidate {
    var cue: QuoteCue
    var tokens: Range<Int>
    var weight: Float
  }

  /// The words that speak most for the grade, at most four runs, without overlaps.
  private func cues(for grade: Grade, _ analysis: borrowing QuoteAnalysis, in text: TokenView) -> [QuoteReading.Cue] {
    guard analysis.facts.wordCount > 0 else { return [] }
    let scorer = QuoteScorer.shared
    let cues = QuoteCues.shared
    var found = Findings<Candidate>(capacity: 12)
    for item in analysis.evidence.run {
      guard let cue = cues.cue(of: item.feature, for: grade) else { continue }
      // A long run says less to the eye than a short one.
      let weight = scorer.weight(of: item.feature)[grade.column] - 0.02 * Float(item.tokens.count)
      if let same = found.run.firstIndex(where: { $0.tokens.overlaps(item.tokens) }) {
        let old = found[same]
        if item.tokens.count < old.tokens.count || weight > old.weight && item.tokens.count == old.tokens.count {
          found[same] = Candidate(cue: cue, tokens: item.tokens, weight: max(weight, old.weight))
        }
      } else {
        found.append(Candidate(cue: cue, tokens: item.tokens, weight: weight))
      }
      if found.count > 24 { break }
    }
    found.sort { $0.weight > $1.weight }
    var kept = 0
    for number in 0..<found.count where kept < 4 {
      let item = found[number]
      if found.run[..<kept].contains(where: { $0.tokens.overlaps(item.tokens) }) { continue }
      found[kept] = item
      kept += 1
    }
    found.truncate(to: kept)
    if found.isEmpty { found.append(Candidate(cue: Self.plainCue(grade), tokens: 0..<text.tokens.count, weight: 0)) }
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return found.run.map { .init(span: span($0.tokens, in: text), cue: $0.cue) }
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

  private func span(_ tokens: Range<Int>, in text: TokenView) -> QuoteReading.Span {
    let bytes = text.bytes(of: tokens)
    return .init(bytes: bytes, scalars: text.scalars(of: bytes))
  }
}
