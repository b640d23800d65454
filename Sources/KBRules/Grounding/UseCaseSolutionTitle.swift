import KBModel

/// KB403: a use case titled after a solution.
struct UseCaseSolutionTitle: FileRule {
  static let description = RuleDescription(
    code: "KB403", name: "use-case-solution-title", severity: .warning,
    summary: "The title starts with a solution (add, support, integrate, a button, a dashboard, an API …) or is a \"nice to have\".",
    rationale: """
      A title that names a solution makes every quote about it a vote for that solution. The job behind it, which customers \
      could solve in other ways too, drops out of sight.
      """,
    bad: [
      .useCase(title: "↓Add an offline mode"),
      .useCase(title: "↓Dashboard for open permits"),
      .useCase(title: "↓SAP integration"),
      .useCase(title: "Colours per shift ↓(nice to have)"),
    ],
    good: [
      .useCase(title: "Approve a permit while the network is down"),
      .useCase(title: "Read what stands on the dashboard of the crane"),
      .useCase(title: "Build a scaffold around a live line"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.name == "use-case", file.text("status") != "retired", let frontMatter = file.document.frontMatter,
      let node = frontMatter["title"], frontMatter.nodes[node].kind == .scalar
    else { return }
    let title = frontMatter.text(of: node)
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let whole = frontMatter.range(ofValue: node)
    if isNiceToHave(words) {
      findings.add(
        Self.self, in: file, at: rangeOfNiceToHave(in: whole, file) ?? whole, field: "title", message: messageNiceToHave,
        help: help, subject: title)
    } else if let solution = solution(words) {
      findings.add(Self.self, in: file, at: whole, field: "title", message: message(solution), help: help, subject: title)
    }
  }

  private static func isNiceToHave(_ words: [String]) -> Bool {
    words.indices.contains { i in
      words[i] == "nice" && i + 2 < words.count && words[i + 1] == "to" && words[i + 2] == "have"
    }
  }

  /// From the word, or the bracket before it, to the end of the title.
  private static func rangeOfNiceToHave(in whole: ByteRange, _ file: FileReading) -> ByteRange? {
    let bytes = file.document.bytes[whole.range]
    let word = Array("nice".utf8)
    guard
      let start = bytes.indices.first(where: { i in
        i + word.count <= bytes.endIndex && zip(bytes[i...], word).allSatisfy { $0 | 0x20 == $1 }
      })
    else { return nil }
    let bracket = start > bytes.startIndex && bytes[start - 1] == UInt8(ascii: "(") ? 1 : 0
    return ByteRange(start - bracket, Int(whole.end))
  }

  /// The word that makes the title a solution's: a verb of ours at its head, or a thing of software that its first noun
  /// phrase is about.
  private static func solution(_ words: [String]) -> String? {
    guard let first = words.first else { return nil }
    if verbs.contains(first) { return first }
    if makers.contains(first) {
      let object = words.dropFirst().prefix { !boundaries.contains($0) }
      return object.last.flatMap { things.contains($0) ? $0 : nil }
    }
    let phrase = words.prefix { !boundaries.contains($0) }
    // A determiner further on means that a verb stands before it: "read what stands on the dashboard".
    guard let last = phrase.last, things.contains(last), !phrase.dropFirst().contains(where: determiners.contains) else { return nil }
    // Two words may be verb and object ("answer notifications"), but no job is called after an API.
    return last
  }

  private static let verbs: Set<String> = [
    "add", "support", "integrate", "implement", "enable", "introduce", "provide", "ability", "option", "possibility",
  ]
  private static let makers: Set<String> = ["build", "create", "make", "develop", "offer", "have", "get", "ship", "new"]
  private static let things: Set<String> = [
    "api", "app", "apps", "button", "buttons", "chatbot", "connector", "dashboard", "dashboards", "dropdown", "feature",
    "features", "integration", "integrations", "interface", "mode", "module", "plugin", "popup", "portal", "screen", "sdk",
    "sso", "toggle", "ui", "webhook", "webhooks", "widget", "widgets",
  ]
  private static let boundaries: Set<String> = [
    "about", "after", "and", "at", "before", "by", "during", "for", "from", "in", "into", "of", "on", "or", "per", "so", "that",
    "to", "under", "when", "where", "which", "while", "with", "without",
  ]
  private static let determiners: Set<String> = ["a", "an", "the", "this", "that", "our", "my", "one", "what", "every", "each"]
}

extension UseCaseSolutionTitle {
  fileprivate static func message(_ word: String) -> String {
    "the title names a solution ('\(word)'), not a job: every quote here becomes a vote for that solution"
  }

  fileprivate static let messageNiceToHave = "a 'nice to have' is no job: nobody has to get it done"
  fileprivate static let help = "Name what somebody has to get done, in their words: 'Approve a permit while the network is down'."
}
