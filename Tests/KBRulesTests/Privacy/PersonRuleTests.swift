import KBModel
import KBRules
import Testing

struct PersonRuleTests {
  private static let words = "> On 3 June we wrote 41 permits."

  @Test(arguments: ["[p-7f3k]", "{p-7f3k: shift-lead}", "p-7f3k", "[shift-lead]", "[Shift lead]", "\"[plant manager]\"", "[]"])
  func pseudonymsPersonasAndTermsAreNoNames(_ participants: String) {
    #expect(ExampleBase.session("Notes.", participants: participants).findings(of: "KB806").isEmpty)
  }

  @Test(arguments: [("[Jane Miller]", "participants[0]"), ("{Jane: shift-lead}", "participants.Jane"), ("Jane Miller", "participants"), ("[p-7f3k, P. Miller]", "participants[1]"), ("[p-7_3]", "participants[0]")])
  func whatElseStandsThereIsAName(_ participants: String, _ field: String) throws {
    let finding = try #require(ExampleBase.session("Notes.", participants: participants).findings(of: "KB806").first)
    #expect(finding.field == field)
    #expect(finding.hidesSource)
  }

  @Test
  func theOnlyParticipantIsNotReportedAgainForEachQuote() {
    let quotes = (1...3).map { "\(Self.words)\n> — anecdote, [[offline-approval]] ^q\($0)" }.joined(separator: "\n\n")
    #expect(ExampleBase.session(quotes, participants: "[Jane Miller]").findings(of: "KB806").count == 1)
    #expect(ExampleBase.session(quotes.replacing("— ", with: "— Jane, "), participants: "[p-7f3k]").findings(of: "KB806").count == 3)
  }

  @Test
  func neitherMessageNorSubjectHoldsWhatWasFound() {
    let base = ExampleBase.session("Ring Dr. Weber, 030 12345678, weber@example.com.", participants: "[Jane Miller]", further: "status: raw")
    let found = base.findings.filter { $0.code == "KB801" || $0.code == "KB806" }
    #expect(found.count == 4)
    for finding in found {
      #expect(finding.hidesSource && finding.severity == .error)
      for value in ["Weber", "12345678", "weber@", "Miller"] {
        #expect(!finding.message.contains(value) && !finding.help.contains(value) && !finding.subject.contains(value))
      }
    }
    #expect(Set(found.map(\.subject)).count == 4)
  }

  @Test
  func personalDataInTheFrontMatterNamesItsField() {
    let base = ExampleBase.session("Notes.", further: "next_step: mail jane@example.com")
    #expect(base.findings(of: "KB801").map(\.field) == ["next_step"])
  }
}
