import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Go through quotes that have no grade or no use case yet.",
    discussion: """
      EXAMPLES
        kb grade 2026-06-22-acme                 one talk, quote by quote
        kb grade                                 all of them
        kb grade --format json < /dev/null       the suggestions, for another program

      On a terminal each quote is shown with its question, a grade and use cases, and why. One key accepts, changes, skips or \
      goes back; 'w' writes what was decided and ends. Only attribution lines are written. Without a terminal the suggestions \
      are printed and nothing is changed.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: ArgumentHelp("A session or field note; all where it is left out.", valueName: "session"))
  var talk: String?

  @Option(name: [.customShort("C"), .customLong("directory")], help: ArgumentHelp("The knowledge base that holds this folder.", valueName: "dir"))
  var directory: String?

  @Option(help: "How suggestions are printed without a terminal.")
  var format = Format.text

  @OptionGroup var color: ColorOption

  func run() throws {
    let location = try KnowledgeBaseLocation.opened(directory)
    let snapshot = try SnapshotLoader(reading: location).load()
    var session = try GradingReader(snapshot).session(of: talk)
    guard Terminal.isInteractive, Terminal.isOutput else {
      switch format {
      case .text: StandardOutput.write(session.items.map { GradingSheet.text(of: $0, proposal: nil, width: Terminal.width, isColored: color.isOn) }.joined(separator: "\n"))
      case .json: StandardOutput.write(JSON.document(GradingSuggestions(session.items)))
      }
      return
    }
    guard !session.items.isEmpty else { return Message.notice("every quote has its grade and its use case") }
    guard GradingDialogue(snapshot: snapshot, isColored: color.isOn).run(&session) else { return Message.notice("nothing was written") }
    let changes = session.changes()
    try location.apply(changes)
    Message.notice("\(Plural.count(session.decided, "quote")) in \(Plural.count(changes.changes.count, "file"))")
  }
}

/// Shows one quote after the other and takes keys.
private struct GradingDialogue {
  var snapshot: Snapshot
  var isColored: Bool

  /// Whether what was decided is to be written.
  func run(_ session: inout GradingSession) -> Bool {
    while true {
      guard let item = session.current else {
        StandardError.write("\nThat was the last. w writes \(Plural.count(session.decided, "quote")), z goes back, x ends without writing: ")
        switch Keyboard.key() {
        case "w", "\n": return endLine(true)
        case "z": session.undo()
        case "x", nil: return endLine(false)
        default: break
        }
        continue
      }
      StandardOutput.write("\n[\(session.position + 1)/\(session.items.count)] ")
      StandardOutput.write(GradingSheet.text(of: item, proposal: session.proposal, width: Terminal.width, isColored: isColored))
      StandardError.write("Enter accept  1-6 grade  u use cases  s skip  z undo  w write, end  x end: ")
      let key = Keyboard.key()
      StandardError.write("\n")
      switch key {
      case "\n", "a": session.accept()
      case "s", " ": session.skip()
      case "z": session.undo()
      case "w": return true
      case "x", nil: return false
      case "u": changeUseCases(&session)
      case let key?:
        if let number = key.wholeNumberValue, (1...Grade.allCases.count).contains(number) { session.change(grade: Grade.allCases[number - 1]) }
      }
    }
  }

  private func endLine(_ result: Bool) -> Bool {
    StandardError.write("\n")
    return result
  }

  private func changeUseCases(_ session: inout GradingSession) {
    StandardError.write("use cases, parted by blanks (none: just Enter): ")
    guard let line = readLine() else { return }
    var ids: [String] = []
    for name in line.split(whereSeparator: { $0 == " " || $0 == "," }) {
      do throws(KnowledgeBaseError) { ids.append(try snapshot.record(String(name), type: "use-case").id) } catch {
        return Message.error(error.message, remedy: error.remedy)
      }
    }
    session.change(useCases: ids)
  }
}

/// A quote with what is suggested for it, as text.
private enum GradingSheet {
  static func text(of item: GradingItem, proposal: GradingDecision?, width: Int, isColored: Bool) -> String {
    var text = "\(TerminalText.safe(item.path)):\(item.line)\n"
    if let question = item.question { text += paragraph("Q: " + question, indent: "  ", width) }
    text += paragraph(item.words, indent: "  > ", width)
    let grade = item.grade ?? proposal?.grade ?? item.suggestedGrade
    let numbers = Grade.allCases.enumerated().map { "\($0.offset + 1) \($0.element.rawValue)" }.joined(separator: "  ")
    let isChanged = item.grade == nil && grade != item.suggestedGrade
    let why = item.grade != nil ? "as it says already" : isChanged ? "your choice" : item.gradeReason
    text += paragraph("grade: \(grade.rawValue)\(why.isEmpty ? "" : " (\(why))")", indent: "  ", width)
    if proposal != nil, item.grade == nil { text += paragraph(numbers, indent: "         ", width) }
    let ids = proposal?.useCases ?? item.suggestedUseCases.prefix(1).map(\.id)
    let links = (item.useCases + ids).map { "[[\($0)]]" }.joined(separator: ", ")
    let reasons = item.suggestedUseCases.filter { ids.contains($0.id) }.map(\.reason).joined(separator: "; ")
    if !links.isEmpty || item.suggestedUseCases.isEmpty == false {
      text += paragraph("use case: \(links.isEmpty ? "none" : links)\(reasons.isEmpty ? "" : " (\(reasons))")", indent: "  ", width)
    } else if item.question == nil || item.grade != nil {
      text += "  use case: none suggested\n"
    }
    let others = item.suggestedUseCases.filter { !ids.contains($0.id) }.map { "[[\($0.id)]]" }.joined(separator: ", ")
    if !others.isEmpty { text += paragraph("or: \(others)", indent: "  ", width) }
    return text
  }

  private static func paragraph(_ text: String, indent: String, _ width: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in TerminalText.safe(text).split(separator: " ") {
      if !line.isEmpty, TerminalText.width(of: indent + line) + 1 + TerminalText.width(of: String(word)) > width {
        lines.append(indent + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [indent + line]).joined(separator: "\n") + "\n"
  }
}

/// The suggestions for another program.
private struct GradingSuggestions: Encodable {
  struct Suggestion: Encodable {
    var path, record: String
    var line: Int
    var question: String?
    var quote: String
    var grade: String
    var gradeReason: String
    var useCases: [UseCase]
  }

  struct UseCase: Encodable {
    var id, reason: String
  }

  var schema = "kb.grading/1"
  var suggestions: [Suggestion]

  init(_ items: [GradingItem]) {
    suggestions = items.map { item in
      Suggestion(
        path: item.path, record: item.record, line: item.line, question: item.question, quote: item.words, grade: (item.grade ?? item.suggestedGrade).rawValue,
        gradeReason: item.gradeReason, useCases: item.suggestedUseCases.map { UseCase(id: $0.id, reason: $0.reason) })
    }
  }
}
