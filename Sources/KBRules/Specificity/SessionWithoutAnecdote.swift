import KBModel

/// KB604: a talk that brought home no story.
struct SessionWithoutAnecdote: FileRule {
  static let description = RuleDescription(
    code: "KB604", name: "session-without-anecdote", severity: .warning,
    summary: "A session with quotes, none of which is an anecdote.",
    rationale: """
      People explain what they do by how they see themselves; only a single time that happened shows what they did. A talk \
      without one has tested opinions.
      """,
    bad: [
      .session("> I think paper is good enough for us.\n> — p-7f3k, opinion, [[offline-approval]] ^q1").marked()
    ],
    good: [
      .session("> On 3 June the night shift wrote 41 permits on paper.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1"),
      .session("No quotes from this talk; see the notes."),
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    guard file.type?.name == "session", file.status == .done, !file.quotes.isEmpty,
      !file.quotes.contains(where: { file.block(of: $0).attribution?.grade == .anecdote })
    else { return }
    findings.add(
      Self.self, in: file, at: .none, message: message(file.quotes.count), help: help, subject: "no anecdote")
  }
}

extension SessionWithoutAnecdote {
  fileprivate static func message(_ count: Int) -> String {
    count == 1
      ? "the only quote of the talk is no anecdote: it tells what somebody thinks or does, but no single time that it happened"
      : "none of the \(count) quotes is an anecdote: the talk tells what people think and do, but no single time that it happened"
  }

  fileprivate static let help = "Ask for the last time, with its date: 'Walk me through the last permit that you approved.'"
}
