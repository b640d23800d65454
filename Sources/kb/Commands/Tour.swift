import ArgumentParser
import KBReports
import KnowledgeBase

struct Tour: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: "Show what kb does, in eight steps, on the records of an invented company.",
    discussion: """
      EXAMPLES
        kb tour                                  step by step, on a temporary copy
        kb tour kettlebridge                     on a copy that stays, to try more
        kb tour --all | less                     all steps at once

      Each step runs a real command on a copy of the example and says what to read in the answer. Enter goes on, q stops. \
      Nothing outside of the copy is touched, and nothing is written over.
      """)

  @Argument(help: ArgumentHelp("A new or empty folder for the copy of the example, which stays.", valueName: "folder"))
  var folder: String?

  @Flag(help: "Do not wait between the steps.")
  var all = false

  @OptionGroup var color: ColorOption

  func run() throws {
    // A signal ends the tour between two steps, so that the temporary copy goes whatever happens.
    try Interrupt.whileWriting {
      let copy = try folder.map { path throws(KnowledgeBaseError) in try ExampleCopy(at: path) } ?? ExampleCopy(temporaryIn: Environment.temporaryFolder)
      defer { if folder == nil { copy.remove() } }
      try WorkingDirectory.during(copy.folder) { try walk(through: copy) }
    }
  }

  private var page: TourPage { TourPage(width: Terminal.width, isColored: color.isOn) }
  private var waits: Bool { !all && Terminal.isInteractive && Terminal.isOutput }

  private func walk(through copy: ExampleCopy) throws {
    StandardOutput.write(page.heading("kb tour") + "\n" + page.text(introduction))
    for (position, step) in TourStep.all.enumerated() {
      guard goesOn() else { return StandardOutput.write("\n" + page.text("Here the tour ends early; 'kb tour' starts it again.")) }
      StandardOutput.write("\n" + page.heading("\(position + 1) of \(TourStep.all.count) · \(step.title)") + "\n")
      try show(step, in: copy)
    }
    StandardOutput.write("\n" + page.heading("What next") + "\n" + ending)
  }

  private func show(_ step: TourStep, in copy: ExampleCopy) throws {
    StandardOutput.write(page.text(step.introduction) + "\n")
    if step.deed != .writeTalk {
      StandardOutput.write(page.command(step.command))
      try perform(step.command + step.hidden)
    }
    switch step.deed {
    case .showRecord:
      let lines = try frontMatter(of: TourStep.talk, in: copy)
      StandardOutput.write("\n" + page.excerpt(lines))
    case .writeTalk:
      let head = try frontMatter(of: TourStep.talk, in: copy).joined(separator: "\n").replacing("participants: []", with: "participants: [p-o6y1]")
      try UserFile.write(copy.folder + "/" + TourStep.talk, Array("\(head)\n\n\(TourStep.talkText)".utf8))
      StandardOutput.write(page.excerpt(TourStep.talkText.split(separator: "\n", omittingEmptySubsequences: false).dropLast()))
    case nil: break
    }
    StandardOutput.write("\n" + page.text(step.reading) + page.mistake(step.mistake.rawValue))
  }

  /// Runs one of our own commands, as if it had been typed.
  private func perform(_ words: [String]) throws {
    do {
      var command = try KB.parseAsRoot(words)
      try command.run()
    } catch let code as ExitCode where code == ExitStatus.findings {
      // Findings are what there is to see.
    }
  }

  private func frontMatter(of path: String, in copy: ExampleCopy) throws -> [Substring] {
    let lines = String(decoding: try UserFile.read(copy.folder + "/" + path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.dropFirst().firstIndex(of: "---") ?? 0
    return Array(lines[...end])
  }

  /// Waits for a key where somebody can press one; `false` to stop.
  private func goesOn() -> Bool {
    guard waits else { return !Interrupt.isRequested }
    StandardError.write("\nEnter: go on   q: stop ")
    while true {
      let key = Keyboard.key()
      guard key == "\n" || key == " " || key == "q" || key == nil else { continue }
      // The line goes, so that what is left on the screen is the tour.
      StandardError.write(Terminal.canErase ? "\r\u{1B}[K\u{1B}[A" : "\n")
      return key == "\n" || key == " "
    }
  }

  // MARK: Words

  private var introduction: String {
    """
    kb keeps what customers really said as Markdown files in git, and answers one question with figures: is this a need of the \
    market, or of one customer? It guards against four mistakes: leading questions, talk without a use case, one loud customer, and \
    answers that are not specific.

    Kettlebridge does not exist. It is forty people who make software for permits to work in plants, and this is what they know: \
    19 customers, 41 talks, 10 notes from sales. The copy that the tour works on \
    \(folder.map { "is in '\($0)' and stays there" } ?? "goes when it ends").
    """
  }

  private var ending: String {
    let text =
      folder.map {
        "The company of the example is yours to play with in '\($0)': its README.md says what each verdict and each warning teaches."
      } ?? "'kb tour FOLDER' keeps the company of the example, to read its README.md and to play with it."
    return page.text(text) + "\n"
      + page.suggestions([
        ("kb init FOLDER", "start your own knowledge base"),
        ("kb question --guide FILE", "have the guide of your next talk read"),
        ("kb import notes FILES", "bring in the notes that you have"),
        ("kb validate", "and see what they are worth"),
        ("kb --help", "all commands"),
      ])
  }
}
