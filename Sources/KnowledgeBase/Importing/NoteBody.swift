import KBLanguage

/// The body of a note, with what was asked and what was said marked as such and everything else as it was.
struct NoteBody {
  private(set) var lines: [String] = []
  /// Labels that gave way to a mark: `A:`.
  private(set) var labels: [String] = []

  private let names: PersonNames
  /// Labels of those who ask and of those who answer, in lower case.
  private let asking: Set<String>
  private let answering: Set<String>
  private let reader = QuestionReader()

  /// Speech that stands within a paragraph is given its own block quote when the paragraph ends.
  private var pending: [(indent: String, words: String)] = []
  private var isInFence = false
  private var isInComment = false
  /// The level of a heading under which nothing is asked of a customer.
  private var ownLevel: Int?
  /// Whether the line before is a question that running text would join.
  private var followsQuestion = false

  init(_ source: [Substring], names: PersonNames, interviewers: [String]) {
    self.names = names
    let all = source.map { NoteLine(String($0)) }
    var counts: [String: Int] = [:]
    for line in all { if let label = line.label { counts[PersonNames.bare(label.name).lowercased(), default: 0] += 1 } }
    asking = Set(interviewers.flatMap { [$0.lowercased(), $0.lowercased().split(separator: " ").first.map(String.init) ?? ""] })
      .union(Self.askingLabels)
      // A single letter is a label only where it comes again.
      .union(["i", "f", "us"].filter { counts[$0, default: 0] > 1 })
    // "Customer: Acme" once is a heading of sorts; said again and again it is who speaks.
    answering = Set(["answer", "antwort"]).union(Self.answeringLabels.filter { counts[$0, default: 0] > 1 })
    var i = 0
    while i < all.count {
      // A sentence may run over several lines.
      var end = i + 1
      while end < all.count, Self.continues(all[end - 1], all[end]) { end += 1 }
      append(all[i..<end])
      i = end
    }
    flush()
    lines = Array(lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed())
  }

  private static let askingLabels = ["interviewer", "question", "frage", "q", "moderator", "pm"]
  private static let answeringLabels = ["customer", "kunde", "interviewee", "participant", "respondent", "client", "user", "a", "k", "p", "r", "c"]

  /// Headings under which our own questions and plans stand.
  private static let ownHeadings = [
    "open question", "follow-up", "follow up", "followup", "next step", "to do", "todo", "action item", "my thought", "our thought", "internal", "ideas", "offene fragen",
    "nächste schritte", "questions for us", "to clarify", "retro", "debrief",
  ]

  private static func continues(_ line: NoteLine, _ next: NoteLine) -> Bool {
    guard !line.isBlank, !line.isHeading, !line.isQuote, !line.isTable, !line.isFence, !line.text.isEmpty, !next.isBlank, !next.isItem, !next.isHeading, !next.isQuote,
      !next.isTable, !next.isFence, let last = line.text.last, let first = next.text.first
    else { return false }
    return !".?!:;|>".contains(last) && !line.text.hasSuffix("  ") && first.isLowercase
  }

  // MARK: Lines

  private mutating func append(_ part: ArraySlice<NoteLine>) {
    guard let line = part.first else { return }
    let whole = part.map { $0.lead + $0.text }
    if line.isFence { isInFence.toggle() }
    if isInFence || line.isFence || isInComment || line.text.hasPrefix("<!--") {
      isInComment = whole.joined().range(ofLast: "<!--", before: "-->") || isInComment && !whole.joined().contains("-->")
      return keep(whole)
    }
    if line.isBlank {
      lines.append("")
      flush()
      followsQuestion = false
      return
    }
    if line.isHeading { enter(line) }
    if line.isQuote || line.isRule { return keep(whole) }
    if line.isTable {
      for text in whole { note(speechIn: text, indent: "") }
      return keep(whole)
    }
    let text = ([line.text] + part.dropFirst().map { $0.text }).joined(separator: " ")
    if line.isMarkedQuestion {
      // A mark counts at the beginning of a block; under a quote or an answer it is one anyway.
      if let label = line.label, part.count == 1, Self.endsQuestion(label.words) == nil, let split = Self.split(label.words) {
        let mark = line.text.dropLast(label.words.count)
        return ask(line, marked: mark + split.question, rest: [split.rest])
      }
      separate(line)
      keep(whole)
      followsQuestion = true
      return
    }
    if let label = line.label, label.words.isEmpty == false {
      let name = PersonNames.bare(label.name).lowercased()
      if asking.contains(name) { return ask(line, label: label, part) }
      if answering.contains(name) { return answer(line, speaker: nil, label: label, part) }
      if let pseudonym = names.pseudonym(of: label.name) { return answer(line, speaker: pseudonym, label: label, part) }
    }
    if ownLevel == nil, asks(text, isHeading: line.isHeading) {
      return ask(line, marked: (line.isHeading ? "Q: " : "**Q:** ") + line.text, rest: Array(whole.dropFirst()))
    }
    if ownLevel == nil, part.count == 1, !line.isHeading, let split = Self.split(line.text), reader.reading(of: split.question).asks {
      return ask(line, marked: "**Q:** " + split.question, rest: [split.rest])
    }
    if part.count == 1, quote(line) { return }
    for text in whole { note(speechIn: text, indent: line.indent) }
    keep(whole)
    if line.isItem { flush() }
  }

  private mutating func keep(_ whole: [String]) {
    if followsQuestion, let first = whole.first, !NoteLine(first).isItem, !NoteLine(first).isQuote, !NoteLine(first).isHeading, !NoteLine(first).isMarkedQuestion { lines.append("") }
    followsQuestion = false
    for line in whole { lines.append(names.replaced(in: line).text) }
  }

  private mutating func enter(_ heading: NoteLine) {
    let level = heading.lead.count { $0 == "#" }
    if let own = ownLevel, level <= own { ownLevel = nil }
    let title = heading.text.lowercased()
    if ownLevel == nil, Self.ownHeadings.contains(where: title.contains) { ownLevel = level }
  }

  /// A blank line before a block that would run into the paragraph above.
  private mutating func separate(_ line: NoteLine) {
    guard !line.isItem, !line.isHeading, let last = lines.last, !last.isEmpty else { return }
    lines.append("")
  }

  // MARK: Questions

  private func asks(_ text: String, isHeading: Bool) -> Bool {
    guard let first = text.first, !"\"“„«»(|<!".contains(first), QuotedSpeech.all(in: text).isEmpty, text.split(separator: " ").count >= 3 else { return false }
    if Self.endsQuestion(text) != nil { return !Self.isRhetorical(text) }
    // "Walk me through …" asks without a question mark; a sentence of a report does not.
    guard !isHeading, !text.hasSuffix("!"), text.split(separator: ". ").count == 1 else { return false }
    let reading = reader.reading(of: text)
    return reading.asks && Self.prompts.contains { text.lowercased().hasPrefix($0) }
  }

  private static let prompts = ["walk me through", "tell me", "talk me through", "describe", "show me", "take me through", "think of the last", "think back"]

  /// What a person writes to themselves: "why? because …", "(sure?)".
  private static func isRhetorical(_ text: String) -> Bool { text.hasPrefix("->") || text.hasPrefix("=>") || text.hasPrefix("→") }

  /// Where the question mark stands that ends a text, marks of emphasis and brackets behind it not counted.
  private static func endsQuestion(_ text: String) -> String.Index? {
    var end = text.endIndex
    while end > text.startIndex, "*_) ".contains(text[text.index(before: end)]) { end = text.index(before: end) }
    guard end > text.startIndex, text[text.index(before: end)] == "?" else { return nil }
    return end
  }

  /// A question and what is noted behind it on the same line.
  private static func split(_ text: String) -> (question: String, rest: String)? {
    guard let mark = text.firstIndex(of: "?") else { return nil }
    var end = text.index(after: mark)
    while end < text.endIndex, "*_".contains(text[end]) { end = text.index(after: end) }
    let rest = text[end...].trimmingSpaces
    guard !rest.isEmpty, end < text.endIndex, text[end].isWhitespace, text[..<mark].split(separator: " ").count >= 3, !text[..<mark].contains(". "), let first = text.first,
      !"\"“„«»(|<!".contains(first)
    else { return nil }
    return (String(text[..<end]), rest)
  }

  private mutating func ask(_ line: NoteLine, label: (before: String, name: String, words: String), _ part: ArraySlice<NoteLine>) {
    drop(label.name)
    let before = label.before.isEmpty ? "" : " <!-- \(label.before) -->"
    if part.count == 1, Self.endsQuestion(label.words) == nil, let split = Self.split(label.words) {
      return ask(line, marked: "**Q:** " + split.question + before, rest: [split.rest])
    }
    ask(line, marked: "**Q:** " + label.words + before, rest: part.dropFirst().map { $0.lead + $0.text })
  }

  private mutating func ask(_ line: NoteLine, marked: String, rest: [String]) {
    separate(line)
    lines.append(names.replaced(in: line.lead + marked).text)
    // What follows is the rest of the question where it ends there; an answer stands apart.
    let isAnswer = Self.endsQuestion(marked) != nil || marked.hasSuffix("-->")
    if isAnswer, !rest.isEmpty { lines.append("") }
    for text in rest { lines.append(names.replaced(in: isAnswer ? line.indent + text : text).text) }
    followsQuestion = true
    guard isAnswer, !rest.isEmpty else { return }
    followsQuestion = false
    for text in rest { note(speechIn: text, indent: line.indent) }
    if line.isItem { flush() }
  }

  private mutating func drop(_ label: String) {
    guard names.pseudonym(of: label) == nil, !labels.contains(label) else { return }
    labels.append(label)
  }

  // MARK: Quotes

  private mutating func answer(_ line: NoteLine, speaker: String?, label: (before: String, name: String, words: String), _ part: ArraySlice<NoteLine>) {
    if speaker == nil { drop(label.name) }
    separate(line)
    followsQuestion = false
    let lead = line.isItem ? line.lead : ""
    let words = [label.words] + part.dropFirst().map(\.text)
    for (i, text) in words.enumerated() {
      lines.append((i == 0 ? lead : line.indent) + "> " + names.replaced(in: i == 0 ? SpokenText.line(text) : text).text)
    }
    if !label.before.isEmpty { lines[lines.count - 1] += " <!-- \(label.before) -->" }
    if let speaker { lines += [line.indent + ">", line.indent + "> — \(speaker)"] }
    needsBlank()
  }

  /// The next line must not run into a block quote.
  private mutating func needsBlank() { followsQuestion = true }

  /// A line that is nothing but speech, perhaps with who said it behind: it becomes a block quote in its place.
  private mutating func quote(_ line: NoteLine) -> Bool {
    guard !line.isHeading, let speech = QuotedSpeech.all(in: line.text).first, speech.range.lowerBound == line.text.startIndex else { return false }
    let rest = line.text[speech.range.upperBound...].trimmingSpaces
    var speaker: String?
    if !rest.isEmpty {
      guard let found = role(in: rest) else { return false }
      speaker = found
    }
    separate(line)
    lines.append((line.isItem ? line.lead : "") + "> " + names.replaced(in: String(line.text[speech.range])).text)
    if let speaker { lines += [line.indent + ">", line.indent + "> — \(speaker)"] }
    needsBlank()
    return true
  }

  /// `— Jo Smith`, `(shift lead)`: a pseudonym, or the role in brackets.
  private func role(in rest: String) -> String? {
    guard let first = rest.first, "-–—(,".contains(first) else { return nil }
    let words = rest.drop { "-–—(, ".contains($0) }
    let role = words.last == ")" ? words.dropLast() : words
    guard (1...4).contains(role.split(separator: " ").count), role.allSatisfy({ $0.isLetter || $0.isNumber || " -'’/".contains($0) }) else { return nil }
    let name = String(role)
    if let pseudonym = names.pseudonym(of: name) { return pseudonym }
    if Pseudonyms.isValid(name) { return name }
    // A capital in each word is a name that nobody gave a pseudonym: it is left where it is.
    guard name.split(separator: " ").contains(where: { $0.first?.isLowercase == true }) else { return nil }
    return "[\(name)]"
  }

  private mutating func note(speechIn text: String, indent: String) {
    for speech in QuotedSpeech.all(in: text) { pending.append((indent, speech.words)) }
  }

  /// Writes what was said within the paragraph that ended.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let hadBlank = lines.last?.isEmpty == true
    if hadBlank { lines.removeLast() }
    for speech in pending {
      lines += ["", speech.indent + "> " + SpokenText.line(names.replaced(in: speech.words).text)]
    }
    pending = []
    if hadBlank { lines.append("") }
  }
}

extension String {
  /// Whether the last `opening` has no `closing` behind it.
  fileprivate func range(ofLast opening: String, before closing: String) -> Bool {
    guard let open = ranges(of: opening).last else { return false }
    return !self[open.upperBound...].contains(closing)
  }
}
