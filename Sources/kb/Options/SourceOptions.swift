import ArgumentParser
import KBModel
import KnowledgeBase

/// Which knowledge base, and which state of it.
struct SourceOptions: ParsableArguments {
  @Option(name: [.customShort("C"), .customLong("directory")], help: ArgumentHelp("Read the knowledge base that holds this folder.", valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("Read a branch, tag or commit instead of the work tree; nothing is checked out.", valueName: "rev"))
  var at: String?

  @Flag(help: "Read what would be committed.")
  var staged = false

  @Option(help: ArgumentHelp("Take this day (YYYY-MM-DD) for today.", valueName: "date"))
  var asOf: CalendarDate?

  mutating func validate() throws {
    if at != nil, staged { throw ValidationError("'--at' and '--staged' name two different states; give one of them.") }
  }

  func location() throws(KnowledgeBaseError) -> KnowledgeBaseLocation { try KnowledgeBaseLocation.opened(directory) }

  /// What loads the state that is asked for.
  func loader(keepsSource: Bool = false) throws(KnowledgeBaseError) -> SnapshotLoader {
    let source: Snapshot.Source = staged ? .index : at.map { .revision($0) } ?? .workTree
    return SnapshotLoader(reading: try location(), source: source, asOf: asOf, keepsSource: keepsSource)
  }

  /// Loads the knowledge base, and says on standard error what the user should know about it.
  func snapshot(keepsSource: Bool = false) throws(KnowledgeBaseError) -> Snapshot {
    let snapshot = try loader(keepsSource: keepsSource).load()
    Memory.keep(snapshot)
    for notice in snapshot.notices { Message.notice(notice) }
    return snapshot
  }

  /// Loads the knowledge base and an earlier state of it.
  ///
  /// - Parameter revision: the later state, where another option than `--at` names it.
  func comparison(with base: ComparisonLoader.Base, at revision: String? = nil) throws(KnowledgeBaseError) -> Comparison {
    var head = try loader()
    if let revision { head.source = .revision(revision) }
    let comparison = try ComparisonLoader(base: base, head: head).load()
    for notice in comparison.head.notices { Message.notice(notice) }
    return comparison
  }

  /// Loads the knowledge base as a commit has it: the one that `--at` names, else the last one.
  func committedSnapshot() throws(KnowledgeBaseError) -> Snapshot {
    var loader = try loader()
    if case .workTree = loader.source { loader.source = .revision("HEAD") }
    return try loader.load()
  }
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension KnowledgeBaseLocation {
  /// The knowledge base that holds a folder, `KB_DIR` or the working directory. A change that was interrupted there is finished
  /// or undone first.
  static func opened(_ directory: String?) throws(KnowledgeBaseError) -> KnowledgeBaseLocation {
    let location = try KnowledgeBaseLocation(containing: directory ?? Environment.value("KB_DIR") ?? ".")
    guard location.isOnDisk else { return location }
    let change = try Interrupt.whileWriting { () throws(KnowledgeBaseError) in try ChangeWriter(at: location).recover() }
    if let change { Message.notice(change.notice) }
    return location
  }
}
