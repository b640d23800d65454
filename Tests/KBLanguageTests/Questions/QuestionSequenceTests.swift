import KBLanguage
import KBModel
import Testing

@Suite struct QuestionSequenceTests {
  private func read(_ items: [SequenceItem], kind: GuideKind = .discovery) -> [ItemReading] {
    QuestionSequence(reader: QuestionReader(kind: kind)).readings(of: items)
  }

  private func labels(_ reading: ItemReading) -> [String] { reading.faults.map(\.label.rawValue) }

  private func heading(_ text: String, _ level: Int = 2) -> SequenceItem { SequenceItem(text, role: .heading(level: level)) }
  private func bullet(_ text: String, _ depth: Int = 0) -> SequenceItem { SequenceItem(text, role: .listItem(depth: depth)) }

  @Test(arguments: [
    "Do they scroll?", "What does the participant click first?", "[Start the recording]", "Thank the customer for the time.",
    "Tell them about the gift card.", "Note: ask about the archive.", "We work with three hospitals on this study.",
    "Remember that silence helps.",
  ])
  func notesAreNoQuestions(text: String) {
    #expect(read([bullet(text)]).map(\.kind) == [.note])
    #expect(read([bullet(text)])[0].faults == [])
  }

  @Test(arguments: ["Walk me through your day.", "What happened", "Any questions for me?", "If you could take a minute to look around."])
  func promptsAreQuestions(text: String) { #expect(read([bullet(text)]).map(\.kind) == [.question]) }

  @Test func headingsMakeNotesUpToTheNextOfTheirLevel() {
    let readings = read([
      heading("Goals"), bullet("Would they use it?"), heading("Detail", 3), bullet("Don't you think so?"), heading("Questions"),
      bullet("Would you use it?"),
    ])
    #expect(readings.map(\.kind) == [.note, .note, .note, .note, .note, .question])
    #expect(labels(readings[5]) == ["hypothetical"])
  }

  @Test func aMarkedQuestionIsOneAnywhere() {
    let readings = read([heading("Avoid"), SequenceItem("You print it, right?", isMarkedQuestion: true)])
    #expect(labels(readings[1]) == ["tag"])
  }

  @Test func aPitchOfItsOwnPromptsWhatFollows() {
    let readings = read([bullet("Our planner sorts tours by itself."), bullet("How do you sort them?"), heading("Next"), bullet("Who helps you?")])
    #expect(readings[0].kind == .pitch)
    #expect(labels(readings[0]) == ["pitch"])
    #expect(readings[1].followsPitch)
    #expect(readings[1].faults == [])
    #expect(!readings[3].followsPitch)
  }

  @Test func likingWhatWasPitchedIsAnOpinion() {
    #expect(labels(read([bullet("Our planner sorts tours by itself."), bullet("Do you like it?")])[1]) == ["opinion"])
    #expect(labels(read([bullet("Tell me about your planner."), bullet("How do you like it?")])[1]) == [])
  }

  @Test func aScenarioReachesToTheNextHeading() {
    let items = [bullet("Imagine the network is gone."), bullet("How do you hand over the shift?"), heading("Today"), bullet("How do you hand over the shift?")]
    let readings = read(items)
    #expect(labels(readings[0]) == ["hypothetical"])
    #expect(labels(readings[1]) == ["hypothetical"])
    #expect(labels(readings[3]) == [])
    #expect(labels(read(items, kind: .usability)[1]) == [])
  }

  @Test func anOpenFollowUpBelowAbsorbsAYesOrNo() {
    #expect(labels(read([bullet("Do you use the export?"), bullet("What for?", 1)])[0]) == [])
    #expect(labels(read([bullet("Do you use the export?"), bullet("What else is there?")])[0]) == ["polar"])
  }

  @Test func optionsBelowAreNoChoiceUnlessTheStemAsksToChoose() {
    let options = [bullet("phone", 1), bullet("mail", 1), bullet("fax", 1)]
    #expect(labels(read([bullet("How do orders reach you?")] + options)[0]) == [])
    #expect(labels(read([bullet("Which of the following do you use for orders?")] + options)[0]) == ["forced-choice"])
  }

  @Test func wordsOfTheCustomerAreGivenBack() {
    let said = "The gate is slow and the drivers wait for hours. It is a frustrating mess."
    func item(_ text: String, _ words: String) -> SequenceItem { SequenceItem(text, isMarkedQuestion: true, customerWords: words) }
    #expect(labels(read([item("The drivers wait for hours, right?", said)])[0]) == [])
    #expect(labels(read([item("The drivers hate the mess, right?", said)])[0]) == ["tag"])
    #expect(labels(read([item("The drivers wait for hours, right?", "")])[0]) == ["tag"])
    #expect(labels(read([item("Tell me about the mess you saw.", said)])[0]) == [])
  }

  // MARK: Order

  private func order(_ texts: [String]) -> [String: Int] {
    let sequence = QuestionSequence(reader: QuestionReader())
    let findings = sequence.orderFindings(of: sequence.readings(of: texts.map { bullet($0) }))
    return Dictionary(uniqueKeysWithValues: findings.map { ($0.fault.rawValue, $0.item) })
  }

  private let good = [
    "Tell me about your role.", "Walk me through the last time a truck was late.", "What happened then?", "Who else should I talk to?",
  ]

  @Test func aGoodOrderHasNoFindings() { #expect(order(good) == [:]) }

  @Test func saysWhereTheOrderBreaks() {
    #expect(order(Array(good.dropFirst()))["no-opening"] == 0)
    #expect(order([good[0], "How are trucks loaded?", good[3]])["no-recent-instance"] == 0)
    #expect(order(["Our planner sorts tours by itself."] + good)["pitch-early"] == 0)
    #expect(order(good + ["Our planner sorts tours by itself."])["pitch-early"] == nil)
    #expect(order([good[0], "Do you load trucks at night?", "Do you print lists?", good[1], good[3]])["closed"] == 1)
    #expect(order(Array(good.dropLast()))["no-closing"] == 2)
    #expect(order([]) == [:])
    #expect(order(["Thank them."]) == [:])
  }

  @Test func consentIsNoQuestionOfTheOrder() {
    #expect(order(["Is it okay if I record this?", "Do you have any questions?"] + good) == [:])
  }
}
