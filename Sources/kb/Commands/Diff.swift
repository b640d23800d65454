import ArgumentParser
import KBReports
import KnowledgeBase

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show a change in terms of records, fields, quotes and questions.",
    discussion: """
      EXAMPLES
        kb diff                                  the work tree against the last commit
        kb diff --staged                         what would be committed
        kb diff main                             the work tree against a branch
        kb diff v1..v2                           two revisions
        kb diff main...feature                   what a branch changed since it left main

      Nothing is checked out. A quote is named by its id or line; --quotes shows its words.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown }

  @Argument(help: ArgumentHelp("A revision, A..B, or A...B for the merge base of A and B; HEAD when left out.", valueName: "revisions"))
  var revisions: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(help: "How the difference is written.")
  var format = Format.text

  @Flag(help: "Show customers' words too.")
  var quotes = false

  func run() throws {
    let range = RevisionRange(revisions ?? "HEAD")
    if range.head != nil, source.at != nil || source.staged {
      throw ValidationError("'\(revisions ?? "")' names both states already; leave '--at' and '--staged' out.")
    }
    let comparison = try source.comparison(with: range.base, at: range.head)
    let report = DiffReport(
      base: comparison.baseName, head: comparison.head.sourceName, records: try comparison.recordChanges(), showsQuotes: quotes)
    switch format {
    case .text: StandardOutput.show(report.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(report.json())
    case .markdown: StandardOutput.write(report.markdown())
    }
  }
}

/// `A`, `A..B` or `A...B` as git takes them: a side that is left out is HEAD.
struct RevisionRange: Equatable {
  var base: ComparisonLoader.Base
  /// `nil` where only one revision is named.
  var head: String?

  init(_ text: String) {
    func named(_ part: some StringProtocol) -> String { part.isEmpty ? "HEAD" : String(part) }
    if let dots = text.firstRange(of: "...") {
      base = .mergeBase(with: named(text[..<dots.lowerBound]))
      head = named(text[dots.upperBound...])
    } else if let dots = text.firstRange(of: "..") {
      base = .revision(named(text[..<dots.lowerBound]))
      head = named(text[dots.upperBound...])
    } else {
      base = .revision(text)
    }
  }
}
