import KBLanguage
import KBModel
import Testing

@Suite struct QuoteReaderTests {
  private let reader = QuoteReader()

  @Test(arguments: [
    ("On Tuesday the pump tripped and we threw away the whole batch.", Grade.anecdote),
    ("My neighbour borrowed the trailer last May and never brought the papers back.", .anecdote),
    ("We ended up phoning every parent.", .anecdote),
    ("When I got to the counter they told me the file was lost.", .anecdote),
    ("Every Thursday I carry the list over to the kitchen.", .habit),
    ("The clerk stamps it and puts it in the tray.", .habit),
    ("We handle about 80 calls a day.", .habit),
    ("I usually just ask Marta.", .habit),
    ("Please let the tenants pay by card.", .request),
    ("Can you make the letters larger?", .request),
    ("We need a second signature on that form.", .request),
    ("How do I get my deposit back?", .request),
    ("The new form is too long.", .opinion),
    ("In my opinion nobody reads the terms.", .opinion),
    ("Tenants never read the rules.", .opinion),
    ("I find the letters confusing.", .opinion),
    ("We would use that in the cellar.", .hypothetical),
    ("If the lift had a sensor, we could plan the repairs.", .hypothetical),
    ("Next year we will move to a bigger hall.", .hypothetical),
    ("Thank you so much, this is wonderful.", .compliment),
    ("Great job!", .compliment),
    ("I love the new design.", .compliment),
  ])
  func findsTheRung(text: String, grade: Grade) {
    #expect(reader.read(text).grade == grade)
  }

  /// The past of a verb is the past of a verb when it may be an adjective, too.
  @Test(arguments: [
    "The courier lost two pallets in May.", "Last week the courier lost our whole order.", "We recently lost two pallets.",
    "Our vendor lost 14 records last year.", "In May the clerk lost it.", "On Tuesday the new form confused our night nurses.",
    "The new rota worried two of our drivers last month.", "The driver used a spare key on Monday.",
  ])
  func aPastThatIsAlsoAnAdjectiveTellsAnEventWhereItHasAnObject(text: String) {
    #expect(reader.read(text).grade == .anecdote)
  }

  @Test(arguments: [
    "The pallets lost two weeks ago are insured.", "The pallets lost each month cost us 300 euros.", "The hours lost per week add up.",
    "People interested in it call us every day.", "The nurses confused by the app call me every morning.",
    "The forms required a year are kept in a binder.", "The used pallets go back every week.", "Staff tired of it leave every year.",
    "Our staff, tired and annoyed, prints the list every night.", "The vendor offers limited support every day.",
    "The crew lost last year is missed.", "The team is confused a lot.",
  ])
  func anAdjectiveThatIsAlsoAPastTellsNoEvent(text: String) {
    #expect(reader.read(text).grade != .anecdote)
  }

  @Test(arguments: [
    // A would of old habit.
    ("Back then we would drive to the depot at five and count the crates.", Grade.habit),
    // A would that asks.
    ("I'd like to see the totals on the first page.", .request),
    ("It would be nice if the list could be sorted.", .request),
    // A would that judges.
    ("I'd say the old hall was better.", .opinion),
    ("It would be wrong to say that the nurses resist change.", .opinion),
    // A past that did not happen.
    ("If we'd had the alarm in March, we would have saved the fish.", .hypothetical),
    ("Had we known, we would have closed the gate on Monday.", .hypothetical),
    ("We would have kept the contract last year with a faster quote.", .hypothetical),
  ])
  func tellsTheWouldsApart(text: String, grade: Grade) {
    #expect(reader.read(text).grade == grade)
  }

  @Test func aReactionToOurOwnDemoIsNoAnecdote() {
    #expect(reader.read("The demo last week was fantastic, my boss was impressed too.").grade == .compliment)
    #expect(reader.read("Your webinar on Thursday was great, everybody enjoyed it.").grade == .compliment)
  }

  @Test(arguments: [
    "I'd buy it tomorrow.", "We could have saved two days in June with that.", "Our board might sign it last thing on Friday.",
    "They would have noticed on Monday if the light had been on.", "If it had rained last week, we would have lost the hay.",
  ])
  func aConditionalNeverPassesAsAnAnecdote(text: String) {
    #expect(reader.read(text).grade != .anecdote)
  }

  @Test(arguments: [
    ("We would’ve passed if we’d had that in March.", "We would've passed if we'd had that in March."),
    ("I don’t think anyone reads it.", "I don't think anyone reads it."),
    ("It’s a game changer!", "It's a game changer!"),
  ])
  func typographicApostrophesChangeNothing(typographic: String, plain: String) {
    #expect(reader.read(typographic).grade == reader.read(plain).grade)
  }

  @Test func theHighestRungOfSeveralSentencesCounts() {
    let reading = reader.read("The export is a pain. On 3 May it failed and I typed 212 rows by hand.")
    #expect(reading.grade == .anecdote)
    #expect(reading.rungs.map(\.grade).contains(.anecdote))
  }

  @Test func twoRungsSuggestASplit() throws {
    let text = "On 3 June the night shift wrote 41 permits on paper. Could you please give us a print button?"
    let split = try #require(reader.read(text).split)
    #expect(split.0.grade == .anecdote)
    #expect(split.1.grade == .request)
    let utf8 = Array(text.utf8)
    #expect(String(decoding: utf8[split.1.span.bytes], as: UTF8.self).hasPrefix("Could you please"))
  }

  @Test func oneRungSuggestsNoSplit() {
    #expect(reader.read("The courier came at nine. He left the crates at the wrong gate.").split == nil)
    #expect(reader.read("Great. I love it.").split == nil)
  }

  @Test func finerRungsTellDatesAndNumbersApart() {
    #expect(reader.read("On 3 June the gate stayed shut and we wrote it all down.").finer == .datedAnecdote)
    #expect(reader.read("The gate stayed shut and we climbed over the fence.").finer == .undatedAnecdote)
    #expect(reader.read("I check the boiler three times a day.").finer == .numberedHabit)
    #expect(reader.read("The caretaker opens the gate and checks the lamps.").finer == .genericHabit)
    #expect(reader.read("The gate is ugly.").finer == nil)
  }

  @Test func cuesPointAtTheWordsThatCarryTheGrade() throws {
    let reading = reader.read("Yesterday I sent the wrong rota to Leeds.")
    let time = try #require(reading.cues.first)
    #expect(time.span.scalars == 0..<9)
    #expect(time.cue == .time)
    #expect(reading.cues.contains { $0.cue == .event })
  }

  @Test func offsetsCountScalarsAndBytes() throws {
    let text = "🙂 Größe: please add a filter."
    let cue = try #require(reader.read(text).cues.first { $0.cue == .ask })
    let scalars = Array(text.unicodeScalars)[cue.span.scalars]
    let bytes = Array(text.utf8)[cue.span.bytes]
    #expect(String(String.UnicodeScalarView(scalars)) == String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: [
    "Yesterday I sent the wrong rota.", "Every day we print it.", "Please add one.", "It is slow.", "We would use it.", "Lovely!",
    "stuff", "🙂 ok", "no verb here at all",
  ])
  func everyTextWithWordsHasACue(text: String) {
    let reading = reader.read(text)
    #expect(!reading.cues.isEmpty)
    for cue in reading.cues {
      #expect(cue.span.bytes.upperBound <= text.utf8.count)
      #expect(!cue.span.bytes.isEmpty)
    }
  }

  @Test func wordsAreCountedAsAReaderCounts() {
    #expect(reader.read("We don't print it, we scan 40 pages.").wordCount == 8)
    #expect(reader.read("").wordCount == 0)
    let long = String(repeating: "word ", count: 61)
    #expect(reader.read(long).isLong)
    #expect(!reader.read(String(repeating: "word ", count: 60)).isLong)
  }

  @Test(arguments: [
    "", " ", "...", "?!", "\u{0}\u{1B}[31m", "🙂🙂🙂", "مرحبا بالعالم", "\u{202E}abc", "'", "\"", "’’’", "-", "\u{FFFD}", "a", "I", "we",
    "would", "if", "had", "'d", "please", "1", "3rd", "the 3rd", "last", "once", "and", "that", "not not not not not not",
  ])
  func oddTextsHaveAReading(text: String) {
    let reading = reader.read(text)
    #expect(abs(Grade.allCases.reduce(0) { $0 + reading.likelihood(of: $1) } - 1) < 0.01)
  }

  @Test func aTextWithoutWordsIsAnOpinionWithoutCues() {
    for text in ["", "   ", "?!", "🙂"] {
      let reading = reader.read(text)
      #expect(reading.grade == .opinion)
      #expect(reading.cues.isEmpty)
      #expect(reading.mismatch(labelled: .anecdote) == nil)
    }
  }

  @Test func wordsThatSayNothingAreAnOpinion() {
    for text in ["hello", "Permitly", "bonjour madame"] { #expect(reader.read(text).grade == .opinion) }
  }

  @Test func veryLongLinesHaveAReading() {
    let sentence = "On Monday the pump tripped and we called the fitter. "
    #expect(reader.read(String(repeating: sentence, count: 1_000)).grade == .anecdote)
    #expect(reader.read(String(repeating: "wörd ", count: 10_000)).wordCount == 10_000)
    #expect(reader.read(String(repeating: "would ", count: 10_000)).grade != .anecdote)
  }

  @Test func everyEventCutShortStillHasAReading() {
    let text = "On 3 June, at the gate, I'd have said “no” — but they signed; so what would you do?"
    for end in text.unicodeScalars.indices {
      let reading = reader.read(String(text.unicodeScalars[..<end]))
      #expect(reading.cues.allSatisfy { $0.span.scalars.upperBound <= text.unicodeScalars.count })
    }
  }
}
