import KBModel
import KBRules
import Testing

struct QuestionRuleTests {
  private static let tag = "You type the permits in after the shift, right?"

  @Test
  func aFaultIsAnErrorWhileItCanBeMendedAndAWarningWhenItHasBeenAsked() throws {
    let planned = try #require(ExampleBase.guide("- \(Self.tag)").findings(of: "KB302").first)
    #expect(planned.severity == .error)
    #expect(!planned.message.contains("are not counted"))
    let asked = try #require(ExampleBase.session("**Q:** \(Self.tag)").findings(of: "KB302").first)
    #expect(asked.severity == .warning)
    #expect(asked.message.contains("are not counted"))
  }

  @Test
  func aFaultThatTakesNoWeightDoesNotSayThatItDoes() throws {
    let polar = try #require(ExampleBase.session("**Q:** Do you use paper permits at night?").findings(of: "KB305").first)
    #expect(polar.severity == .info)
    #expect(!polar.message.contains("are not counted"))
  }

  @Test
  func kbYamlCanRaiseAFaultInAGuideButNotBlockWhatHasBeenAsked() {
    let rules = "rules: {question-polar: error}\n"
    let question = "Do you use paper permits at night?"
    #expect(ExampleBase.guide("- \(question)", configuration: rules).findings(of: "KB305").map(\.severity) == [.error])
    #expect(ExampleBase.session("**Q:** \(question)", configuration: rules).findings(of: "KB305").map(\.severity) == [.warning])
  }

  @Test
  func everyFaultHasARuleOfItsNameCodeAndSeverity() throws {
    for fault in QuestionFault.allCases {
      let description = try #require(RuleRegistry.rule(fault.ruleName)).description
      #expect(description.code == fault.ruleCode)
      #expect(description.severity == fault.severity)
    }
  }

  @Test
  func otherLanguagesAreNotJudged() {
    let base = ExampleBase.guide("- \(Self.tag)", configuration: "language: de\n")
    #expect(base.findings.filter { $0.code.hasPrefix("KB3") }.isEmpty)
  }
}
