import KBModel

/// KB404: a trigger that is a wish.
struct UseCaseTriggerWish: FileRule {
  static let description = RuleDescription(
    code: "KB404", name: "use-case-trigger-wish", severity: .warning,
    summary: "The trigger is a wish (wants, would like, should, needs to), not an event.",
    rationale: """
      An event can be asked for ("when did that last happen?") and counted. A wish cannot: it is always there, and so is \
      the answer to it.
      """,
    bad: [
      .useCase(trigger: "the shift lead ↓wants to see all valves"),
      .useCase(trigger: "planners ↓would like a list before the job"),
      .useCase(trigger: "↓if only the drawing were up to date"),
    ],
    good: [
      .useCase(trigger: "when a job is planned on pipework that nobody has opened for years"),
      .useCase(trigger: "when a permit that should be closed is found open"),
      .useCase(trigger: "when a tie-in needs to be undone"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.name == "use-case", file.text("status") != "retired", let frontMatter = file.document.frontMatter,
      let node = frontMatter["trigger"], frontMatter.nodes[node].kind == .scalar
    else { return }
    let whole = frontMatter.range(ofValue: node)
    guard let wish = wish(in: file.document.bytes, whole) else { return }
    findings.add(
      Self.self, in: file, at: wish, field: "trigger", message: message(file.document.text(wish)), help: help,
      subject: frontMatter.text(of: node))
  }

  /// The words that make it a wish. What stands in a relative clause ("a permit that should be closed") only describes.
  private static func wish(in bytes: [UInt8], _ whole: ByteRange) -> ByteRange? {
    let words = words(of: bytes, whole)
    let texts = words.map { bytes.text($0).lowercased() }
    for (i, text) in texts.enumerated() {
      let next = i + 1 < texts.count ? texts[i + 1] : ""
      let afterNext = i + 2 < texts.count ? texts[i + 2] : ""
      var length = 0
      switch text {
      case "that", "which", "who", "whose": return nil
      case "want", "wants", "wanted", "wish", "wishes", "wished", "should", "wishlist": length = 1
      case "would", "d": length = next == "like" || next == "love" || next == "prefer" || next == "rather" ? 2 : 0
      case "need", "needs": length = next == "to" && afterNext != "be" ? 2 : 0
      case "if": length = next == "only" ? 2 : 0
      default: break
      }
      if length > 0 { return ByteRange(Int(words[i].start), Int(words[i + length - 1].end)) }
    }
    return nil
  }

  private static func words(of bytes: [UInt8], _ whole: ByteRange) -> [ByteRange] {
    var words: [ByteRange] = []
    var start: Int?
    for i in whole.range {
      let byte = bytes[i] | 0x20
      let isLetter = (0x61...0x7A).contains(byte) || bytes[i] >= 0x80
      if isLetter, start == nil { start = i }
      if !isLetter, let first = start {
        words.append(ByteRange(first, i))
        start = nil
      }
    }
    if let start { words.append(ByteRange(start, Int(whole.end))) }
    return words
  }
}

extension UseCaseTriggerWish {
  fileprivate static func message(_ words: String) -> String {
    "'\(words)' makes the trigger a wish: nobody can be asked when it last happened"
  }

  fileprivate static let help = "Name the event that starts the job: 'when the network drops during a shift'."
}
