import KBLanguage
import KBModel
import Testing

/// One question at a time: what is found, where, and what must stay silent.
@Suite struct QuestionReaderTests {
  private func labels(_ text: String, kind: GuideKind = .discovery, products: [String] = []) -> [String] {
    QuestionReader(kind: kind, products: products).faults(in: text).map(\.label.rawValue)
  }

  private func marked(_ text: String) -> [String] {
    QuestionReader().faults(in: text).map { finding in
      let scalars = Array(text.unicodeScalars)[finding.scalars]
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars)
      return String(words)
    }
  }

  // MARK: What a single word does not decide

  @Test(arguments: [
    "How do you like the time between the start and the end of a shift?",
    "What does your job look like between the start and the end of a shift?",
    "What did you wish you had known that day?", "What do you think about that now?",
    "What makes a hall ready for a concert?", "What is your favourite story from the kitchen?",
    "Was it easy or difficult to get the permit?", "Is the gate locked, and if so, who has the key?",
    "What is the difference between a good season and a bad season for you?",
    "Our product may have nothing to do with this. What happened that day?",
    "Which of yesterday's jobs could you not finish?", "Do you wanna tell me about the last call?",
    "Do you have any questions? Or are there any topics you'd like to discuss?",
  ])
  func oneWordWithoutStructureIsNoFault(text: String) {
    #expect(labels(text) == [])
  }

  @Test(arguments: [
    ("Will you be moving more orders online next year?", "polar"), ("Will you be using it next year?", "hypothetical"),
    ("What are your biggest frustrations with the rota?", "presupposition"), ("Is twenty pounds too much for a lesson?", "price"),
    ("How do you like the menu and the waiters?", "double-barrelled"),
    ("Is this something the industry needs?", "opinion"),
  ])
  func structureWithTheWordIsAFault(text: String, label: String) {
    #expect(labels(text).contains(label))
  }

  // MARK: Spans and reasons

  @Test(arguments: [
    ("The scanner is quick, isn't it?", "isn't it"), ("You print it all, right?", "right"),
    ("How tedious is the stocktake?", "How tedious"), ("How often do you weigh the truck?", "How often"),
    ("Who wrote that ridiculous memo?", "ridiculous"), ("Größe egal 🙂, oder? You know the price, correct?", "correct"),
  ])
  func marksTheWordsThatGiveTheFaultAway(text: String, words: String) {
    #expect(marked(text).contains(words))
  }

  @Test func everyFindingHasWordsAndAReason() {
    for text in ["Would you use it?", "Isn't it slow?", "Do you like our app or theirs?", "How much would you pay?"] {
      for finding in QuestionReader().faults(in: text) {
        #expect(!finding.bytes.isEmpty)
        #expect(!finding.scalars.isEmpty)
        #expect(finding.reason.count > 20)
      }
    }
  }

  @Test func faultsComeInTheOrderOfTheRules() {
    #expect(labels("Did that awful form hold you up again, and is the hotline any help?").first == "loaded")
    #expect(labels("Imagine a bot that files it all, that's what we built. Good idea?") == ["hypothetical", "pitch", "opinion"])
  }

  // MARK: Which label absorbs which

  @Test(arguments: [
    ("You would use that daily, wouldn't you?", ["tag"]),
    ("Would you pay for it?", ["price"]),
    ("Would you use it?", ["hypothetical"]),
    ("Wouldn't you agree that paper is slow?", ["agreement"]),
    ("Wouldn't it be easier on a phone?", ["agreement", "hypothetical"]),
    ("Is it the price or the service?", ["forced-choice"]),
    ("Is the idea a good idea?", ["opinion"]),
    ("Have you ever lost a key?", ["polar"]),
    ("Do you ever lose keys?", ["polar", "vague-time"]),
  ])
  func strongerLabelsAbsorbWeakerOnes(text: String, expected: [String]) {
    #expect(labels(text).filter { $0 != "presupposition" } == expected)
  }

  // MARK: Borderline decisions

  @Test(arguments: [
    "Is there anything that slows you down?", "Are there any steps that only you know?",
    "Have you tried other couriers? What happened?", "Is the list used? How?",
    "What challenges do you face in the yard?", "What is the hardest part of a recall?",
    "Did the pump stop that night?", "How long did the repair take?", "How accurate was the count?",
    "How would you describe your role?", "Can you show me what you would do?", "What would you say is your main task?",
    "When was the last time that this cost you a customer?", "Who signed it, and when?",
    "How do you like it?", "What works well?", "What do you do when a driver is ill?",
    "Would you introduce me to the shift lead?", "Would another day suit you better?",
    "You said the form is \"a nightmare\". What happened last time?", "What, if anything, got in your way?",
    "How easy or hard was it to find the file?", "If you look at last week's calendar, what do you see?",
    "How did you decide whether or not to call?", "Walk me through what happened and who was there.",
    "Could you tell me about your team?", "Is it okay if I record this?", "Who would know more about that?",
    "What did you do right after the call?",
  ])
  func staysSilent(text: String) { #expect(labels(text) == []) }

  @Test(arguments: [
    ("Have you tried it? Why or why not?", "polar"), ("Do you plan to move the archive?", "polar"),
    ("What pain points do you have with customs?", "presupposition"), ("Did the move go well?", "polar"),
    ("What do you love about the tool?", "presupposition"), ("What is on your wish list?", "opinion"),
    ("What would you do next?", "hypothetical"), ("Should the app send a mail?", "opinion"),
  ])
  func finds(text: String, label: String) { #expect(labels(text).contains(label)) }

  @Test func aUsabilityTaskIsNoHypothetical() {
    #expect(labels("What would you do next?", kind: .usability) == [])
    #expect(labels("Where would you click?", kind: .usability) == [])
    #expect(labels("What would you want from a tool like that?", kind: .usability) == ["hypothetical"])
  }

  @Test func requirementTalkIsFineInARequirementsGuide() {
    #expect(labels("What must it support?", kind: .requirements) == [])
    #expect(labels("Should the tool send a mail?", kind: .requirements).contains("opinion") == false)
  }

  @Test func configuredNamesGiveAPitchAway() {
    let text = "Permitly signs permits by itself. How do you sign permits today?"
    #expect(labels(text, products: ["Permitly"]) == ["pitch"])
    #expect(labels(text) == [])
  }

  // MARK: The same in other clothes

  @Test(arguments: [
    ("Don’t you think it’s slow?", "Don't you think it's slow?"), ("dont you think its slow", "Don't you think it's slow?"),
    ("Um, so, would you use it?", "Would you use it?"), ("WOULD YOU USE IT?", "Would you use it?"),
    ("**Would you use it?**", "Would you use it?"), ("Would you use it", "Would you use it?"),
    ("You’d rather print it, right", "You'd rather print it, right?"),
  ])
  func spellingAndFillersDoNotMatter(text: String, plain: String) {
    #expect(labels(text) == labels(plain))
    #expect(labels(text) != [])
  }

  // MARK: Properties

  @Test func knowsOpenFromClosed() {
    let reader = QuestionReader()
    #expect(reader.reading(of: "What happened then?").isOpen)
    #expect(reader.reading(of: "Tell me about your role.").isOpen)
    #expect(!reader.reading(of: "Do you print it?").isOpen)
    #expect(!reader.reading(of: "Is it rain or snow?").isOpen)
    #expect(!reader.reading(of: "You print it, right?").isOpen)
  }

  @Test func knowsOpeningInstanceAndClosing() {
    let reader = QuestionReader()
    #expect(reader.reading(of: "Tell me about your role.").isOpening)
    #expect(reader.reading(of: "Walk me through the last time that happened.").asksForInstance)
    #expect(reader.reading(of: "Who else should I talk to?").isClosing)
    #expect(reader.reading(of: "Is it okay if I record this?").isProcedural)
    #expect(!reader.reading(of: "How are orders picked?").asksForInstance)
  }
}
