import KBModel
import KBPrivacy

/// Which records an audience may see, and what must be taken out of them.
struct PublicationSelection {
  private(set) var kept: [FileFacts] = []
  private(set) var leftOut: [PublicationSummary.LeftOut] = []
  private(set) var redaction: Redaction

  init(_ snapshot: Snapshot, audience: Audience) {
    var withheld = WordSequences()
    for file in snapshot.graph.files {
      let reason = Self.reason(toLeaveOut: file, snapshot, audience)
      if let reason {
        leftOut.append(.init(type: file.type.isEmpty ? "file" : file.type, id: file.id, reason: reason))
      } else {
        kept.append(file)
      }
      guard reason != nil || !Self.mayQuote(file, snapshot, audience), let bytes = file.source ?? snapshot.bytesOfFile(file.path) else { continue }
      for quote in file.quotes { withheld.add(Self.words(of: quote, in: bytes)) }
    }
    redaction = Redaction(roles: Self.roles(snapshot), names: Self.names(snapshot, audience), withheld: withheld)
  }

  // MARK: Consent and audience

  private static func reason(toLeaveOut file: FileFacts, _ snapshot: Snapshot, _ audience: Audience) -> PublicationSummary.LeftOut.Reason? {
    guard file.isRecord, file.frontMatter != nil else { return .noRecord }
    guard file.type == "session" else {
      let isForAll = ["customer", "persona", "use-case"].contains(file.type)
      if file.text("erased") != nil { return .erased }
      return audience == .public && !isForAll ? .internalOnly : nil
    }
    if file.status != .done { return .notWorkedUp }
    if file.text("erased") != nil { return .erased }
    guard let consent = Consent(of: file, configuration: snapshot.configuration), consent.basis != nil, !consent.scope.isEmpty else { return .noConsent }
    guard consent.allowsKeeping(on: snapshot.today) else { return .consentOver }
    switch audience {
    case .company: return nil
    case .sales: return consent.allowsInternalQuotes ? nil : .notesOnly
    case .public: return consent.allowsExternalQuotes ? nil : .notOutside
    }
  }

  /// Whether the words of a record that is kept may be shown.
  static func mayQuote(_ file: FileFacts, _ snapshot: Snapshot, _ audience: Audience) -> Bool {
    guard file.type == "session" else { return audience != .public }
    guard let consent = Consent(of: file, configuration: snapshot.configuration) else { return false }
    return audience == .public ? consent.allowsExternalQuotes : consent.allowsInternalQuotes
  }

  private static func words(of quote: QuoteFact, in bytes: [UInt8]) -> String {
    // The attribution line stays out: its last line.
    bytes.text(quote.range).split(whereSeparator: \.isNewline).dropLast().joined(separator: " ")
  }

  // MARK: People

  /// Pseudonyms by the persona that they have in the first talk that says so.
  private static func roles(_ snapshot: Snapshot) -> [String: String] {
    var roles: [String: String] = [:]
    for file in snapshot.graph.files where file.type == "session" || file.type == "field-note" {
      for person in file.participants + file.quotes.compactMap(\.speaker) where Pseudonym.isPseudonym(person) {
        let persona = file.persona(of: person).flatMap { snapshot.graph.record($0, type: "persona")?.id }
        if roles[person] == nil || roles[person] == Redaction.unknownRole { roles[person] = persona ?? Redaction.unknownRole }
      }
    }
    return roles
  }

  /// People who stand there by name, against the rules; for anybody outside also customers, and those of us who asked.
  private static func names(_ snapshot: Snapshot, _ audience: Audience) -> Phrases {
    var names: Set<String> = []
    let personas = Set(snapshot.graph.records(ofType: "persona").flatMap { [$0.id, $0.text("title") ?? ""] + $0.list("aliases") }.map { $0.lowercased() })
    for person in snapshot.people
    where !Pseudonym.isPseudonym(person) && !(person.hasPrefix("[") && person.hasSuffix("]")) && !personas.contains(person.lowercased()) {
      names.insert(person)
    }
    if audience == .public {
      for file in snapshot.graph.files {
        for field in ["interviewer", "reported_by", "owner"] { if let name = file.text(field) { names.insert(name) } }
        if file.type == "customer" || file.type == "competitor" { names.formUnion([file.id, file.text("name") ?? ""] + file.list("aliases")) }
      }
    }
    // The words that take the place of names.
    return Phrases(names.subtracting(["customer", "interviewer", Redaction.unknownRole]))
  }
}

/// The ids under which the records of a public copy go: those of customers and talks give customers away.
struct PublicNames {
  private var ids: [String: String] = [:]

  init(_ selection: PublicationSelection) {
    var numbers: [String: Int] = [:]
    // An order that says nothing: neither by name nor by date.
    for file in selection.kept.sorted(by: { Self.mixed($0.id) < Self.mixed($1.id) }) {
      guard file.type == "customer" || file.type == "session" || !selection.redaction.isClean(Array(file.id.utf8)) else { continue }
      numbers[file.type, default: 0] += 1
      ids[file.id] = "\(file.type == "session" ? "talk" : file.type)-\(numbers[file.type] ?? 0)"
    }
    for file in selection.kept where ids[file.id] == nil { ids[file.id] = file.id }
  }

  /// The id in the copy; `nil` for what is left out.
  subscript(id: String) -> String? { ids[id] }

  func path(of file: FileFacts) -> String {
    let folder = file.path.split(separator: "/").dropLast().first.map(String.init) ?? file.type
    return "\(folder)/\(ids[file.id] ?? file.id).md"
  }

  private static func mixed(_ id: String) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
