import Foundation
import KBModel
import KBTestSupport
@testable import KnowledgeBase

/// A small knowledge base in a folder, read with a cache that remembers every change.
final class CachedBase: Sendable {
  private let scratch: ScratchDirectory
  private let folder: String
  let cacheFolder: String

  init() throws {
    scratch = try ScratchDirectory()
    folder = try scratch.folder("base")
    cacheFolder = folder + "/.state/cache"
    try write("kb.yaml", "kb: 1\nname: Test\n")
    for (id, name) in [("acme", "Acme"), ("borealis", "Borealis"), ("corvus", "Corvus")] { try write("customers/\(id).md", Self.customer(name)) }
    try write("use-cases/print-labels.md", Self.useCase)
    try write("notes.md", "No record, and says so nowhere.\n")
    for day in 1...6 { try write("sessions/2026/2026-05-0\(day)-acme.md", Self.session(day, customer: "acme", quote: "We print \(day) labels.")) }
    age()
  }

  func write(_ path: String, _ text: String) throws { try scratch.write("base/" + path, text) }

  var cacheFiles: [String] { files("facts-") }
  var findingFiles: [String] { files("findings-") }

  private func files(_ prefix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cacheFolder)) ?? []
    return names.filter { $0.hasPrefix(prefix) && !$0.contains(".") }.map { cacheFolder + "/" + $0 }
  }

  /// Makes files look as if nobody had touched them for a day. The time of the last change cannot be set, so the clock moves instead: see
  /// ``load(program:today:)``.
  func age(only path: String? = nil) {
    for file in path.map({ [$0] }) ?? recordFiles {
      try? FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1_780_000_000.5)], ofItemAtPath: folder + "/" + file)
    }
    // Longer than what a file system keeps of a time.
    usleep(60_000)
  }

  private var recordFiles: [String] {
    (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }

  // MARK: Reading

  /// What ``load(program:today:)`` remembers by, on its usual day.
  var key: FactsCache.Key {
    FactsCache.Key(program: "test", folder: folder, today: CalendarDate(dayNumber: 20_600), configuration: Array("kb: 1\nname: Test\n".utf8))
  }

  struct Reading {
    var read: [FactsReading.File]
    /// All that the knowledge base says.
    var description: String
  }

  func load(program: String = "test", today: CalendarDate = CalendarDate(dayNumber: 20_600)) throws -> Reading {
    var loader = loader(today)
    var cache = FactsCache(folder: cacheFolder, program: program)
    cache.leastChanges = 1
    loader.cache = cache
    let (snapshot, read) = try loader.loadWithFiles()
    return Reading(read: read, description: Self.description(of: snapshot))
  }

  /// What a validation says, with what earlier ones remembered.
  func check(asOf: CalendarDate? = nil, remembering: Bool = true) throws -> String {
    var loader = loader(CalendarDate(dayNumber: 20_600))
    if let asOf { (loader.today, loader.asOf) = (asOf, asOf) }
    if remembering {
      var cache = FactsCache(folder: cacheFolder, program: "test")
      cache.leastChanges = 1
      loader.cache = cache
    }
    let base = try loader.check()
    return "\(base.findings) \(base.suppressed) \(base.summary) \(base.notices) \(base.bytesOfFile("kb.yaml") ?? [])"
  }

  func loadFromScratch() throws -> String { Self.description(of: try loader(CalendarDate(dayNumber: 20_600)).load()) }

  private func loader(_ today: CalendarDate) -> SnapshotLoader {
    SnapshotLoader(location: KnowledgeBaseLocation(folder: folder, repository: nil), today: today)
  }

  private static func description(of snapshot: Snapshot) -> String {
    let validation = Validation(of: snapshot)
    var text = snapshot.graph.files.map(description).joined(separator: "\n")
    text += validation.findings.map { "\($0)" }.joined(separator: "\n")
    text += validation.suppressed.map { "\($0)" }.joined(separator: "\n")
    text += validation.standings.map { "\($0)" }.joined(separator: "\n")
    return text
  }

  private static func description(_ file: FileFacts) -> String {
    let nodes = file.frontMatter.map { front in front.nodes.indices.map { "\(front.nodes[$0]) \(front.key(of: $0)) \(front.text(of: $0))" } } ?? []
    let links = file.links.map { "\($0.target) \($0.anchor ?? "-") \($0.span)" }
    let references = file.references.map { "\($0.target) \($0.field) \($0.node) \($0.types)" }
    let questions = file.questions.map { "\($0.span) \($0.words) \(Array($0.faults)) \($0.covers.map(\.text)) \($0.isOpen)" }
    let quotes = file.quotes.map {
      "\($0.span) \($0.range) \($0.speaker ?? "-") \($0.grade?.rawValue ?? "-") \($0.hand) \($0.blockID ?? "-") \($0.question) \($0.mentions.map { "\($0.target) \($0.isAgainst)" })"
    }
    return """
      \(file.path) \(file.id) \(file.type) \(file.status) \(nodes) \(links) \(references) \(Array(file.headings)) \(Array(file.blockIDs))
      \(file.fileLinks.map { "\($0.destination) \($0.span)" }) \(questions) \(quotes) \(file.suppressions) \(file.findings)
      """
  }

  // MARK: Files

  static func customer(_ name: String) -> String { "---\ntype: customer\nname: \(name)\nsegment: mid-market\nstage: customer\n---\n" }

  private static let useCase = """
    ---
    type: use-case
    title: Print labels
    status: candidate
    personas: []
    ---

    # Print labels

    """

  private static func session(_ day: Int, customer: String, quote: String) -> String {
    """
    ---
    type: session
    date: 2026-05-0\(day)
    customer: \(customer)
    participants: [p-000001]
    covers: [print-labels]
    ---

    # Talk

    **Q:** Would you use it if it were free?

    > \(quote)
    > — p-000001, anecdote, [[print-labels]] ^q\(day)

    <!-- kb-ignore question-hypothetical -- asked by the customer -->

    See [[acme#Talk|that]] and [a picture](picture.png).

    """
  }

  /// Writes, changes, moves or removes a file.
  func edit(_ random: inout SeededGenerator) throws {
    let files = recordFiles
    let number = Int.random(in: 10...99, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: try write("customers/new-\(number).md", Self.customer("New \(number)"))
    case 1: try write("sessions/2026/2026-05-0\(number % 9 + 1)-new-\(number).md", Self.session(number % 9 + 1, customer: "borealis", quote: "Number \(number) got lost."))
    case 2:
      guard let file = files.randomElement(using: &random) else { return }
      try FileManager.default.removeItem(atPath: folder + "/" + file)
    case 3:
      guard let file = files.randomElement(using: &random) else { return }
      let to = "customers/moved-\(number).md"
      if !FileManager.default.fileExists(atPath: folder + "/" + to) { try FileManager.default.moveItem(atPath: folder + "/" + file, toPath: folder + "/" + to) }
    case 4:
      guard let file = files.randomElement(using: &random) else { return }
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      try write(file, text.replacingOccurrences(of: "type: ", with: number % 2 == 0 ? "typo: " : "type:  "))
    default:
      guard let file = files.randomElement(using: &random) else { return }
      try write(file, String(contentsOfFile: folder + "/" + file, encoding: .utf8) + "\nMore of [[borealis]] in \(number).\n")
    }
  }
}
