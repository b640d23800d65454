/// What a word means to the question rules, beyond its grammar.
struct Lexeme: OptionSet, Sendable, Hashable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  /// Adjectives of feeling, worth or ease: one-sided after "how".
  static var stance: Self { Self(bit: 0) }
  /// Words that judge whatever they stand before: "clunky", "award-winning".
  static var evaluative: Self { Self(bit: 1) }
  /// Words that judge only what is ours: "fast", "simple", "new" before a noun of our product.
  static var praise: Self { Self(bit: 2) }
  /// Words that judge only before a noun, and are plain facts elsewhere: "slow", "messy", "broken".
  static var blame: Self { Self(bit: 3) }
  /// Nouns that judge: "mess", "nightmare", "dinosaur".
  static var epithet: Self { Self(bit: 4) }
  /// Verbs whose meaning contains trouble: struggle, waste, lose, suffer, hate.
  static var painVerb: Self { Self(bit: 5) }
  /// Nouns whose meaning contains trouble: pain, frustration, headache, chaos.
  static var painNoun: Self { Self(bit: 6) }
  /// Verbs that do something to a person's mood: frustrates, annoys, worries.
  static var moodVerb: Self { Self(bit: 7) }
  /// Verbs of gain: improve, save, help, benefit, simplify.
  static var gainVerb: Self { Self(bit: 8) }
  /// Nouns of gain: benefit, improvement, advantage, value, savings.
  static var gainNoun: Self { Self(bit: 9) }
  /// Neutral nouns of trouble: challenge, problem, issue, obstacle.
  static var problemNoun: Self { Self(bit: 10) }
  /// Events that must have been told before they can be asked about: resistance, complaint, failure.
  static var eventNoun: Self { Self(bit: 11) }
  /// Judgement in a predicate: well, good, clear, helpful, smooth: makes a check evaluative.
  static var judgement: Self { Self(bit: 12) }
  /// pay, spend, afford, budget, charge.
  static var payVerb: Self { Self(bit: 13) }
  /// price, cost, fee, discount, budget, subscription.
  static var priceNoun: Self { Self(bit: 14) }
  /// dollar, euro, pounds, $, €, k.
  static var currency: Self { Self(bit: 15) }
  /// Nouns of what we sell: product, tool, app, platform, feature, dashboard, …
  static var productNoun: Self { Self(bit: 16) }
  /// Nouns of our talk with them: notes, call, interview, session, recording.
  static var talkNoun: Self { Self(bit: 17) }
  /// Verbs by which a maker announces: build, launch, ship, release, solve, automate.
  static var makerVerb: Self { Self(bit: 18) }
  /// Verbs of telling, by which a request asks for a story.
  static var tellVerb: Self { Self(bit: 19) }
  /// Verbs of taking on a product: use, adopt, buy, switch, recommend, renew.
  static var adoptVerb: Self { Self(bit: 20) }
  /// Verbs of doing on a screen: click, scroll, go, look, expect.
  static var actVerb: Self { Self(bit: 21) }
  /// Verbs of wishing: want, like, prefer, love, need.
  static var wishVerb: Self { Self(bit: 22) }
  /// feature, functionality, capability, improvement, change: nouns of a wish-list.
  static var featureNoun: Self { Self(bit: 23) }
  /// opinion, view, thoughts, feedback, impression.
  static var opinionNoun: Self { Self(bit: 24) }
  /// feel about, think of, satisfied with, happy with: attitudes that take one object.
  static var attitude: Self { Self(bit: 25) }
  /// People in general, or like the one asked: companies, people, others, peers, hospitals.
  static var othersNoun: Self { Self(bit: 26) }
  /// Nouns of artefacts one can be shown: example, document, screenshot, spreadsheet.
  static var artefact: Self { Self(bit: 27) }
  /// Verbs of reporting: said, told, mentioned, described, called, wrote.
  static var sayVerb: Self { Self(bit: 28) }
  /// Nouns that open a guide: role, day, job, background, responsibilities, team.
  static var roleNoun: Self { Self(bit: 29) }
  /// Verbs of a failure: fail, break, crash.
  static var failVerb: Self { Self(bit: 30) }
  /// realise, notice, discover, know: what follows is taken as true.
  static var factive: Self { Self(bit: 31) }
  /// Nouns one must not take for one that follows an adjective: time, way, idea, example ("a good time").
  static var neutralHead: Self { Self(bit: 32) }
  /// Words that are no topic: thing, way, kind, lot, bit.
  static var empty: Self { Self(bit: 33) }
  /// Verbs of logistics after "may I" and "could we": record, ask, see, call, contact, meet.
  static var logistics: Self { Self(bit: 34) }
  /// Harm done by an event: hurt, damage, disrupt.
  static var harmVerb: Self { Self(bit: 35) }
  /// Degree adverbs that judge by themselves: painfully, ridiculously, notoriously.
  static var slantedAdverb: Self { Self(bit: 36) }
  /// Typical, usual, average, general as adjectives.
  static var typical: Self { Self(bit: 37) }
  /// Names of our product, as configured.
  static var product: Self { Self(bit: 38) }
  /// Dates and instances: incident, outage, migration: nouns of one event.
  static var instanceNoun: Self { Self(bit: 39) }
  /// Verbs that describe: describe, characterise, define, summarise: polite with "would".
  static var describeVerb: Self { Self(bit: 40) }
  /// Verbs of changing: change, improve, fix, add, remove.
  static var changeVerb: Self { Self(bit: 41) }
  /// screen, page, prototype, form: what a usability task looks at.
  static var screenNoun: Self { Self(bit: 42) }

  /// Ways of going about something: what is usual there is a generalisation.
  static var procedure: Self { Self(bit: 44) }

  /// What only a forecast can say of people: use, buy, switch.
  static var forecastVerb: Self { Self(bit: 45) }

  /// The verbs of telling that are hardly ever anything else.
  static var storyVerb: Self { Self(bit: 43) }

  /// One end of a scale.
  static var scaleEnd: Self { Self(bit: 46) }

  @inline(__always)
  func any(_ other: Self) -> Bool { rawValue & other.rawValue != 0 }
}
