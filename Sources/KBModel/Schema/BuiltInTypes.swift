extension Schema {
  /// The types that every knowledge base has, with the vocabularies of its configuration.
  package static func builtIn(segments: [String]?, channels: [String], stages: [String]) -> Schema {
    let segment: FieldKind = segments.map { .choice($0) } ?? .text
    let useCases: FieldKind = .list(.reference(to: ["use-case"]))
    let competitors: FieldKind = .list(.reference(to: ["competitor"]), acceptsOne: true)
    return Schema(types: [
      RecordType(
        name: "customer", folder: "customers", summary: "An account: customer, prospect or lost.",
        fields: [
          Field("name", .text, required: true, "The account's name, as everybody says it."),
          Field("segment", .dated(segment), required: true, "The part of the market it belongs to."),
          Field("stage", .dated(.choice(stages)), required: true, "Where the relationship stands."),
          Field("arr", .dated(.number), "Yearly revenue in the company's one currency; missing counts as 0."),
          Field("parent", .reference(to: ["customer"]), "The account it belongs to; evidence counts for the topmost parent."),
          Field("owner", .text, "Who of us looks after it."),
          Field("competitors", competitors, "Rivals met at this account."),
        ]),
      RecordType(
        name: "persona", folder: "personas", summary: "A role that does the work.",
        fields: [
          Field("title", .text, required: true, "The role's name."),
          Field("segments", .list(segment, acceptsOne: true), "The segments in which the role exists."),
        ]),
      RecordType(
        name: "use-case", folder: "use-cases", summary: "A job somebody has to do.",
        fields: [
          Field("title", .text, required: true, "The job, in the words of those who do it."),
          Field("persona", .reference(to: ["persona"]), required: true, "Who does it."),
          Field("trigger", .text, required: true, "The event that starts it: when, after, before …"),
          Field("goal", .text, required: true, "What they want to have done: verb and object."),
          Field("workaround", .text, required: true, "What they do today; `none` needs a reason."),
          Field("frequency", .text, "How often, per period; or `unknown`."),
          Field("outcome", .text, "What it costs or saves: time, money, errors, risk."),
          Field("status", .choice(["draft", "grounded", "accepted", "retired"]), required: true, "How far the team believes in it."),
          Field("scope", .choice(["market", "customer"]), "For whom the team means to serve it."),
        ]),
      RecordType(
        name: "session", folder: "sessions", summary: "One talk with a customer.",
        fields: [
          Field("date", .date, required: true, "The day of the talk."),
          Field("customer", .reference(to: ["customer"]), required: true, "With whom."),
          Field("persona", .reference(to: ["persona"]), "The role of the person talked to."),
          Field("interviewer", .text, required: true, "Who of us asked."),
          Field(
            "participants", .either(.list(.text, acceptsOne: true), orMapping: .dictionary(.reference(to: ["persona"]))),
            "Pseudonyms (`p-7f3k`) of those talked to, or a mapping of them to personas."),
          Field("guide", .reference(to: ["guide"]), "The guide that was followed."),
          Field("kind", .choice(["discovery", "usability", "requirements", "win-loss"]), "What sort of talk; the guide's where it is missing."),
          Field("status", .choice(["planned", "raw", "done"]), "`planned` and `raw` talks are in no count."),
          Field("channel", .choice(channels), "How it took place."),
          Field("covers", useCases, required: true, "The use cases that had a fair chance to come up, also where the answer was no."),
          Field("consent", .either(.text, orMapping: .mapping(consent)), required: true, "What the participants agreed to: a preset of `kb.yaml` or a mapping."),
          Field("next_step", .text, "What was agreed at the end."),
          Field("erased", .date, "When the words were taken out by `kb erase`."),
          Field("deal", .text, "The deal it belongs to."),
          Field("competitors", competitors, "Rivals that came up."),
        ], isDated: true),
      RecordType(
        name: "field-note", folder: "field-notes", summary: "What sales, support or success relays.",
        fields: [
          Field("date", .date, required: true, "The day it was heard."),
          Field("customer", .reference(to: ["customer"]), required: true, "From whom."),
          Field("reported_by", .text, required: true, "Who of us relays it."),
          Field("deal", .text, "The deal it is about."),
          Field("deal_stage", .text, "Where the deal stands, in your own words."),
          Field("amount", .number, "What the deal is worth."),
          Field("closes", .date, "When it is to close."),
          Field("outcome", .choice(["open", "won", "lost"]), "What became of the deal."),
          Field("blocks", useCases, "Use cases said to block the deal."),
          Field("competitors", competitors, "Rivals in the deal."),
          Field("covers", useCases, "Use cases it is about; a field note never counts as asking."),
          Field("answer", .text, "What we told the reporter."),
          Field("erased", .date, "When the words were taken out by `kb erase`."),
        ], isDated: true),
      RecordType(
        name: "guide", folder: "guides", summary: "Planned questions.",
        fields: [
          Field("title", .text, required: true, "What the talk is for."),
          Field("persona", .reference(to: ["persona"]), "Whom it is for."),
          Field("covers", useCases, "The use cases it asks about."),
          Field("kind", .choice(["discovery", "usability", "requirements", "win-loss"]), "What sort of talk; discovery where it is missing."),
        ]),
      RecordType(
        name: "decision", folder: "decisions", summary: "What was decided about a use case, and what was known then.",
        fields: [
          Field("date", .date, required: true, "The day of the decision."),
          Field("use_case", .reference(to: ["use-case"]), required: true, "About what."),
          Field("decided", .choice(["build", "build-for-one", "not-now", "no"]), required: true, "What."),
          Field("seen", .mapping(seen), "What was known: filled in by `kb new decision`."),
          Field("revisit", .date, "When to look again."),
          Field("answers", .list(.reference(to: ["field-note"])), "The field notes that this answers."),
        ]),
      RecordType(
        name: "competitor", folder: "competitors", summary: "A rival, with dated and sourced facts.",
        fields: [
          Field("name", .text, required: true, "The rival's name."),
          Field("facts", .list(.mapping(fact)), "What is known of it."),
        ]),
    ])
  }

  /// The keys of a `consent` mapping, also of a preset in `kb.yaml`.
  package static let consent: [Field] = [
    Field("basis", .choice(["consent", "legitimate-interest", "contract"]), "On what grounds the words are kept."),
    Field(
      "scope", .list(.choice(["notes", "internal-quote", "anonymous-external-quote", "recording"]), acceptsOne: true),
      "What may be done with the words."),
    Field("obtained", .date, "When it was given; the session's date where it is missing."),
    Field("method", .choice(["written", "verbal-recorded", "email"]), "How it was given."),
    Field("retain_until", .date, "Until when the words may be kept; 24 months after the session where it is missing."),
    Field("withdrawn", .date, "When it was taken back."),
    Field("notice", .text, "The version of the notice that was shown."),
  ]

  private static let seen: [Field] = [
    Field("revision", .text, "The commit that was read."),
    Field("verdict", .choice(Verdict.allCases.map(\.rawValue)), "The verdict then."),
    Field("grounded", .number, "How many customers lived with it."),
    Field("asked", .number, "Of how many that were asked."),
  ]

  private static let fact: [Field] = [
    Field("date", .date, "When it was true."),
    Field("text", .text, required: true, "The fact."),
    Field("source", .text, "Where it comes from."),
    Field("expires", .date, "When it must be checked again."),
  ]
}
