import KBDocuments
import KBModel
import KBRules
import Testing

/// `kb.yaml` as the rules' names allow it.
struct ConfigurationReaderTests {
  private static func read(_ text: String) -> Configuration {
    ConfigurationReader.read(DocumentReader().readYAML(Array(text.utf8)), knownRules: RuleRegistry.names)
  }

  /// `line:column-column field` of each fault.
  private static func places(_ text: String) -> [String] {
    read(text).faults.map { "\($0.span.start.line):\($0.span.start.column)-\($0.span.end.column) \($0.field ?? "")" }
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n", "{}\n", "market:\nrules: ~\nsegments: null\n"])
  func whatSaysNothingLeavesTheDefaults(_ text: String) {
    let configuration = Self.read(text)
    #expect(configuration.faults == [])
    #expect(configuration.language == "en")
    #expect(configuration.segments == nil)
    #expect(configuration.marketShare == 0.20)
    #expect(configuration.windowDays == 730)
    #expect(configuration.fileLimit == 1_048_576)
    #expect(configuration.schema == Configuration().schema)
  }

  @Test
  func everyKeyIsRead() {
    let configuration = Self.read(
      """
      name: Permits
      language: en
      product: Permitter
      segments: [enterprise, smb]
      channels: [call, letter]
      stages: [prospect, customer]
      market: {share: 0.25, window: 365}
      defaults: {session: {interviewer: dana, consent: {basis: consent, scope: notes}}, customer: {tags: [new]}}
      rules: {question: warning, question-tag: error, KB324: off, reference-unresolved: info}
      exclude: ["*.draft.md", attic/]
      limits: {file: 512 KiB}
      consents: {recorded: {basis: consent, scope: [notes, recording], method: verbal-recorded}}
      queries: {big: arr>100000}
      """)
    #expect(configuration.faults == [])
    #expect(configuration.name == "Permits")
    #expect(configuration.product == ["Permitter"])
    #expect(configuration.segments == ["enterprise", "smb"])
    #expect(configuration.channels == ["call", "letter"])
    #expect(configuration.stages == ["prospect", "customer"])
    #expect(configuration.marketShare == 0.25)
    #expect(configuration.windowDays == 365)
    #expect(configuration.levels.map(\.name) == ["question", "question-tag", "KB324", "reference-unresolved"])
    #expect(configuration.levels.map(\.level) == [.warning, .error, .off, .info])
    #expect(configuration.exclude == ["*.draft.md", "attic/"])
    #expect(configuration.fileLimit == 512 * 1024)
    #expect(configuration.consents.map(\.name) == ["recorded"])
    #expect(configuration.queries.map(\.text) == ["arr>100000"])
    #expect(configuration.schema["customer"]?.field("stage")?.kind == .dated(.choice(["prospect", "customer"])))
    #expect(configuration.schema["persona"]?.field("segments")?.kind == .list(.choice(["enterprise", "smb"]), acceptsOne: true))
    #expect(configuration.schema["session"]?.field("channel")?.kind == .choice(["call", "letter"]))
  }

  @Test
  func typesAndFieldsOfItsOwnAreTypesLikeAnyOther() {
    let schema = Self.read(
      """
      types:
        customer:
          folder: accounts/
          fields:
            region: {kind: choice, values: [north, south], required: true}
            owner: {required: true, values: [dana, lee]}
        supplier:
          folder: partners/suppliers
          fields:
            name: {kind: text, required: yes}
            since: {kind: date}
            rating: {kind: number}
            parts: {kind: list}
            colours: {kind: list, values: [red, blue]}
            customers: {kind: list, to: customer}
            main: {to: [customer, plant]}
            address: {kind: mapping}
            any: {kind: reference}
            note:
        plant: {folder: plants}
      """
    )
    #expect(schema.faults == [])
    let customer = schema.schema["customer"]
    #expect(customer?.folder == "accounts")
    #expect(customer?.field("region")?.kind == .choice(["north", "south"]))
    #expect(customer?.field("region")?.isRequired == true)
    #expect(customer?.field("owner")?.kind == .choice(["dana", "lee"]))
    #expect(customer?.field("name")?.isRequired == true)
    let supplier = schema.schema["supplier"]
    #expect(supplier?.folder == "partners/suppliers")
    #expect(supplier?.fields.map(\.kind) == [
      .text, .date, .number, .list(.text), .list(.choice(["red", "blue"])), .list(.reference(to: ["customer"])),
      .reference(to: ["customer", "plant"]), .dictionary(nil), .reference(to: []), .text,
    ])
    #expect(supplier?.field("name")?.isRequired == true)
    #expect(schema.schema["plant"]?.folder == "plants")
  }

  @Test(arguments: [
    ("langauge: de\n", ["1:1-9 langauge"]),
    ("market: {share: 20}\n", ["1:17-19 market.share"]),
    ("market: {share: 0}\n", ["1:17-18 market.share"]),
    ("market: {share: 20%}\n", ["1:17-20 market.share"]),
    ("market: {window: 0.5}\n", ["1:18-21 market.window"]),
    ("market: {windows: 5}\n", ["1:10-17 market.windows"]),
    ("market: 0.2\n", ["1:9-12 market"]),
    ("limits: {file: 0}\n", ["1:16-17 limits.file"]),
    ("limits: {file: 2 MB}\n", ["1:16-20 limits.file"]),
    ("limits: {file: 9999999999999999999 MiB}\n", ["1:16-39 limits.file"]),
    ("rules:\n  question-tags: off\n", ["2:3-16 rules.question-tags"]),
    ("rules:\n  question-tag: of\n", ["2:17-19 rules.question-tag"]),
    ("segments: {a: b}\n", ["1:11-17 segments"]),
    ("segments: []\n", ["1:11-13 segments"]),
    ("stages: [a, {b: c}]\n", ["1:13-19 stages[1]"]),
    ("name: [a]\n", ["1:7-10 name"]),
    ("queries: {big: [a]}\n", ["1:16-19 queries.big"]),
    ("defaults: {sesion: {date: 1}}\n", ["1:12-18 defaults.sesion"]),
    ("defaults: {session: {dat: 1}}\n", ["1:22-25 defaults.session.dat"]),
    ("consents: {r: {basis: consent}}\n", ["1:12-13 consents.r"]),
    ("consents: {r: }\n", ["1:12-13 consents.r"]),
    ("consents: {r: {basis: consnt, scope: notes}}\n", ["1:23-29 consents.r.basis"]),
    ("consents: {r: {basis: consent, scope: [notes, film]}}\n", ["1:47-51 consents.r.scope[1]"]),
    ("consents: {r: {basis: consent, scope: notes, retain: 1}}\n", ["1:46-52 consents.r.retain"]),
    ("consents: {r: {basis: consent, scope: notes, retain_until: soon}}\n", ["1:60-64 consents.r.retain_until"]),
    ("types: {plant: {fields: {a: {kind: text}}}}\n", ["1:9-14 types.plant"]),
    ("types: {plant: }\n", ["1:9-14 types.plant"]),
    ("types: {plant: {folder: ../plants}}\n", ["1:25-34 types.plant.folder"]),
    ("types: {plant: {folder: customers}}\n", ["1:25-34 types.plant.folder"]),
    ("types: {plant: {folder: templates/x}}\n", ["1:25-36 types.plant.folder"]),
    ("types: {Plant: {folder: plants}}\n", ["1:9-14 types.Plant"]),
    ("types: {plant: {folder: plants, colour: red}}\n", ["1:33-39 types.plant.colour"]),
    ("types: {customer: {fields: {a: {kind: txt}}}}\n", ["1:39-42 types.customer.fields.a.kind"]),
    ("types: {customer: {fields: {a: {kind: choice}}}}\n", ["1:29-30 types.customer.fields.a"]),
    ("types: {customer: {fields: {a: {kind: date, values: [x]}}}}\n", ["1:29-30 types.customer.fields.a"]),
    ("types: {customer: {fields: {a: {kind: reference, to: custmer}}}}\n", ["1:54-61 types.customer.fields.a.to"]),
    ("types: {customer: {fields: {a: {required: maybe}}}}\n", ["1:43-48 types.customer.fields.a.required"]),
    ("types: {customer: {fields: {arr: {kind: text}}}}\n", ["1:29-32 types.customer.fields.arr"]),
    ("types: {customer: {fields: {stage: {values: [a]}}}}\n", ["1:29-34 types.customer.fields.stage"]),
    ("types: {customer: {fields: {tags: {kind: text}}}}\n", ["1:29-33 types.customer.fields.tags"]),
    ("types: {customer: {fields: {a: {values: []}}}}\n", ["1:41-43 types.customer.fields.a.values"]),
  ])
  func aFaultStandsAtItsPlace(_ text: String, _ places: [String]) {
    #expect(Self.places(text) == places)
  }

  @Test
  func whatIsBrokenLeavesItsDefaultAndTheRestIsRead() {
    let configuration = Self.read("market: {share: 2, window: 365}\nlimits: {file: much}\nsegments: [smb]\n")
    #expect(configuration.faults.count == 2)
    #expect(configuration.marketShare == 0.20)
    #expect(configuration.windowDays == 365)
    #expect(configuration.fileLimit == 1_048_576)
    #expect(configuration.segments == ["smb"])
  }

  @Test(arguments: ["a: [b\n", "- a\n", "just words\n", "name: !!str x\n"])
  func whatIsNoMappingIsAFaultAndLeavesTheDefaults(_ text: String) {
    let configuration = Self.read(text)
    #expect(configuration.faults.count >= 1)
    #expect(configuration.schema == Configuration().schema)
  }

  @Test
  func whatWasMeantIsOffered() {
    #expect(Self.read("langauge: de\n").faults.first?.message.hasSuffix("did you mean 'language'?") == true)
    #expect(Self.read("rules: {question-tga: off}\n").faults.first?.message.hasSuffix("did you mean 'question-tag'?") == true)
    #expect(Self.read("types: {customer: {fields: {a: {to: custmer}}}}\n").faults.first?.message.hasSuffix("did you mean 'customer'?") == true)
  }

  @Test(arguments: [("1", 1), ("1048576", 1 << 20), ("512 KiB", 512 << 10), ("1MiB", 1 << 20), ("1 GiB", 1 << 30)])
  func sizesAreBytesOrHaveAUnit(_ text: String, _ bytes: Int) {
    #expect(Self.read("limits: {file: \(text)}\n").fileLimit == bytes)
  }
}
