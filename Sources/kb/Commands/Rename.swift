import ArgumentParser
import KBReports
import KnowledgeBase

struct Rename: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a record another id; every reference follows.",
    discussion: """
      EXAMPLES
        kb rename acme acme-chemicals            a customer
        kb rename sso sign-in --dry-run          show what would change

      Fields, links, anchors, speakers, guides and kb.yaml follow, in whatever spelling they stand; comments, order, quotes and \
      line ends stay as they are. All files change or none. Aliases of the record stay. Git's index is left alone.
      """)

  @Argument(help: ArgumentHelp("The record's id.", valueName: "old")) var old: String
  @Argument(help: ArgumentHelp("The id that it gets.", valueName: "new")) var new: String
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let location = try writing.location()
    let renaming = try Renaming(old, to: new, in: writing.snapshot(at: location))
    for notice in renaming.notices { Message.notice(notice) }
    try writing.apply(renaming.changes, at: location) {
      let files = renaming.changes.changes.count { $0.source == nil && $0.after != nil }
      StandardOutput.write("\(renaming.oldPath) → \(renaming.newPath)\n")
      return "\(Plural.count(renaming.references, "reference")) in \(Plural.count(files + 1, "file")) followed"
    }
  }
}
