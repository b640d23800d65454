/// The closed classes a word belongs to, and a little of its form.
///
/// Words of several classes carry them all ("have" is an auxiliary and a verb, "that" a determiner, a pronoun and a
/// conjunction): position decides.
package struct WordClass: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  // Verbs that carry the grammar.
  /// Forms of "be", also contracted.
  package static var be: Self { Self(bit: 0) }
  /// Forms of "have", also contracted.
  package static var have: Self { Self(bit: 1) }
  /// do, does, did.
  package static var doing: Self { Self(bit: 2) }
  /// can, could, will, would, shall, should, may, might, must, 'll, 'd.
  package static var modal: Self { Self(bit: 3) }
  /// would, could, should, might, 'd: what is not (yet) so.
  package static var conditional: Self { Self(bit: 4) }
  /// not, n't, never, no, nobody, nothing, …
  package static var negation: Self { Self(bit: 5) }

  // Pronouns and determiners.
  /// I, you, we, he, she, it, they, there, who: what can follow an auxiliary in a question.
  package static var subject: Self { Self(bit: 6) }
  /// I, me, my, mine, myself.
  package static var firstSingular: Self { Self(bit: 7) }
  /// we, us, our, ours, ourselves.
  package static var firstPlural: Self { Self(bit: 8) }
  /// you, your, yours, yourself.
  package static var second: Self { Self(bit: 9) }
  /// he, she, it, they and their forms.
  package static var third: Self { Self(bit: 10) }
  /// this, that, these, those, it, such: refers to something already named.
  package static var anaphor: Self { Self(bit: 11) }
  /// a, an, the, this, some, each, …
  package static var determiner: Self { Self(bit: 12) }
  /// my, your, his, her, its, our, their.
  package static var possessive: Self { Self(bit: 13) }
  /// any, anything, anyone, anybody, anywhere, ever.
  package static var anyWord: Self { Self(bit: 14) }
  /// all, every, each, everyone, everything, always, none, nobody, never: claims without exception.
  package static var universal: Self { Self(bit: 15) }

  // Words that join.
  /// what, which, who, whom, whose, when, where, why, how.
  package static var wh: Self { Self(bit: 16) }
  package static var preposition: Self { Self(bit: 17) }
  /// and, or, but, nor, so, yet, plus, &.
  package static var conjunction: Self { Self(bit: 18) }
  /// if, when, while, because, although, since, until, unless, before, after, once, whether, though, as.
  package static var subordinator: Self { Self(bit: 19) }

  // Time and number.
  /// yesterday, today, tonight, ago, recently, last, … and names of days and months.
  package static var time: Self { Self(bit: 20) }
  /// day, week, month, quarter, year, hour, minute, sprint, … also in the plural.
  package static var timeUnit: Self { Self(bit: 21) }
  /// Names of days of the week.
  package static var weekday: Self { Self(bit: 22) }
  /// Names of months, without "may" and "march", which are rarely months in lower case.
  package static var month: Self { Self(bit: 23) }
  /// usually, typically, normally, generally, often, always, sometimes, rarely, …
  package static var frequency: Self { Self(bit: 24) }
  /// one, two, three, …, dozen, hundred, half, couple, several.
  package static var numeral: Self { Self(bit: 25) }
  /// tomorrow, soon, someday, eventually: time to come.
  package static var future: Self { Self(bit: 26) }

  // Verb forms.
  /// A past form: irregular by table ("went", "wrote"), regular by its ending ("merged").
  package static var past: Self { Self(bit: 27) }
  /// A past participle, irregular by table, regular by its ending.
  package static var participle: Self { Self(bit: 28) }
  /// A form on -ing that is a verb's.
  package static var gerund: Self { Self(bit: 29) }
  /// A common verb in its plain form ("go", "use", "send").
  package static var baseVerb: Self { Self(bit: 30) }
  /// An adverb on -ly, or one of the common ones.
  package static var adverb: Self { Self(bit: 31) }
  /// very, really, so, too, quite, pretty, extremely, how: raises or lowers the next word.
  package static var degree: Self { Self(bit: 32) }

  // Speech.
  /// um, uh, er, hmm, well, okay, yeah, like, so, alright: fillers that may open an utterance.
  package static var filler: Self { Self(bit: 33) }
  /// A verb of telling in the imperative: tell, show, walk, describe, explain, take, talk, give, think, …
  package static var prompt: Self { Self(bit: 34) }

  /// A noun or adjective that only looks like a verb form or an adverb ("family", "hundred", "billing").
  package static var plain: Self { Self(bit: 35) }

  /// Any auxiliary that can open a yes/no question.
  package static var auxiliary: Self { [.be, .have, .doing, .modal] }

  /// Whether the word is in at least one of `classes`.
  @inline(__always)
  package func any(_ classes: Self) -> Bool { rawValue & classes.rawValue != 0 }
}
