import ArgumentParser
import KBReports
import KnowledgeBase

/// How a command that changes several files does so.
struct WritingOptions: ParsableArguments {
  @Option(name: [.customShort("C"), .customLong("directory")], help: ArgumentHelp("Change the knowledge base that holds this folder.", valueName: "dir"))
  var directory: String?

  @Flag(help: "Print the difference and write nothing.")
  var dryRun = false

  @OptionGroup var color: ColorOption

  func location() throws(KnowledgeBaseError) -> KnowledgeBaseLocation { try KnowledgeBaseLocation.opened(directory) }

  func snapshot(at location: KnowledgeBaseLocation) throws(KnowledgeBaseError) -> Snapshot {
    let snapshot = try SnapshotLoader(reading: location).load()
    for notice in snapshot.notices { Message.notice(notice) }
    return snapshot
  }

  /// Makes the changes, or prints what they would be.
  ///
  /// - Parameter summary: prints what was done and gives back a sentence on it; called once it is done.
  func apply(_ changes: ChangeSet, at location: KnowledgeBaseLocation, summary: () -> String) throws {
    if dryRun {
      StandardOutput.write(UnifiedDiff.text(of: changes.differences.map(UnifiedDiff.File.init), isColored: color.isOn))
      return
    }
    try location.apply(changes)
    Message.notice(summary())
  }
}

extension KnowledgeBaseLocation {
  /// Makes changes in the knowledge base, all or none, whatever signal comes meanwhile.
  func apply(_ changes: ChangeSet) throws(KnowledgeBaseError) {
    try Interrupt.whileWriting { () throws(KnowledgeBaseError) in try ChangeWriter(at: self, cancellation: Interrupt.cancellation).apply(changes) }
  }
}

extension UnifiedDiff.File {
  init(_ difference: ChangeSet.Difference) {
    self.init(oldPath: difference.oldPath, newPath: difference.newPath, before: difference.before, after: difference.after)
  }
}
