import ArgumentParser
import KBLanguage
import KBModel
import KBReports
import KnowledgeBase

struct Question: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "question",
    abstract: "Say what an interview question does to its answer, and what to ask instead.",
    discussion: """
      EXAMPLES
        kb question "You'd rather have that on a tablet, right?"
        kb question --format jsonl < questions.txt                  one line of JSON for each line
        kb question --guide guides/discovery-3.md                   a whole guide, in order and context
        kb question --kind usability "What would you do next?"      a task: fine with a prototype open

      Each text is judged on its own; a guide is read in order, and only its questions and pitches are shown. Needs no \
      knowledge base. Exit code 0 unless --fail-on is given: tag, agreement, presupposition, hypothetical, pitch and price are \
      errors; loaded, double-barrelled, opinion and forced-choice warnings; polar, vague-time and frequency-assumption informations.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl }
  enum FailOn: String, CaseIterable, ExpressibleByArgument {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @OptionGroup var input: TextLines
  @OptionGroup var color: ColorOption

  @Option(help: ArgumentHelp("Read this Markdown guide instead ('-' for standard input).", valueName: "file"))
  var guide: String?

  @Option(help: "The kind of talk: of a guide, its own 'kind' where this is missing; else discovery.")
  var kind: GuideKind?

  @Option(name: .customLong("product"), help: ArgumentHelp("A name of our product or of a feature, which gives a pitch away; may be repeated.", valueName: "name"))
  var products: [String] = []

  @Option(help: "How the result is written.")
  var format = Format.text

  @Option(help: "The least severity that makes the exit code 1.")
  var failOn = FailOn.never

  func validate() throws {
    if guide != nil, !input.texts.isEmpty { throw ValidationError("Give texts or --guide, not both.") }
  }

  func run() throws {
    let judged = try guide.map(read) ?? JudgedQuestions(input.all(), reader: QuestionReader(kind: kind ?? .discovery, products: products))
    switch format {
    case .text: StandardOutput.show(judged.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(JSON.document(judged))
    case .jsonl: StandardOutput.write(judged.questions.map { JSON.line($0) }.joined())
    }
    if let least = failOn.severity, judged.questions.contains(where: { $0.severity.map { $0 >= least } ?? false }) { throw ExitStatus.findings }
  }

  private func read(_ path: String) throws -> JudgedQuestions {
    let bytes = path == "-" ? StandardInput.bytes() : try UserFile.read(path)
    return JudgedQuestions(GuideText(bytes, kind: kind, products: products), products: products)
  }
}

extension GuideKind: ExpressibleByArgument {}
