import KBModel

/// Where a note says when and with whom it was.
struct NoteFacts {
  struct Dated {
    var date: FoundDate
    /// Where it stands, in words.
    var place: String
    /// Whether it is said to be the date, and not only a date.
    var isExplicit: Bool
  }

  let place: NotePlace
  private let head: ForeignFrontMatter
  private let lines: [NoteLine]

  init(place: NotePlace, head: ForeignFrontMatter, lines: [Substring]) {
    self.place = place
    self.head = head
    self.lines = lines.map { NoteLine(String($0)) }
  }

  /// What a note is headed with: its first lines that say anything.
  private var top: [NoteLine] { Array(lines.lazy.filter { !$0.isBlank }.prefix(15)) }
  private var heading: NoteLine? { lines.first { $0.isHeading } }

  // MARK: Date

  /// In the order in which they are believed.
  var dates: [Dated] {
    var dates: [Dated] = []
    func add(_ text: String?, _ place: String, isExplicit: Bool = true) {
      if let date = text.flatMap(FoundDate.first) { dates.append(Dated(date: date, place: place, isExplicit: isExplicit)) }
    }
    add(head.text(["date", "datum", "day", "when", "meeting date"]), "the front matter")
    add(place.name, "the file name")
    for line in top {
      guard let label = line.label, Self.dateLabels.contains(label.name.lowercased()) else { continue }
      add(label.words, "the line '\(label.name):'")
    }
    // Notion and mail write the label without a colon of ours to lean on.
    add(heading?.text, "the heading")
    for line in top.prefix(3) { add(line.text, "the first lines", isExplicit: false) }
    add(head.text(["created", "created_at", "creation date", "created time"]), "the front matter", isExplicit: false)
    for line in top where dates.isEmpty { add(line.text, "the first lines", isExplicit: false) }
    return dates
  }

  private static let dateLabels: Set<String> = ["date", "datum", "when", "day", "sent", "gesendet", "meeting date", "am", "call", "held", "created", "wann"]

  // MARK: Customer

  func customer(in names: CustomerNames) -> (CustomerNames.Match, String) {
    if let text = head.text(Self.customerKeys), let match = Self.match(text, in: names) { return (match, "the front matter") }
    for line in top {
      guard let label = line.label, Self.customerKeys.contains(label.name.lowercased()), let match = Self.match(label.words, in: names) else { continue }
      return (match, "the line '\(label.name):'")
    }
    let fromName = place.customer(in: names)
    if fromName != .none { return (fromName, "the file name") }
    if let heading, let match = Self.only(names.mentions(in: heading.text)) { return (match, "the heading") }
    for line in top.prefix(3) {
      if let match = Self.only(names.mentions(in: line.text)) { return (match, "the first lines") }
    }
    let all = names.mentions(in: lines.map(\.text).joined(separator: "\n")).sorted { $0.count > $1.count }
    if let first = all.first, all.count == 1 || first.count >= 2 * all[1].count { return (first.match, "the text") }
    if !all.isEmpty {
      return (.several(all.prefix(4).flatMap { mention -> [String] in
        switch mention.match {
        case .one(let id): [id]
        case .several(let ids): ids
        case .none: []
        }
      }.unique), "the text")
    }
    return (.none, "")
  }

  private static let customerKeys = ["customer", "company", "account", "client", "kunde", "firma", "organisation", "organization", "org"]

  private static func match(_ text: String, in names: CustomerNames) -> CustomerNames.Match? {
    let bare = String(text.filter { !"[]\"*".contains($0) }).trimmingSpaces
    let whole = names.customer(named: bare)
    return whole != .none ? whole : only(names.mentions(in: bare, inAnyCase: true))
  }

  private static func only(_ mentions: [(match: CustomerNames.Match, count: Int)]) -> CustomerNames.Match? { mentions.count == 1 ? mentions[0].match : nil }
}

/// People whom a note names.
struct NotePeople {
  /// Those for whom nothing is given, and the line of the source.
  private(set) var unknown: [(name: String, line: Int)] = []

  init(_ text: String, known: [String], ours: [String]) {
    let names = PersonNames(known.map { NamedPerson(name: $0, pseudonym: "p-known") } + ours.map { NamedPerson(name: $0, pseudonym: "p-ours") })
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { NoteLine(String($0)) }
    var labels: [String: Int] = [:]
    for line in lines { if let label = line.label, !label.words.isEmpty { labels[PersonNames.bare(label.name), default: 0] += 1 } }
    for (i, line) in lines.enumerated() {
      guard let label = line.label else { continue }
      let name = PersonNames.bare(label.name)
      if Self.listLabels.contains(name.lowercased()) {
        for person in Self.people(in: label.words) { add(person, i + 1, names) }
      } else if labels[name, default: 0] > 1, Self.looksLikeName(name), !Self.commonLabels.contains(name.lowercased()) {
        add(name, i + 1, names)
      }
    }
  }

  private mutating func add(_ name: String, _ line: Int, _ names: PersonNames) {
    guard names.pseudonym(of: name) == nil, !unknown.contains(where: { $0.name == name }) else { return }
    unknown.append((name, line))
  }

  private static let listLabels: Set<String> = [
    "attendees", "participants", "participant", "present", "with", "people", "interviewee", "contact", "from", "to", "cc", "teilnehmer", "von", "an", "anwesend", "spoke to", "call with",
  ]

  private static let commonLabels: Set<String> = ["note", "notes", "pain", "goal", "date", "customer", "answer", "question", "todo", "next", "context", "quote", "subject", "today", "trigger", "idea"]

  private static func people(in text: String) -> [String] {
    text.replacing(" and ", with: ",").replacing(" und ", with: ",").split { ",;&+".contains($0) }.compactMap { part in
      let name = PersonNames.bare(part.prefix { $0 != "<" }.trimmingSpaces)
      return looksLikeName(name) ? name : nil
    }
  }

  /// One to three words, each with a capital and then small letters.
  private static func looksLikeName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (1...3).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isUppercase == true && word.dropFirst().contains { $0.isLowercase } && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
      }
  }
}
