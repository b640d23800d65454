import KBModel

/// KB607: an attribution line that cannot be read.
struct QuoteAttributionSyntax: FileRule {
  static let description = RuleDescription(
    code: "KB607", name: "quote-attribution-syntax", severity: .error,
    summary: "An attribution line that cannot be read, or an unknown word in it; written as a bullet, a warning.",
    rationale: """
      The last line of a quote decides what it counts for. A misspelt grade silently turns an anecdote into an opinion, and \
      a misplaced word takes the quote out of a use case.
      """,
    bad: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, ↓annecdote, [[offline-approval]] ^q1"),
      .session("> On 3 June we wrote 41 permits.\n> — p-7f3k, anecdote, ↓opinion, [[offline-approval]] ^q1"),
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> ↓- p-7f3k, anecdote, [[offline-approval]] ^q1"),
    ],
    good: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n>\n> — p-7f3k, anecdote, observed, [[offline-approval]] ^q1"),
      .session("> -- anecdote, against [[audit-trail]]", covers: "[audit-trail]"),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for quote in file.quotes {
      let block = file.block(of: quote)
      guard let attribution = block.attribution else { continue }
      for fault in attribution.faults {
        let text = file.document.text(fault.range)
        findings.add(
          Self.self, in: file, at: fault.range, message: message(fault.kind, text), help: help(fault.kind),
          subject: "\(fault.kind) \(text)")
      }
      if attribution.dash == .bullet {
        findings.add(
          Self.self, in: file, at: attribution.range, severity: .warning, message: messageBullet, help: helpBullet,
          subject: file.document.text(attribution.range), fix: fix(attribution, of: block, in: file.document))
      }
    }
  }

  /// Replaces the bullet by a dash and sets the line apart, so that it does not run into the words when rendered.
  private static func fix(_ attribution: Attribution, of block: QuoteBlock, in document: Document) -> Fix {
    let start = Int(attribution.range.start)
    var edits = [TextEdit(range: ByteRange(start, start + 1), replacement: "—")]
    if let apart = block.settingApart(in: document) { edits.insert(apart, at: 0) }
    return Fix(isSafe: true, summary: "write the attribution with a dash", edits: edits)
  }
}

extension QuoteAttributionSyntax {
  fileprivate static func message(_ kind: Attribution.Fault.Kind, _ text: String) -> String {
    switch kind {
    case .unknownWord: "'\(text)' is no grade, hand, speaker or link\(didYouMean(text)); the quote loses what it was meant to say"
    case .secondSpeaker:
      "'\(text)' would be a second speaker\(didYouMean(text)); a quote has one, and which one is meant is unknown"
    case .secondGrade: "'\(text)' is a second grade; the quote counts at one, and which one is meant is unknown"
    case .secondHand: "'\(text)' is a second word for how the quote reached us; one of them is wrong"
    case .againstNothing: "'against' names no use case, so the quote speaks against nothing"
    case .afterBlockID: "'\(text)' stands after the block id, where it is not read"
    }
  }

  fileprivate static func help(_ kind: Attribution.Fault.Kind) -> String {
    switch kind {
    case .unknownWord, .secondSpeaker:
      "Grades: \(Grade.allCases.map(\.rawValue).joined(separator: ", ")). Hands: \(Hand.allCases.map(\.rawValue).joined(separator: ", "))."
    case .secondGrade: "Keep one grade, or split the quote."
    case .secondHand: "Keep one of them."
    case .againstNothing: "Write 'against [[use-case]]', or take the word out."
    case .afterBlockID: "Put the block id last: '— p-7f3k, anecdote, [[use-case]] ^q1'."
    }
  }

  private static func didYouMean(_ text: String) -> String {
    NearestWord.question(for: text, among: Grade.allCases.map(\.rawValue) + Hand.allCases.map(\.rawValue))
  }

  fileprivate static let messageBullet = "the attribution is written as a bullet: it is read here, but renders as a list and other tools take it for one"
  fileprivate static let helpBullet = "Begin the line with a dash: '> — p-7f3k, anecdote, [[use-case]]'."
}
