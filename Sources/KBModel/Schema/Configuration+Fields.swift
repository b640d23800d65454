extension Configuration {
  /// The keys of `kb.yaml`, described as a record's fields are: checking, documentation and JSON Schema read them here.
  package static let fields: [Field] = [
    Field("name", .text, "Title of reports; the folder's name where it is missing."),
    Field("language", .text, "The language of questions and quotes, `en` where it is missing; other than `en` turns the language rules off."),
    Field("product", .list(.text, acceptsOne: true), "Names of our product and features, which give a pitch away."),
    Field("segments", .list(.text, acceptsOne: true), "The segments of customers and personas; any text where it is missing."),
    Field("channels", .list(.text, acceptsOne: true), "How talks take place."),
    Field("stages", .list(.text, acceptsOne: true), "Where the relationship with a customer can stand."),
    Field("market", .mapping(market), "What makes a market."),
    Field("defaults", .dictionary(.dictionary(nil)), "By type, what `kb new` fills in."),
    Field("rules", .dictionary(.choice(Level.allCases.map(\.rawValue))), "Severities by rule name, code or family."),
    Field("exclude", .list(.text, acceptsOne: true), "Globs of files that are not read."),
    Field("limits", .mapping(limits), "How much is read."),
    Field("types", .dictionary(.mapping(type)), "Further fields of the built-in types, and further types."),
    Field("consents", .dictionary(.mapping(Schema.consent)), "Presets for `consent:`; each needs `basis` and `scope`."),
    Field("queries", .dictionary(.text), "Named queries of `kb list`."),
  ]

  static let market: [Field] = [
    Field("share", .number, "The share of customers that makes a market, above 0 and up to 1; 0.20 where it is missing."),
    Field("window", .number, "Days of the evidence window, from 1; 730 where it is missing."),
  ]

  static let limits: [Field] = [
    Field("file", .text, "The largest file that is read: bytes, or a number with KiB or MiB; 1 MiB where it is missing.")
  ]

  static let type: [Field] = [
    Field("folder", .text, "Where its records live; a further type needs it."),
    Field("fields", .dictionary(.mapping(field)), "Its fields by name."),
  ]

  static let field: [Field] = [
    Field("kind", .choice(FieldDeclaration.Kind.allCases.map(\.rawValue)), "What it holds; text where it is missing."),
    Field("required", .choice(["true", "false"]), "Whether a record cannot do without it."),
    Field("values", .list(.text, acceptsOne: true), "The words that it may hold."),
    Field("to", .list(.text, acceptsOne: true), "The types of records that it may name."),
  ]
}

/// A field as `kb.yaml` declares it.
enum FieldDeclaration {
  enum Kind: String, CaseIterable { case text, number, date, list, mapping, reference, choice }
}
