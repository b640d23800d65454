/// What a single word can be, as far as the grade of a quote depends on it.
///
/// A word may have several senses ("report" is a verb and a noun); position decides between them.
struct Sense: OptionSet, Sendable, Hashable {
  var rawValue: UInt128

  @inline(__always)
  private init(bit: Int) { rawValue = 1 &<< UInt128(truncatingIfNeeded: bit) }
  init(rawValue: UInt128) { self.rawValue = rawValue }

  // Who.
  static var i: Sense { Sense(bit: 0) }
  static var we: Sense { Sense(bit: 1) }
  /// me, us, myself.
  static var selfObject: Sense { Sense(bit: 2) }
  /// my, our.
  static var selfOwned: Sense { Sense(bit: 3) }
  static var you: Sense { Sense(bit: 4) }
  static var yourOwned: Sense { Sense(bit: 5) }
  /// he, she, they.
  static var third: Sense { Sense(bit: 6) }
  static var it: Sense { Sense(bit: 7) }
  /// this, that, these, those.
  static var pointing: Sense { Sense(bit: 8) }
  static var there: Sense { Sense(bit: 9) }
  /// nobody, everyone.
  static var everyone: Sense { Sense(bit: 10) }
  /// someone, somebody.
  static var someone: Sense { Sense(bit: 11) }
  /// Kinds of people and organisations spoken of in general.
  static var folk: Sense { Sense(bit: 12) }
  /// Parts of a page or screen that lie before the speaker in a test.
  static var screen: Sense { Sense(bit: 13) }
  /// demo, presentation, webinar: our own occasions.
  static var ourOccasion: Sense { Sense(bit: 14) }

  // Closed classes.
  static var article: Sense { Sense(bit: 15) }
  static var preposition: Sense { Sense(bit: 16) }
  static var coordinator: Sense { Sense(bit: 17) }
  /// when, because, after ... : opens a clause of its own that is not the main one.
  static var subordinator: Sense { Sense(bit: 18) }
  static var ifWord: Sense { Sense(bit: 19) }
  static var asking: Sense { Sense(bit: 20) }
  static var not: Sense { Sense(bit: 21) }
  static var adverb: Sense { Sense(bit: 22) }

  // Auxiliaries.
  static var bePresent: Sense { Sense(bit: 23) }
  static var bePast: Sense { Sense(bit: 24) }
  static var beOther: Sense { Sense(bit: 25) }
  static var have: Sense { Sense(bit: 26) }
  static var had: Sense { Sense(bit: 27) }
  static var `do`: Sense { Sense(bit: 28) }
  static var did: Sense { Sense(bit: 29) }
  static var would: Sense { Sense(bit: 30) }
  static var could: Sense { Sense(bit: 31) }
  static var might: Sense { Sense(bit: 32) }
  static var will: Sense { Sense(bit: 33) }
  static var should: Sense { Sense(bit: 34) }
  static var can: Sense { Sense(bit: 35) }
  /// "'d": would or had.
  static var cliticD: Sense { Sense(bit: 36) }
  /// "'s": is, has or a possessive.
  static var cliticS: Sense { Sense(bit: 37) }
  static var to: Sense { Sense(bit: 38) }

  // Forms of verbs.
  static var base: Sense { Sense(bit: 39) }
  static var thirdForm: Sense { Sense(bit: 40) }
  static var past: Sense { Sense(bit: 41) }
  static var participle: Sense { Sense(bit: 42) }
  static var ing: Sense { Sense(bit: 43) }

  // Kinds of verbs.
  static var mental: Sense { Sense(bit: 44) }
  static var affect: Sense { Sense(bit: 45) }
  static var desire: Sense { Sense(bit: 46) }
  static var plan: Sense { Sense(bit: 47) }
  static var seeming: Sense { Sense(bit: 48) }
  static var stative: Sense { Sense(bit: 49) }
  static var saying: Sense { Sense(bit: 50) }
  /// add, show, let, fix: what an order to a maker begins with.
  static var order: Sense { Sense(bit: 51) }
  static var require: Sense { Sense(bit: 52) }

  // Time.
  static var weekday: Sense { Sense(bit: 53) }
  static var weekdays: Sense { Sense(bit: 54) }
  static var month: Sense { Sense(bit: 55) }
  static var pastTime: Sense { Sense(bit: 56) }
  static var last: Sense { Sense(bit: 57) }
  static var next: Sense { Sense(bit: 58) }
  static var futureTime: Sense { Sense(bit: 59) }
  static var unit: Sense { Sense(bit: 60) }
  static var once: Sense { Sense(bit: 61) }
  static var habitual: Sense { Sense(bit: 62) }
  static var each: Sense { Sense(bit: 63) }
  static var rate: Sense { Sense(bit: 64) }
  static var partOfDay: Sense { Sense(bit: 65) }

  // Worth.
  static var good: Sense { Sense(bit: 66) }
  static var bad: Sense { Sense(bit: 67) }
  static var compared: Sense { Sense(bit: 68) }
  static var badNoun: Sense { Sense(bit: 69) }
  static var praise: Sense { Sense(bit: 70) }
  static var thanks: Sense { Sense(bit: 71) }
  static var weighty: Sense { Sense(bit: 72) }
  static var degree: Sense { Sense(bit: 73) }

  // Stance.
  static var maybe: Sense { Sense(bit: 74) }
  static var certain: Sense { Sense(bit: 75) }
  static var please: Sense { Sense(bit: 76) }
  static var lacking: Sense { Sense(bit: 77) }
  static var more: Sense { Sense(bit: 78) }
  static var honest: Sense { Sense(bit: 79) }
  static var numberWord: Sense { Sense(bit: 80) }
  static var interjection: Sense { Sense(bit: 81) }
  static var future: Sense { Sense(bit: 82) }
  static var phraseStart: Sense { Sense(bit: 83) }
  static var feature: Sense { Sense(bit: 84) }
  static var benefit: Sense { Sense(bit: 85) }
  static var onlyMake: Sense { Sense(bit: 86) }
  static var hopeful: Sense { Sense(bit: 87) }
  static var relative: Sense { Sense(bit: 88) }
  static var adjective: Sense { Sense(bit: 89) }
  static var nounLike: Sense { Sense(bit: 90) }
  static var most: Sense { Sense(bit: 91) }
  static var instead: Sense { Sense(bit: 92) }
  static var eventVerb: Sense { Sense(bit: 93) }

  /// Ends in a plural "s".
  static var plural: Sense { Sense(bit: 94) }

  // Single words that some constructions turn on.
  /// suppose, imagine: at the start of a sentence they open a case that is thought up.
  static var supposing: Sense { Sense(bit: 95) }
  /// makes, strikes: with "me" after it a reaction.
  static var moving: Sense { Sense(bit: 96) }
  static var asksFor: Sense { Sense(bit: 97) }
  static var expects: Sense { Sense(bit: 98) }
  /// change, move, remove: what a proposal does to a page.
  static var amends: Sense { Sense(bit: 99) }
  static var argues: Sense { Sense(bit: 100) }
  static var calls: Sense { Sense(bit: 101) }
  static var rather: Sense { Sense(bit: 102) }
  /// like, love, prefer: after "would" they ask.
  static var wishing: Sense { Sense(bit: 103) }
  static var going: Sense { Sense(bit: 104) }
  static var used: Sense { Sense(bit: 105) }
  static var got: Sense { Sense(bit: 106) }
  /// say, think, believe, claim: what a hedge is about.
  static var claims: Sense { Sense(bit: 107) }

  /// Whether the word has at least one of `senses`.
  @inline(__always)
  func any(_ senses: Sense) -> Bool { rawValue & senses.rawValue != 0 }

  static var verbKinds: Sense { [.mental, .affect, .desire, .plan, .seeming, .stative, .saying, .require] }
  static var anyModal: Sense { [.would, .could, .might, .will, .should, .can] }
  static var anyBe: Sense { [.bePresent, .bePast, .beOther] }
  static var auxiliary: Sense { anyBe.union(anyModal).union([.have, .had, .do, .did, .cliticD, .cliticS]) }
  static var pronoun: Sense { [.i, .we, .you, .third, .it, .pointing, .there, .everyone, .someone] }
  static var finiteForm: Sense { [.base, .thirdForm, .past] }
}
