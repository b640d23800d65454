/// Pairs of words that name the two ends of one scale: who names both suggests neither.
enum Scales {
  /// The pairs, by the exclusive or of their keys: a word may stand on several scales.
  static let opposites = WordSet(pairs: list)

  /// The pairs as words: each is an end of some scale.
  static var ends: WordList { list }

  private static let list: WordList = """
    easy/difficult easy/hard simple/complicated simple/complex good/bad well/badly well/poorly better/worse best/worst like/dislike \
    liked/disliked likes/dislikes love/hate loved/hated happy/unhappy satisfied/dissatisfied satisfied/unsatisfied useful/useless \
    helpful/unhelpful important/unimportant positive/negative strong/weak fast/slow faster/slower quick/slow cheap/expensive \
    clear/unclear more/less high/low comfortable/uncomfortable convenient/inconvenient pleasant/unpleasant easier/harder \
    agree/disagree annoyed/pleased pleased/annoyed before/after up/down increase/decrease increased/decreased rise/fall more/fewer for/against with/without on/off in/out same/different inside/outside earlier/later likely/unlikely confident/unsure effective/ineffective clear/confusing straightforward/complicated big/small early/late \
    enjoy/dread enjoy/dislike enjoy/hate love/dread gained/lost won/lost advantages/disadvantages strengths/weaknesses pros/cons worked/failed up/down
    """
}
