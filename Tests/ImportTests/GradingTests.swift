import KBModel
import KBTestSupport
import KnowledgeBase
import Testing

@Suite struct GradingTests {
  private static let talk = """
    ---
    type: session
    date: 2026-06-22
    customer: acme
    interviewer: dana
    status: raw
    covers: [night-permits]
    ---

    **Q:** Walk me through the last night shift.

    > On 3 June the night shift wrote 41 permits on paper.

    > We would love a tablet.
    >
    > — p-7f3k ^q2

    > Every night I type the permits in. They lie in a pile.
    > — p-7f3k, habit

    - > It is fine as it is.
    - text

    > [!NOTE]
    > not said

    **Q:** And the keys? [[lock-keys]]

    > The box is empty.
    > — p-7f3k, anecdote

    > Done already.
    > — opinion, [[lock-keys]]

    """

  private func reader(_ talk: String = talk) throws -> (GradingReader, ScratchDirectory) {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    try scratch.write("customers/acme.md", "---\ntype: customer\nname: Acme\nsegment: smb\nstage: customer\n---\n")
    for (id, title) in [("night-permits", "Write permits at night"), ("lock-keys", "Find the keys of the lock box")] {
      try scratch.write("use-cases/\(id).md", "---\ntype: use-case\ntitle: \(title)\npersona: x\ntrigger: when it is due\ngoal: done\nworkaround: paper\nstatus: draft\n---\n")
    }
    try scratch.write("sessions/2026-06-22-acme.md", talk)
    let today = try #require(CalendarDate("2026-06-30"))
    return (GradingReader(try SnapshotLoader(location: KnowledgeBaseLocation(containing: scratch.path), today: today).load()), scratch)
  }

  private func written(_ session: GradingSession) throws -> String {
    let change = try #require(session.changes().changes.first)
    return String(decoding: try #require(change.after), as: UTF8.self)
  }

  @Test func onlyQuotesThatWaitAreShown() throws {
    let (reader, scratch) = try reader()
    defer { _ = scratch }
    let session = try reader.session(of: "2026-06-22-acme")
    #expect(session.items.map(\.line) == [12, 14, 18, 21])
    #expect(session.items[0].suggestedGrade == .anecdote)
    #expect(session.items[0].gradeReason.contains("June"))
    #expect(session.items[0].question == "Walk me through the last night shift.")
    #expect(session.items[0].suggestedUseCases.first?.id == "night-permits")
    #expect(session.items[2].grade == .habit)
  }

  @Test func acceptedSuggestionsBecomeAttributionLines() throws {
    let (reader, scratch) = try reader()
    defer { _ = scratch }
    var session = try reader.session(of: nil)
    while !session.isAtEnd { session.accept() }
    expectGolden(try written(session), "graded.md")
  }

  @Test func nothingButAttributionLinesIsWritten() throws {
    let (reader, scratch) = try reader()
    defer { _ = scratch }
    var session = try reader.session(of: nil)
    while !session.isAtEnd { session.accept() }
    let old = Self.talk.split(separator: "\n", omittingEmptySubsequences: false)
    let new = try written(session).split(separator: "\n", omittingEmptySubsequences: false)
    for change in new.difference(from: old) {
      switch change {
      case .insert(_, let line, _): #expect(line.contains("> —") || line.drop { $0 == " " } == ">")
      case .remove(_, let line, _): #expect(line.hasPrefix("> —"))
      }
    }
  }

  @Test func changeSkipAndUndo() throws {
    let (reader, scratch) = try reader()
    defer { _ = scratch }
    var session = try reader.session(of: nil)
    session.change(grade: .opinion)
    session.change(useCases: [])
    session.accept()
    session.accept()
    session.undo()
    #expect(session.position == 1)
    session.skip()
    session.skip()
    session.skip()
    #expect(session.isAtEnd)
    #expect(session.decided == 1)
    #expect(try written(session) == Self.talk.replacing("41 permits on paper.\n", with: "41 permits on paper.\n>\n> — opinion\n"))
    session.undo()
    session.undo()
    session.undo()
    session.undo()
    #expect(!session.canUndo)
    #expect(session.changes().isEmpty)
  }

  @Test func aGradeThatStandsIsNotChanged() throws {
    let (reader, scratch) = try reader()
    defer { _ = scratch }
    var session = try reader.session(of: nil)
    session.skip()
    session.skip()
    session.change(grade: .compliment)
    session.change(useCases: ["lock-keys"])
    session.accept()
    #expect(try written(session).contains("> — p-7f3k, habit, [[lock-keys]]\n"))
  }

  @Test func lineEndsStayAsTheyAre() throws {
    let (reader, scratch) = try reader(Self.talk.replacing("\n", with: "\r\n"))
    defer { _ = scratch }
    var session = try reader.session(of: nil)
    session.accept()
    #expect(try written(session).contains("41 permits on paper.\r\n>\r\n> — anecdote, [[night-permits]]\r\n"))
  }

  @Test func onlyTalksHaveQuotes() throws {
    let (reader, scratch) = try reader()
    defer { _ = scratch }
    #expect(throws: KnowledgeBaseError.self) { try reader.session(of: "acme") }
    #expect(throws: KnowledgeBaseError.self) { try reader.session(of: "nobody") }
  }
}
