internal import KBModel

/// Reads the items of a guide or session in order and context.
///
/// Context decides what single questions cannot: which items are questions at all, which scenario they stand in, whether a
/// filter has an open follow-up, whose words are given back.
package struct QuestionSequence: Sendable {
  package let reader: QuestionReader

  package init(reader: QuestionReader) { self.reader = reader }

  /// Reads `items`; one reading for each, in order. Linear in their total length.
  package func readings(of items: [SequenceItem]) -> [ItemReading] {
    var context = Context()
    var readings: [ItemReading] = []
    readings.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      readings.append(reading(of: item, at: index, in: items, &context))
    }
    absorbFilters(items, &readings)
    return readings
  }

  /// What is wrong with the order of the questions, by item.
  package func orderFindings(of readings: [ItemReading]) -> [OrderFinding] {
    let questions = readings.indices.filter { readings[$0].kind == .question && !readings[$0].reading.isProcedural }
    guard let first = questions.first, let last = questions.last else { return [] }
    var findings: [OrderFinding] = []
    if !questions.prefix(3).contains(where: { readings[$0].reading.isOpening }) {
      findings.append(OrderFinding(fault: .noOpening, item: first))
    }
    let instance = questions.first { readings[$0].reading.asksForInstance }
    if instance == nil { findings.append(OrderFinding(fault: .noRecentInstance, item: first)) }
    let pitch = readings.indices.first { index in
      readings[index].kind == .pitch || readings[index].faults.contains { $0.label == .pitch }
    }
    if let pitch, pitch < instance ?? readings.count { findings.append(OrderFinding(fault: .pitchEarly, item: pitch)) }
    let open = questions.count { readings[$0].reading.isOpen }
    let share = Double(open) / Double(questions.count)
    if share < 0.7, let closed = questions.first(where: { !readings[$0].reading.isOpen }) {
      findings.append(OrderFinding(fault: .closed, item: closed, openShare: share))
    }
    let end = readings.indices.filter { readings[$0].kind == .question }.suffix(3)
    if !end.contains(where: { readings[$0].reading.isClosing }) {
      findings.append(OrderFinding(fault: .noClosing, item: last))
    }
    return findings
  }

  // MARK: One item

  private struct Context {
    /// The level of the heading that makes what is under it notes.
    var notesLevel: Int?
    var scenario = false
    var pitch = false
    /// What the customer has said since the stems were last taken.
    private var customerWords: [String] = []
    private var stems: Set<WordKey> = []

    mutating func hear(_ words: String) { customerWords.append(words) }

    /// Whether the customer has said anything.
    var hasHeard: Bool { !customerWords.isEmpty || !stems.isEmpty }

    /// Stems of the words that the customer has used; taken when a question needs them, which few do.
    mutating func customerStems() -> Set<WordKey> {
      for words in customerWords {
        TokenView.read(words) { text in
          for token in text.tokens where token.kind == .word { stems.insert(token.key.stem) }
        }
      }
      customerWords = []
      return stems
    }
  }

  private func reading(of item: SequenceItem, at index: Int, in items: [SequenceItem], _ context: inout Context) -> ItemReading {
    if !item.customerWords.isEmpty { context.hear(item.customerWords) }
    return reader.withUtterance(of: item.text) { reading(of: item, $0, at: index, in: items, &context) }
  }

  private func reading(
    of item: SequenceItem, _ utterance: Utterance, at index: Int, in items: [SequenceItem], _ context: inout Context
  ) -> ItemReading {
    if case .heading(let level) = item.role {
      if let notes = context.notesLevel, level <= notes { context.notesLevel = nil }
      if context.notesLevel == nil, ItemDetection.makesNotes(utterance) { context.notesLevel = level }
      context.scenario = false
      context.pitch = false
    }
    let inNotes = context.notesLevel != nil && !item.isMarkedQuestion
    let isQuestion = !inNotes && (item.isMarkedQuestion || ItemDetection.asks(utterance, item.role, kind: reader.kind))
    guard isQuestion else {
      return statement(utterance, inNotes: inNotes, isHeading: item.isHeading, &context)
    }
    var reading = reader.reading(of: utterance, followsPitch: context.pitch)
    if context.scenario, reader.kind != .usability, !reading.isProcedural { inherit(&reading, utterance) }
    if context.hasHeard, reading.faults.contains(where: { Self.mayBeGivenBack($0.label) }) {
      giveBack(&reading, utterance, context.customerStems())
    }
    if ItemDetection.offersOptions(item, index, items, utterance) { reading.add(reader.optionFinding(utterance)) }
    return ItemReading(kind: .question, reading: reading, followsPitch: context.pitch)
  }

  private func statement(_ utterance: Utterance, inNotes: Bool, isHeading: Bool, _ context: inout Context) -> ItemReading {
    var reading = QuestionReading.none
    guard !inNotes, !isHeading else { return ItemReading(kind: .note, reading: reading, followsPitch: false) }
    let judge = QuestionJudge(utterance, kind: reader.kind)
    if let scene = judge.scenarioLine() {
      context.scenario = true
      if reader.kind != .usability { reading.faults = [reader.finding(scene, utterance.text)] }
      return ItemReading(kind: reading.faults.isEmpty ? .note : .question, reading: reading, followsPitch: context.pitch)
    }
    if let pitch = judge.pitchLine() {
      context.pitch = true
      reading.faults = [reader.finding(pitch, utterance.text)]
      return ItemReading(kind: .pitch, reading: reading, followsPitch: false)
    }
    return ItemReading(kind: .note, reading: reading, followsPitch: false)
  }

  /// A question under a scenario line asks about what is not so.
  private func inherit(_ reading: inout QuestionReading, _ utterance: Utterance) {
    guard !reading.faults.contains(where: { $0.label == .hypothetical || $0.label == .price || $0.label == .tag }) else { return }
    guard let sentence = utterance.sentences.last(where: { $0.asks }) else { return }
    let fault = QuestionJudge.Fault(
      label: .hypothetical, tokens: sentence.main..<min(sentence.main + 2, sentence.end),
      reason: "stands in the scenario above: the answer is a guess, not a fact")
    reading.faults.removeAll { $0.label == .polar }
    reading.add(reader.finding(fault, utterance.text))
  }

  /// Whether a fault is none where its words are the customer's own.
  private static func mayBeGivenBack(_ fault: QuestionFault) -> Bool { fault == .tag || fault == .presupposition || fault == .loaded }

  /// Words that the customer has used are given back, not put into the mouth.
  private func giveBack(_ reading: inout QuestionReading, _ utterance: Utterance, _ stems: Set<WordKey>) {
    reading.faults.removeAll { finding in
      switch finding.label {
      case .tag:
        // All that is said before the tag is the customer's.
        return utterance.text.tokens.indices.allSatisfy { index in
          let token = utterance.text.tokens[index]
          return !utterance.isContent(index) || (Int(token.start) >= finding.bytes.lowerBound && Int(token.end) <= finding.bytes.upperBound) || stems.contains(token.key.stem)
        }
      case .presupposition, .loaded:
        let own = utterance.text.tokens.indices.filter { index in
          let token = utterance.text.tokens[index]
          return Int(token.start) >= finding.bytes.lowerBound && Int(token.end) <= finding.bytes.upperBound && token.word == .other && token.kind == .word
        }
        return !own.isEmpty && own.allSatisfy { stems.contains(utterance.text.tokens[$0].key.stem) }
      default: return false
      }
    }
  }

  /// "Have you tried others?" with "What happened?" below it: the open follow-up absorbs the yes/no.
  private func absorbFilters(_ items: [SequenceItem], _ readings: inout [ItemReading]) {
    for index in items.indices where readings[index].faults.contains(where: { $0.label == .polar }) {
      guard case .listItem(let depth) = items[index].role, index + 1 < items.count else { continue }
      for next in items.index(after: index)..<items.count {
        guard case .listItem(let deeper) = items[next].role, deeper > depth else { break }
        if readings[next].kind == .question, readings[next].reading.isOpen {
          readings[index].reading.faults.removeAll { $0.label == .polar }
          readings[index].reading.isOpen = true
          break
        }
      }
    }
  }
}

extension SequenceItem {
  var isHeading: Bool { if case .heading = role { true } else { false } }
}

extension QuestionReading {
  static let none = QuestionReading(
    faults: [], asks: false, isOpen: false, asksForInstance: false, isOpening: false, isClosing: false, isProcedural: false)

  mutating func add(_ finding: QuestionFinding) {
    guard !faults.contains(where: { $0.label == finding.label }) else { return }
    faults.append(finding)
    faults.sort { $0.label.order < $1.label.order }
  }
}

extension WordKey {
  /// The word without the endings of inflection, for words of up to eight letters; longer ones stand for themselves.
  var stem: WordKey {
    guard bits >> 63 == 0 else { return self }
    let length = (64 - bits.leadingZeroBitCount + 7) / 8
    func last(_ count: Int) -> UInt64 { bits >> UInt64((length - count) * 8) }
    func dropping(_ count: Int) -> WordKey { WordKey(bits: bits & ((1 << UInt64((length - count) * 8)) - 1)) }
    guard length > 4 else { return length == 4 && last(1) == 0x73 ? dropping(1) : self }
    if length > 5, last(3) == 0x67_6e69 { return dropping(3) }  // -ing
    if last(2) == 0x6465 || last(2) == 0x7365 { return dropping(2) }  // -ed, -es
    if last(1) == 0x73 || last(1) == 0x65 { return dropping(1) }  // -s, -e
    return self
  }
}
