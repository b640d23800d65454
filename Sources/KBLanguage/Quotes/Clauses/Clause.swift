/// One finite verb with what stands around it.
struct Clause: Sendable, Hashable {
  /// How the clause hangs in its sentence.
  enum Role: UInt8, Sendable, CaseIterable {
    case main
    /// Under "if", "unless", "provided", or an inverted "had" or "should".
    case condition
    /// Under when, because, which, that, …
    case subordinate
  }

  /// Tense and mood in one, as far as the grade depends on them.
  enum Tense: UInt8, Sendable, CaseIterable {
    case past
    case pastPerfect
    case perfect
    case present
    case progressive
    case would
    /// would have, could have, might have.
    case counterfactual
    case could
    case might
    case will
    /// going to, about to, planning to.
    case goingTo
    case should
    /// have to, need to.
    case haveTo
    case can
    case imperative
    /// A "would" that only softens a judgement: "I'd say", "it would be wrong to think".
    case hedge
    /// A "would" that asks: "I'd like", "it would be nice if".
    case wish
    /// A "would" that proposes a change to what lies on the table: "I'd move this up".
    case propose
    /// A "would" of old habit, and "used to".
    case usedTo

    /// Whether it tells of what will or would be.
    var isAhead: Bool { self == .will || self == .goingTo || self == .would }
    /// Whether it tells of what was before.
    var isPast: Bool { self == .past || self == .pastPerfect || self == .perfect }
  }

  enum Subject: UInt8, Sendable, CaseIterable {
    case none
    case i
    case we
    /// "my colleague", "our reps".
    case ours
    case you
    /// "your support".
    case yours
    /// he, she, they.
    case third
    /// it, this, that, there.
    case it
    /// nobody, everyone, people, managers.
    case generic
    case someone
    /// The page, the button: what lies before the speaker in a test.
    case screen
    /// Any other noun with an article, a number or a name.
    case noun
    /// A noun without any of these: "spreadsheets", "per-seat pricing".
    case bareNoun

    /// I, we, and what is ours.
    var isUs: Bool { self == .i || self == .we || self == .ours }
    /// Somebody or something other than the speaker and those spoken to.
    var isOther: Bool { self == .ours || self == .third || self == .generic || self == .bareNoun || self == .noun }
    /// Somebody or something that is named, rather than spoken of in general.
    var isNamed: Bool { isUs || self == .third || self == .noun || self == .it }
  }

  enum VerbKind: UInt8, Sendable, CaseIterable {
    case deed
    case be
    case have
    case mental
    case affect
    case desire
    case plan
    case seeming
    case stative
    case saying
    case require

    /// Whether somebody does something, rather than thinks, likes or is something.
    var isDeed: Bool { self == .deed || self == .saying || self == .have || self == .require }
  }

  var role: Role
  var subject: Subject
  var tense: Tense
  var verb: VerbKind
  var isNegated: Bool
  /// The tokens of the verb group, subject included where it is a pronoun.
  var tokens: Range<Int>
}
