import KBModel
import KBRules
import Testing

struct QuoteRuleTests {
  private static func session(_ body: String) -> ExampleBase { .session(body) }

  /// The text of a session's body after a fix.
  private static func fixed(_ body: String, _ code: String) throws -> String {
    let base = ExampleBase.session(body)
    let fix = try #require(base.findings(of: code).first?.fix)
    let head = """
      ---
      type: session
      date: 2026-06-22
      customer: acme
      persona: shift-lead
      interviewer: dana
      participants: [p-7f3k]
      covers: [offline-approval]
      consent: {basis: consent, scope: internal-quote}
      ---

      """
    let bytes = Array((head + "\n" + body + "\n").utf8)
    let text = String(decoding: try bytes.applying(fix.edits), as: UTF8.self)
    return String(text.dropFirst(head.count + 1).dropLast())
  }

  @Test
  func aBulletBecomesADashOnALineOfItsOwn() throws {
    #expect(
      try Self.fixed("> On 3 June we wrote 41 permits.\n> - p-7f3k, anecdote, [[offline-approval]] ^q1", "KB607")
        == "> On 3 June we wrote 41 permits.\n>\n> — p-7f3k, anecdote, [[offline-approval]] ^q1")
  }

  @Test(arguments: [
    ("— p-7f3k, [[offline-approval]] ^q1", "— p-7f3k, anecdote, [[offline-approval]] ^q1"),
    ("— [[offline-approval]] ^q1", "— anecdote, [[offline-approval]] ^q1"),
    ("-- [[offline-approval]]", "-- anecdote, [[offline-approval]]"),
    ("— p-7f3k", "— p-7f3k, anecdote"),
  ])
  func aMissingGradeIsOfferedWhereItBelongs(_ written: String, _ expected: String) throws {
    let words = "> On 3 June the night shift wrote 41 permits on paper.\n> "
    #expect(try Self.fixed(words + written, "KB601") == words + expected)
  }

  @Test
  func aMisspeltGradeIsOneFindingAndNotTwo() {
    let base = Self.session("> On 3 June we wrote 41 permits.\n> — p-7f3k, annecdote, [[offline-approval]] ^q1")
    #expect(base.findings(of: "KB607").first?.message.contains("did you mean 'anecdote'?") == true)
    #expect(base.findings(of: "KB601").isEmpty)
  }

  @Test
  func messagesDoNotRepeatTheWordsOfAQuote() {
    let base = Self.session("> We would approve permits on a tablet if we had one.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1")
    let mismatch = base.findings(of: "KB602")
    #expect(mismatch.count == 1)
    #expect(!mismatch.contains { $0.message.contains("tablet") || $0.help.contains("tablet") })
  }

  @Test
  func talksToComeAndRawNotesNeedNoAnecdote() {
    let quote = "> I think paper is fine.\n> — p-7f3k, opinion, [[offline-approval]]"
    #expect(Self.session(quote).findings(of: "KB604").count == 1)
    #expect(ExampleBase.session(quote, further: "status: raw").findings(of: "KB604").isEmpty)
    #expect(ExampleBase.session(quote, further: "status: planned").findings(of: "KB604").isEmpty)
  }
}
