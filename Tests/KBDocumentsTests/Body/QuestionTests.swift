import KBDocuments
import KBModel
import Testing

struct QuestionTests {
  @Test(arguments: [
    "Q: Who signs?", "**Q:** Who signs?", "**Q**: Who signs?", "__Q:__ Who signs?", "*Q:* Who signs?", "Q3. Who signs?", "Q3: Who signs?", "**Q3:** Who signs?",
    "**Q3.** Who signs?", "**Q: Who signs?**", "Q:Who signs?", "### Q: Who signs?", "### Q: Who signs? ###", "### 3. Q: Who signs?", "- Q: Who signs?", "* **Q:** Who signs?",
    "1. Q: Who signs?", "12) **Q12:** Who signs?", "- [ ] Q: Who signs?", "  - Q: Who signs?", "Q: Who signs? [[offline-approval]]", "Q: Who signs? ([[a]], [[b|c]])",
    "Q: Who signs? ^q1", "Q: Who signs? [[a]] ^q1", "**Q: Who signs? [[a]]** ^q1", "Q: Who signs?\n===", "> Q: Who signs?", "Q: Who signs?  ",
  ])
  func isRead(_ text: String) {
    #expect(Document(text).questionWords == ["Who signs?"])
    #expect(Document("\u{1F600}\n\n" + text + "\n\nnext").questionWords == ["Who signs?"])
    #expect(Document(text.replacing("\n", with: "\r\n") + "\r\n\r\nx").questionWords == ["Who signs?"])
  }

  @Test(arguments: [
    "q: Who signs?", "Question: who?", "Q. Who signs?", "Q Who?", "Q3 who?", "Q3.5 is late", "Q&A: here", "FAQ: x", "A Q: x", "`Q: who?`", "```\nQ: who?\n```", "    Q: who?",
    "<!--\nQ: who?\n-->", "\\Q: who", "QA: who?", "Q12345: x", "**QQ:** x", "| Q: who |",
  ])
  func isNotRead(_ text: String) { #expect(Document(text).questionWords.isEmpty) }

  @Test func severalLinesBelongToOneQuestion() {
    let document = Document("**Q:** Walk me through\nthe last permit. [[offline-approval]]\n\nfree text")
    #expect(document.questionWords == ["Walk me through\nthe last permit."])
    #expect(document.text(document.body.questions[0].range) == "**Q:** Walk me through\nthe last permit. [[offline-approval]]")
    #expect(document.body.questions[0].firstLink == 0 && document.body.questions[0].endLink == 1)
  }

  @Test func aQuestionMayBeginOnALaterLine() {
    let document = Document("Some words [[a]]\nQ: One [[b]]?\nmore\n**Q2:** Two? [[c]]\n- Q: Three?")
    #expect(document.questionWords == ["One [[b]]?\nmore", "Two?", "Three?"])
    #expect(document.body.questions.map { [$0.firstLink, $0.endLink] } == [[1, 2], [2, 3], [3, 3]])
  }

  @Test func onlyItsLineIsAQuestionWithinAQuote() {
    let document = Document("> Q: Who?\n> Nobody.\n> \u{2014} p-1, anecdote\n")
    #expect(document.questionWords == ["Who?"])
    #expect(document.body.quotes.count == 1)
    #expect(document.texts(document.body.quotes[0].lines) == ["Nobody."])
    #expect(document.body.quotes[0].question == 0)
  }

  @Test func aQuestionWithoutWordsIsKept() {
    #expect(Document("**Q:**").questionWords == [""])
    #expect(Document("Q: [[a]]").questionWords == [""])
  }
}

extension String {
  fileprivate func replacing(_ a: Character, with b: String) -> String { map { $0 == a ? b : String($0) }.joined() }
}
