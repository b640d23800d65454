import KBDocuments
import KBModel
import Testing

extension Document {
  /// Each quote as `words / words | attribution`, with the parts of the attribution as `speaker; grade; hand; links; ^id; faults`.
  var quoteSummaries: [String] {
    body.quotes.map { quote in
      let words = texts(quote.lines).joined(separator: " / ")
      guard let attribution = quote.attribution else { return words }
      var parts: [String] = []
      if !attribution.speaker.isEmpty { parts.append(text(attribution.speaker)) }
      if let grade = attribution.grade { parts.append(grade.rawValue) }
      if let hand = attribution.hand { parts.append(hand.rawValue) }
      for mention in attribution.mentions { parts.append((mention.isAgainst ? "against " : "") + text(body.links[Int(mention.link)].range)) }
      if !attribution.blockID.isEmpty { parts.append(text(attribution.blockID)) }
      for fault in attribution.faults { parts.append("\(fault.kind)(\(text(fault.range)))") }
      return words + " | " + parts.joined(separator: "; ")
    }
  }
}

struct QuoteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var quotes: [String]
    var testDescription: String { text.debugDescription }
    init(_ text: String, _ quotes: [String]) {
      self.text = text
      self.quotes = quotes
    }
  }

  static let attributions: [Case] = [
    Case("> w\n> — p-7f3k, anecdote, [[a]] ^q1", ["w | p-7f3k; anecdote; [[a]]; ^q1"]),
    Case("> w\n>\n> — p-7f3k, anecdote, [[a]] ^q1", ["w | p-7f3k; anecdote; [[a]]; ^q1"]),
    Case("> w\n> \u{2013} p-7f3k, habit", ["w | p-7f3k; habit"]),
    Case("> w\n> -- p-7f3k, habit", ["w | p-7f3k; habit"]),
    Case("> w\n> —p-7f3k, habit", ["w | p-7f3k; habit"]),
    Case("> w\n> - p-7f3k, habit, [[a]] ^q1", ["w | p-7f3k; habit; [[a]]; ^q1"]),
    Case("> w\n>\n> - habit", ["w | habit"]),
    Case("> -- anecdote", [" | anecdote"]),
    Case("> — [[a]]", [" | [[a]]"]),
    Case("> w\n> — ^q1", ["w | ^q1"]),
    Case("> w\n> — [[a]], against [[b|c]], second-hand, opinion, p-1", ["w | p-1; opinion; second-hand; [[a]]; against [[b|c]]"]),
    Case("> w\n> — [plant manager], first-hand", ["w | [plant manager]; first-hand"]),
    Case("> w\n> — shift lead, compliment, inferred", ["w | shift lead; compliment; inferred"]),
    Case("> w\n> — shift-lead, Paraphrase, HABIT", ["w | shift-lead; habit; paraphrase"]),
    Case("> w\n> — p-1 anecdote first-hand [[a]] ^q1", ["w | p-1; anecdote; first-hand; [[a]]; ^q1"]),
    Case("> w\n> — p-1, anecdote against [[a]]", ["w | p-1; anecdote; against [[a]]"]),
    Case("> w\n> — Jane Doe", ["w | Jane Doe"]),
    Case("> w\n> —", ["w | "]),
    Case("> w\n> — p-1, annecdote, [[a]]", ["w | p-1; [[a]]; unknownWord(annecdote)"]),
    Case("> w\n> — first hand, habit", ["w | habit; unknownWord(first hand)"]),
    Case("> w\n> — p-1, offline-approval", ["w | p-1; unknownWord(offline-approval)"]),
    Case("> w\n> — offline-approval, habit", ["w | offline-approval; habit"]),
    Case("> w\n> — shift lead, plant manager, habit", ["w | shift lead; habit; secondSpeaker(plant manager)"]),
    Case("> w\n> — shift lead, p-1, habit", ["w | p-1; habit; unknownWord(shift lead)"]),
    Case("> w\n> — p-1, p-2", ["w | p-1; secondSpeaker(p-2)"]),
    Case("> w\n> — p-1, habit, request", ["w | p-1; habit; secondGrade(request)"]),
    Case("> w\n> — p-1, inferred, observed", ["w | p-1; inferred; secondHand(observed)"]),
    Case("> w\n> — p-1, against", ["w | p-1; againstNothing(against)"]),
    Case("> w\n> — p-1, habit ^q1 [[a]]", ["w | p-1; habit; ^q1; afterBlockID([[a]])"]),
    Case("> w\n> — p-1, `habit`", ["w | p-1; unknownWord(`habit`)"]),
    Case("> w\n> — p-1, \\[[a]]", ["w | p-1; unknownWord(\\); secondSpeaker([[a]); unknownWord(])"]),
    Case("> w\n> — p-1, habit, [[a]]\n\n^q9", ["w | p-1; habit; [[a]]"]),
    Case("> w\n> — p-1, habit\n^q9", ["w | p-1; habit; ^q9"]),
  ]

  @Test(arguments: attributions)
  func attributionIsRead(_ item: Case) {
    #expect(Document(item.text).quoteSummaries == item.quotes)
    #expect(Document("\u{1F600}\n\n" + item.text + "\n\nafter\n").quoteSummaries == item.quotes)
    #expect(Document(item.text.unicodeScalars.map { $0 == "\n" ? "\r\n" : String($0) }.joined()).quoteSummaries == item.quotes)
    #expect(Document("- " + item.text.unicodeScalars.map { $0 == "\n" ? "\n  " : String($0) }.joined()).quoteSummaries == item.quotes)
  }

  @Test(arguments: [
    Case("> plain\n> words", ["plain / words"]),
    Case("> - milk\n> - bread", ["- milk / - bread"]),
    Case("> w\n> - see [[a]] for more", ["w / - see [[a]] for more"]),
    Case("> w\n> - [[a]] is broken", ["w / - [[a]] is broken"]),
    Case("> w\n> - against what [[a]]", ["w / - against what [[a]]"]),
    Case("> — see [[a]]\n> w", ["— see [[a]] / w"]),
    Case("> — he said so,\n> and left", ["— he said so, / and left"]),
    Case("> ---", ["---"]),
    Case("> w\n> --flag", ["w / --flag"]),
    Case("> ```\n> — p-1, anecdote\n> ```", ["``` / — p-1, anecdote / ```"]),
    Case("> w\n>\n>     — p-1, anecdote", ["w / — p-1, anecdote"]),
    Case(">", []),
    Case("text\n— p-1, anecdote", []),
    Case("```\n> w\n> — p-1, anecdote\n```", []),
  ])
  func attributionIsNotThere(_ item: Case) {
    let document = Document(item.text)
    #expect(document.quoteSummaries == item.quotes)
    #expect(document.body.quotes.allSatisfy { $0.attribution == nil })
  }

  @Test(arguments: [
    Case("> one\n> — p-1, habit\n> two\n> — p-2, opinion", ["one | p-1; habit", "two | p-2; opinion"]),
    Case("> one\n> — p-1, habit ^q1\n>\n> two\n> more\n>\n> — p-2, opinion ^q2", ["one | p-1; habit; ^q1", "two / more | p-2; opinion; ^q2"]),
    Case("> one\n> — p-1, habit\n> the rest", ["one | p-1; habit", "the rest"]),
    Case("> one\nlazy\n> — p-1, habit", ["one / lazy | p-1; habit"]),
    Case("> one\n> > two\n> — p-1, habit", ["one / two | p-1; habit"]),
    Case("> one\n> — p-1, habit\n**Q:** Next?\n\n> two\n> — p-2, opinion", ["one | p-1; habit", "two | p-2; opinion"]),
    Case("> one\n> — p-1, habit\n\n> two\n> — p-2, opinion", ["one | p-1; habit", "two | p-2; opinion"]),
    Case("> one\n> Q: Next?\n> two\n> — p-2, opinion", ["one", "two | p-2; opinion"]),
  ])
  func quotesAreToldApart(_ item: Case) { #expect(Document(item.text).quoteSummaries == item.quotes) }

  @Test func aQuestionRightUnderAQuoteEndsIt() {
    let document = Document("> one\n> — p-1, habit\n**Q:** Next?\nmore\n")
    #expect(document.outline == ["quote 1-2", "  p 1-2", "p 3-4"])
    #expect(document.questionWords == ["Next?\nmore"])
  }

  @Test func aQuoteAnswersTheQuestionAboveIt() {
    let text = """
      > before — nothing

      Q: One?

      > a
      > — p-1

      text

      > b
      > — p-1

      - Q: Two?

      > c
      > — p-1

      ## Part

      > d
      > — p-1

      ### Q: Three?

      > # not a heading of ours
      > e
      > — p-1

      > f
      > — p-1
      """
    #expect(Document(text).body.quotes.map(\.question) == [-1, 0, 0, 1, -1, 2, 2])
  }

  @Test func rangesOfAQuoteAreExact() throws {
    let document = Document("\u{1F600}\n\n> one\n> two\n>\n> — p-1, habit, against [[a]] ^q1\n> three\n> -- p-2\n")
    #expect(document.texts(document.body.quotes.map(\.range)) == ["> one\n> two\n>\n> — p-1, habit, against [[a]] ^q1", "> three\n> -- p-2"])
    let attribution = try #require(document.body.quotes[0].attribution)
    #expect(document.text(attribution.range) == "— p-1, habit, against [[a]] ^q1")
    #expect(document.text(attribution.gradeRange) == "habit")
    #expect(attribution.isSetApart)
    #expect(attribution.dash == .em)
    #expect(document.body.quotes[1].attribution?.isSetApart == false)
    #expect(document.body.quotes[1].attribution?.dash == .hyphens)
  }

  @Test func dashesAreToldApart() {
    let text = ["— habit", "\u{2013} habit", "-- habit", "- habit"].map { "> w\n> \($0)\n" }.joined(separator: "\n")
    #expect(Document(text).body.quotes.map { $0.attribution?.dash } == [.em, .en, .hyphens, .bullet])
  }
}
