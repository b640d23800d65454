internal import KBModel

extension QuestionJudge {
  /// Asks how things usually are, not what happened.
  mutating func findVagueTime() {
    for sentence in utterance.sentences where sentence.asks {
      guard !isReported(sentence) else { continue }
      for hit in utterance.all(.vagueTime, in: sentence.tokens) {
        if utterance.hits.contains(where: { $0.cue == .typicalDay && $0.tokens.overlaps(hit) }) { continue }
        if utterance.hits.contains(where: { $0.cue == .agreement && $0.tokens.overlaps(hit) }) { continue }
        // "How has it changed over the years?": what happened since.
        if utterance.text[hit.lowerBound].key == "over", utterance.first(in: span(sentence.main, hit.lowerBound), where: { token, _ in token.key == "changed" || token.key == "evolved" }) != nil { continue }
        // "…, and then show me what you did yesterday": the instance is asked for.
        if let instance = utterance.first(.bounded, in: span(hit.upperBound, sentence.end)), span(hit.upperBound, instance.lowerBound).contains(where: { utterance.word($0) == .did || utterance.word($0) == .was }) {
          continue
        }
        add(.vagueTime, hit, Self.general)
        break
      }
    }
  }

  /// Asks for a rate of something that has not come up.
  mutating func findFrequency() {
    for sentence in utterance.sentences where sentence.asks {
      guard let hit = utterance.first(.frequency, in: sentence.tokens) else { continue }
      if utterance.has(.ifAny, in: sentence.tokens) || utterance.has(.twoSided, in: sentence.tokens) || utterance.has(.bounded, in: sentence.tokens) { continue }
      if isReported(sentence) { continue }
      if hasPronoun(in: span(hit.upperBound, sentence.end)) { continue }
      add(.frequencyAssumption, hit, Self.rate)
    }
  }

  private static let general = "asks how it usually goes: people answer with what they believe about themselves; ask for the last time"
  private static let rate = "asks for a rate before you know that it happens at all"
}
