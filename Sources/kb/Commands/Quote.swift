import ArgumentParser
import KBLanguage
import KBModel
import KBReports

struct Quote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote",
    abstract: "Say how much of a fact a customer's words are.",
    discussion: """
      EXAMPLES
        kb quote "We would use that every day."
        kb quote --grade anecdote "We would use that every day."     doubt or accept a grade
        kb quote --format jsonl < quotes.txt                         one line of JSON for each line

      The ladder: anecdote (one event, weight 1), habit (0.6), request (0.3), opinion (0.2), hypothetical (0.1), compliment (0). \
      Needs no knowledge base. Exit code 0 unless --fail-on is given: a grade that the words do not bear is a warning; two \
      grades in one quote, and more than 60 words, are informations.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl }
  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @OptionGroup var input: TextLines
  @OptionGroup var color: ColorOption

  @Option(help: "The grade you would give; a warning where the words do not bear it.")
  var grade: Grade?

  @Option(help: "How the result is written.")
  var format = Format.text

  @Option(help: "The least severity that makes the exit code 1.")
  var failOn = FailOn.never

  func run() throws {
    let reader = QuoteReader()
    let quotes = input.all().map { GradedQuote($0, reading: reader.read($0), claimed: grade) }
    switch format {
    case .text:
      let sheets = quotes.map { $0.text(width: Terminal.width, isColored: color.isOn) }
      StandardOutput.write(sheets.joined(separator: "\n"))
    case .json: StandardOutput.write(JSON.document(GradedQuotes(quotes: quotes)))
    case .jsonl: StandardOutput.write(quotes.map { JSON.line($0) }.joined())
    }
    if let least = failOn.severity, quotes.contains(where: { $0.severity.map { $0 >= least } ?? false }) { throw ExitStatus.findings }
  }
}

extension Grade: ExpressibleByArgument {}
