package import KBModel

extension RecordView {
  /// The record as text of a width.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    page.split(id, "\(type) · \(path)")
    page.blank()
    for field in fields { page.fact(Fact(field.name, field.value.line)) }
    if let standing { standingText(standing, on: &page) }
    if !supports.isEmpty { supportText(on: &page) }
    if !talks.isEmpty { talkText(on: &page) }
    if !body.isEmpty {
      page.blank()
      page.section("TEXT")
      for item in body { write(item, on: &page) }
    }
    if !backlinks.isEmpty { backlinkText(on: &page) }
    return page.text
  }

  private func standingText(_ standing: StandingView, on page: inout TextPage) {
    page.blank()
    page.section("STANDING", "evidence to \(asOf)")
    page.line("  " + page.paint.verdict(standing.verdict, standing.verdict.rawValue) + "  \(standing.words)")
  }

  private func supportText(on page: inout TextPage) {
    page.blank()
    page.section("SUPPORTS", "use cases its quotes speak for, evidence to \(asOf)")
    var table = TextTable(columns: [
      .init(title: "USE CASE", leastWidth: 12), .init(title: "VERDICT"), .init(title: "QUOTES", isRightAligned: true),
      .init(title: "WEIGHT", isRightAligned: true), .init(title: "STORY"),
    ])
    table.rows = supports.map { support in
      [
        TerminalText.safe(support.useCase), support.verdict.rawValue, "\(support.items)", fixed(support.weight, decimals: 2),
        support.isGrounded ? "yes" : "no",
      ]
    }
    for line in table.lines(width: page.width - 2) { page.line("  " + line) }
  }

  private func talkText(on page: inout TextPage) {
    page.blank()
    page.section("TALKS AND NOTES")
    var table = TextTable(columns: [
      .init(title: "ID", leastWidth: 20), .init(title: "KIND"), .init(title: "QUOTES", isRightAligned: true), .init(title: "USE CASES", leastWidth: 10),
    ])
    table.rows = talks.map { talk in
      [
        TerminalText.safe(talk.id), talk.status == .done ? talk.type : "\(talk.type), \(talk.status.rawValue)", "\(talk.quotes)",
        TerminalText.safe(talk.useCases.joined(separator: ", ")),
      ]
    }
    for line in table.lines(width: page.width - 2) { page.line("  " + line) }
  }

  private func write(_ item: BodyItem, on page: inout TextPage) {
    switch item {
    case .heading(let words, _, _): page.line(page.paint.strong(TerminalText.safe(words)))
    case .prose(let text, _):
      // Line by line: lists and tables keep their form.
      for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).joinedParagraphs { page.paragraph(paragraph) }
    case .question(let question):
      page.paragraph("Q: \(question.words)")
      if !question.faults.isEmpty { page.paragraph("\(question.faults.map(\.rawValue).joined(separator: ", ")), line \(question.line)", indent: 3) }
    case .quote(let quote):
      page.paragraph(quote.words, indent: 4)
      page.paragraph("— \(quote.attribution)", indent: 4)
    }
    page.blank()
  }

  private func backlinkText(on page: inout TextPage) {
    page.blank()
    page.section("NAMED IN")
    var table = TextTable(columns: [.init(title: "", leastWidth: 20), .init(title: "", leastWidth: 12), .init(title: "", leastWidth: 10)])
    table.rows = namedIn.map { [TerminalText.safe($0.id), $0.type, TerminalText.safe($0.places)] }
    for line in table.lines(width: page.width - 2).dropFirst() { page.line("  " + line) }
  }
}

extension RecordView {
  /// The records that name this one, each once, with the places.
  var namedIn: [(id: String, type: String, path: String, places: String)] {
    var named: [(id: String, type: String, path: String, links: [RecordLink])] = []
    for link in backlinks {
      if named.last?.path == link.path { named[named.count - 1].links.append(link) } else { named.append((link.from, link.fromType, link.path, [link])) }
    }
    return named.map { record in
      let places = record.links.map { link in link.field.map { "\($0), line \(link.line)" } ?? "line \(link.line)" }
      return (record.id, record.type, record.path, places.joined(separator: "; "))
    }
  }
}

extension RecordView.StandingView {
  var words: String {
    "\(grounded) of \(asked) asked \(grounded == 1 ? "has" : "have") a story, \(supporters) support it (\(reason.rawValue))"
  }
}

extension RecordView.QuoteView {
  /// Who, how good, what for, and what it weighs.
  var attribution: String {
    var parts = [speaker ?? "nobody named", isGraded ? grade.rawValue : "\(grade.rawValue) (no grade written)"]
    if hand != .firstHand { parts.append(hand.rawValue) }
    parts += useCases + against.map { "against \($0)" }
    switch (weight, promptedBy) {
    case (nil, _): parts.append("does not count")
    case (_, let fault?): parts.append("weighs nothing: \(fault.rawValue) question")
    case (let weight?, nil): parts.append("weighs \(fixed(weight, decimals: 2))")
    }
    return parts.joined(separator: ", ") + " (line \(line)\(blockID.map { ", ^" + $0 } ?? ""))"
  }
}

extension RecordView.FieldValueView {
  /// The value on one line.
  var line: String {
    switch self {
    case .text(let text), .number(_, let text): text
    case .list(let values): values.map(\.line).joined(separator: values.contains { $0.isMapping } ? "; " : ", ")
    case .mapping(let fields): fields.map { "\($0.name): \($0.value.line)" }.joined(separator: ", ")
    }
  }

  private var isMapping: Bool { if case .mapping = self { true } else { false } }
}

extension [String] {
  /// Lines of Markdown as paragraphs: lines of running text join, and what begins with a mark stands alone.
  fileprivate var joinedParagraphs: [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in self {
      let first = line.utf8.first { $0 != 0x20 && $0 != 0x09 }
      let isMarked = first.map { "-*+|>`#".utf8.contains($0) || $0 &- 0x30 < 10 } ?? true
      if isOpen, !isMarked, first != nil { paragraphs[paragraphs.count - 1] += " " + line } else if first != nil { paragraphs.append(line) }
      isOpen = first != nil
    }
    return paragraphs
  }
}
