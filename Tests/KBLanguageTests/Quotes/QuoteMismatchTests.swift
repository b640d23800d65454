import KBLanguage
import KBModel
import Testing

@Suite struct QuoteMismatchTests {
  private let reader = QuoteReader()

  @Test(arguments: [
    "We would use that every day.", "If it worked offline, we'd take it into the barn.", "The new menu is too slow.",
    "This is fantastic, thank you!", "In my opinion the price is too high.", "We plan to introduce it next year.",
    "I'd definitely recommend it.", "Everybody struggles with the forms.", "Every Monday I copy the list by hand.",
    "Please add a filter for the region.",
  ])
  func anAnecdoteWithoutAnEventIsDoubted(text: String) throws {
    let mismatch = try #require(reader.mismatch(text, labelled: .anecdote))
    #expect(mismatch.direction == .tooHigh)
    #expect(mismatch.found == reader.read(text).grade)
    #expect(!mismatch.reason.isEmpty)
    #expect(!mismatch.span.bytes.isEmpty)
  }

  @Test(arguments: [Grade.opinion, .hypothetical, .compliment])
  func anEventGivenAwayIsDoubted(labelled: Grade) throws {
    let text = "On Monday the pump tripped and we threw away the batch."
    let mismatch = try #require(reader.mismatch(text, labelled: labelled))
    #expect(mismatch.found == .anecdote)
    #expect(mismatch.direction == .tooLow)
    #expect(mismatch.reason.contains("given away"))
  }

  @Test func aHabitThatIsOneEventIsDoubted() throws {
    let mismatch = try #require(reader.mismatch("Last Tuesday a driver called me from the gate.", labelled: .habit))
    #expect(mismatch.found == .anecdote)
    #expect(mismatch.reason.contains("one event"))
  }

  @Test func praiseIsOnlyPraise() throws {
    let mismatch = try #require(reader.mismatch("Fantastic, great job, thank you!", labelled: .request))
    #expect(mismatch.found == .compliment)
    #expect(mismatch.reason.contains("only praises"))
  }

  @Test(arguments: [
    ("Yesterday I sent the wrong rota to Leeds.", Grade.anecdote), ("I usually check it in the morning.", .habit),
    ("Can you add an export?", .request), ("The price is too high.", .opinion), ("We would switch if it was free.", .hypothetical),
    ("I love it.", .compliment),
  ])
  func aRightLabelIsAccepted(text: String, labelled: Grade) {
    #expect(reader.mismatch(text, labelled: labelled) == nil)
  }
}
