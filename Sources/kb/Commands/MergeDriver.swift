import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct MergeDriver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-driver",
    abstract: "Merge two versions of a record; git calls it.",
    discussion: """
      EXAMPLES
        kb init                                  tells git to use it, in each clone
        git check-attr merge customers/acme.md   whether git does

      Fields merge by key, lists without an order as sets, the text by blocks and by lines within a block. Block ids that both \
      sides gave are told apart. The result goes to OURS. Exit code: 0 when all is decided, 1 when conflict markers are left.
      """)

  @Argument(help: ArgumentHelp("The common ancestor.", valueName: "base")) var base: String
  @Argument(help: ArgumentHelp("Our version; the result is written here.", valueName: "ours")) var ours: String
  @Argument(help: ArgumentHelp("Their version.", valueName: "theirs")) var theirs: String
  @Argument(help: ArgumentHelp("The record's path in the repository.", valueName: "path")) var path: String?

  func run() throws {
    let merge = try RecordMerge(
      base: UserFile.read(base), ours: UserFile.read(ours), theirs: UserFile.read(theirs), repositoryPath: path ?? ours,
      folder: ".", today: Environment.today)
    try Interrupt.whileWriting { () throws(KnowledgeBaseError) in try UserFile.write(ours, merge.bytes) }
    for (old, new) in merge.renumbered.sorted(by: { $0.key < $1.key }) {
      Message.notice("\(path ?? ours): both sides had ^\(old); theirs is ^\(new) now. Links to it from other files are theirs to change.")
    }
    if merge.isBinary, !merge.isClean {
      Message.notice("\(path ?? ours): this is no text, so it was not merged; it holds our version, and 'git checkout --theirs' gives the other one")
    }
    if !merge.isClean { throw ExitStatus.findings }
  }
}
