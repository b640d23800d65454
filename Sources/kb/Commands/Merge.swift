import ArgumentParser
import KBReports
import KnowledgeBase

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join two records of one type; every reference follows.",
    discussion: """
      EXAMPLES
        kb merge acme-inc acme                   acme-inc becomes an alias of acme
        kb merge sso sign-in --dry-run           show what would change

      Lists are united, fields that are missing are taken over. Fields that differ stay as they are in INTO, and what FROM said \
      stands with FROM's text in a section of INTO. Block ids that both have get new numbers. All files change or none.
      """)

  @Argument(help: ArgumentHelp("The record that goes.", valueName: "from")) var from: String
  @Argument(help: ArgumentHelp("The record that stays.", valueName: "into")) var into: String
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let location = try writing.location()
    let merging = try Merging(from, into: into, in: writing.snapshot(at: location))
    for notice in merging.notices { Message.notice(notice) }
    try writing.apply(merging.changes, at: location) {
      StandardOutput.write("\(merging.fromPath) → \(merging.intoPath)\n")
      return "\(Plural.count(merging.references, "reference")) followed"
    }
  }
}
