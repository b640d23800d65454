/// What a single word can be, as far as the grade of a quote depends on it.
///
/// A word may have several senses ("report" is a verb and a noun); position decides between them.
struct Sense: OptionSet, Sendable, Hashable {
  var rawValue: UInt128

  private init(bit: Int) { rawValue = 1 << UInt128(bit) }
  init(rawValue: UInt128) { self.rawValue = rawValue }

  // Who.
  static let i = Sense(bit: 0)
  static let we = Sense(bit: 1)
  /// me, us, myself.
  static let selfObject = Sense(bit: 2)
  /// my, our.
  static let selfOwned = Sense(bit: 3)
  static let you = Sense(bit: 4)
  static let yourOwned = Sense(bit: 5)
  /// he, she, they.
  static let third = Sense(bit: 6)
  static let it = Sense(bit: 7)
  /// this, that, these, those.
  static let pointing = Sense(bit: 8)
  static let there = Sense(bit: 9)
  /// nobody, everyone.
  static let everyone = Sense(bit: 10)
  /// someone, somebody.
  static let someone = Sense(bit: 11)
  /// Kinds of people and organisations spoken of in general.
  static let folk = Sense(bit: 12)
  /// Parts of a page or screen that lie before the speaker in a test.
  static let screen = Sense(bit: 13)
  /// demo, presentation, webinar: our own occasions.
  static let ourOccasion = Sense(bit: 14)

  // Closed classes.
  static let article = Sense(bit: 15)
  static let preposition = Sense(bit: 16)
  static let coordinator = Sense(bit: 17)
  /// when, because, after ... : opens a clause of its own that is not the main one.
  static let subordinator = Sense(bit: 18)
  static let ifWord = Sense(bit: 19)
  static let asking = Sense(bit: 20)
  static let not = Sense(bit: 21)
  static let adverb = Sense(bit: 22)

  // Auxiliaries.
  static let bePresent = Sense(bit: 23)
  static let bePast = Sense(bit: 24)
  static let beOther = Sense(bit: 25)
  static let have = Sense(bit: 26)
  static let had = Sense(bit: 27)
  static let `do` = Sense(bit: 28)
  static let did = Sense(bit: 29)
  static let would = Sense(bit: 30)
  static let could = Sense(bit: 31)
  static let might = Sense(bit: 32)
  static let will = Sense(bit: 33)
  static let should = Sense(bit: 34)
  static let can = Sense(bit: 35)
  /// "'d": would or had.
  static let cliticD = Sense(bit: 36)
  /// "'s": is, has or a possessive.
  static let cliticS = Sense(bit: 37)
  static let to = Sense(bit: 38)

  // Forms of verbs.
  static let base = Sense(bit: 39)
  static let thirdForm = Sense(bit: 40)
  static let past = Sense(bit: 41)
  static let participle = Sense(bit: 42)
  static let ing = Sense(bit: 43)

  // Kinds of verbs.
  static let mental = Sense(bit: 44)
  static let affect = Sense(bit: 45)
  static let desire = Sense(bit: 46)
  static let plan = Sense(bit: 47)
  static let seeming = Sense(bit: 48)
  static let stative = Sense(bit: 49)
  static let saying = Sense(bit: 50)
  /// add, show, let, fix: what an order to a maker begins with.
  static let order = Sense(bit: 51)
  static let require = Sense(bit: 52)

  // Time.
  static let weekday = Sense(bit: 53)
  static let weekdays = Sense(bit: 54)
  static let month = Sense(bit: 55)
  static let pastTime = Sense(bit: 56)
  static let last = Sense(bit: 57)
  static let next = Sense(bit: 58)
  static let futureTime = Sense(bit: 59)
  static let unit = Sense(bit: 60)
  static let once = Sense(bit: 61)
  static let habitual = Sense(bit: 62)
  static let each = Sense(bit: 63)
  static let rate = Sense(bit: 64)
  static let partOfDay = Sense(bit: 65)

  // Worth.
  static let good = Sense(bit: 66)
  static let bad = Sense(bit: 67)
  static let compared = Sense(bit: 68)
  static let badNoun = Sense(bit: 69)
  static let praise = Sense(bit: 70)
  static let thanks = Sense(bit: 71)
  static let weighty = Sense(bit: 72)
  static let degree = Sense(bit: 73)

  // Stance.
  static let maybe = Sense(bit: 74)
  static let certain = Sense(bit: 75)
  static let please = Sense(bit: 76)
  static let lacking = Sense(bit: 77)
  static let more = Sense(bit: 78)
  static let honest = Sense(bit: 79)
  static let numberWord = Sense(bit: 80)
  static let interjection = Sense(bit: 81)
  static let future = Sense(bit: 82)
  static let phraseStart = Sense(bit: 83)
  static let feature = Sense(bit: 84)
  static let benefit = Sense(bit: 85)
  static let onlyMake = Sense(bit: 86)
  static let hopeful = Sense(bit: 87)
  static let relative = Sense(bit: 88)
  static let adjective = Sense(bit: 89)
  static let nounLike = Sense(bit: 90)
  static let most = Sense(bit: 91)
  static let instead = Sense(bit: 92)
  static let eventVerb = Sense(bit: 93)

  /// Ends in a plural "s".
  static let plural = Sense(bit: 94)

  static let verbKinds: Sense = [.mental, .affect, .desire, .plan, .seeming, .stative, .saying, .require]
  static let anyModal: Sense = [.would, .could, .might, .will, .should, .can]
  static let anyBe: Sense = [.bePresent, .bePast, .beOther]
  static let auxiliary: Sense = [
    .bePresent, .bePast, .beOther, .have, .had, .do, .did, .would, .could, .might, .will, .should, .can, .cliticD,
    .cliticS,
  ]
  static let pronoun: Sense = [.i, .we, .you, .third, .it, .pointing, .there, .everyone, .someone]
  static let finiteForm: Sense = [.base, .thirdForm, .past]
}
