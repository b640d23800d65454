/// The features of quotes as text, for training outside.
package enum QuoteFeatures {
  /// The number of different features.
  package static let count = QuoteFeature.count

  /// The features that `text` shows: those of the whole, then those of each sentence where there are several, parted by
  /// "|", each a list of ascending numbers.
  package static func line(_ text: String) -> String {
    TokenView.read(text) { text in
      let senses = QuoteSenses.of(text)
      func numbers(_ sentences: Slice<Run<TokenisedText.Sentence>>) -> String {
        var analysis = QuoteAnalysis(tokens: text.tokens, senses: senses.run)
        for sentence in sentences { analysis.observe(sentence) }
        analysis.conclude()
        return Set(analysis.evidence.run.map(\.feature.index)).sorted().map(String.init).joined(separator: " ")
      }
      var parts = [numbers(text.sentences[...])]
      if text.sentences.count > 1 {
        for index in text.sentences.indices { parts.append(numbers(text.sentences[index...index])) }
      }
      return parts.joined(separator: "|")
    }
  }
}
