import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find records and quotes by their words, the best first.",
    discussion: """
      EXAMPLES
        kb search permit network                 records and quotes that have both words
        kb search '"by phone"' -paper            a phrase, and a word that must not occur
        kb search approve type:quote grade:anecdote customer:acme
        kb search inspector after:2026-01 before:2026-06 --why

      Case, accents and English endings make no difference: approve, approved and approval are one. What nothing has in full is \
      shown where some of the words occur.

      FILTERS
        type: customer: use-case: grade:         of a type (also quote, record), about a customer or use case, quotes of a grade
        after: before:                           dates, months and years, themselves included

      Rank is BM25; titles, names and ids count three times, headings twice, fields one and a half times. '--why' shows the parts.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl }

  // What looks like an option and is none is a word that must not occur.
  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Words, \"phrases\", -words and filters.", valueName: "words"))
  var words: [String] = []

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: ArgumentHelp("Show at most so many hits.", valueName: "n"))
  var limit = 20

  @Flag(help: "Show the parts of each score.")
  var why = false

  @Option(help: "How the hits are written.")
  var format = Format.text

  mutating func validate() throws {
    if limit < 1 { throw ValidationError("'--limit' is a number from 1.") }
  }

  func run() throws {
    let query: SearchQuery
    do throws(QueryFault) { query = try SearchQuery(words.joined(separator: " ")) } catch { throw KnowledgeBaseError.query(error) }
    let result = try Search(query, in: source.loader(), limit: limit).result()
    switch format {
    case .text: StandardOutput.show(result.text(width: Terminal.width, isColored: color.isOn, showsWhy: why))
    case .json: StandardOutput.write(result.json())
    case .jsonl: StandardOutput.write(result.jsonLines())
    }
  }
}
