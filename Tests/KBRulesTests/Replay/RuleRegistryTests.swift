import KBModel
import KBRules
import Testing

struct RuleRegistryTests {
  /// All rules with their names and severities, as the design names them: `code name severity`.
  static let expected = """
    KB001 front-matter-syntax error
    KB002 front-matter-duplicate-key error
    KB003 front-matter-missing error
    KB004 type-unknown error
    KB005 wrong-folder warning
    KB006 file-encoding error
    KB007 file-too-large warning
    KB008 id-invalid error
    KB009 conflict-marker error
    KB010 config-invalid error
    KB101 field-missing error
    KB102 field-kind error
    KB103 field-value error
    KB104 date-invalid error
    KB105 date-in-future error
    KB106 field-unknown warning
    KB107 segment-lookalike warning
    KB201 reference-unresolved error
    KB202 reference-wrong-type error
    KB203 reference-ambiguous error
    KB204 id-duplicate error
    KB205 alias-duplicate warning
    KB206 anchor-unresolved warning
    KB207 block-id-duplicate error
    KB208 record-orphan info
    KB209 file-link-broken warning
    KB210 parent-cycle error
    KB211 customer-duplicate warning
    KB301 question-presupposition error
    KB302 question-tag error
    KB303 question-agreement error
    KB304 question-loaded warning
    KB305 question-polar info
    KB306 question-double-barrelled warning
    KB307 question-hypothetical error
    KB308 question-pitch error
    KB309 question-opinion warning
    KB310 question-price error
    KB311 question-forced-choice warning
    KB312 question-vague-time info
    KB313 question-frequency-assumption info
    KB320 guide-no-opening warning
    KB321 guide-no-recent-instance warning
    KB322 guide-pitch-early error
    KB323 guide-closed info
    KB324 guide-no-closing info
    KB401 session-covers-nothing warning
    KB402 quote-without-use-case info
    KB403 use-case-solution-title warning
    KB404 use-case-trigger-wish warning
    KB405 use-case-ungrounded warning
    KB406 use-case-never-asked info
    KB407 use-case-duplicate warning
    KB408 use-case-no-workaround warning
    KB409 quote-many-use-cases warning
    KB410 persona-unheard info
    KB411 quote-not-covered info
    KB501 scope-not-borne-out warning
    KB502 accepted-for-one-customer warning
    KB503 loud-customer info
    KB504 fragile-verdict info
    KB505 stale-evidence info
    KB506 evidence-prompted warning
    KB507 decision-overtaken warning
    KB601 quote-grade-missing warning
    KB602 quote-grade-mismatch warning
    KB603 quote-two-grades info
    KB604 session-without-anecdote warning
    KB605 quote-too-long info
    KB606 quote-unattributed info
    KB607 quote-attribution-syntax error
    KB701 second-hand-not-verbatim warning
    KB702 field-note-without-deal info
    KB703 request-unanswered warning
    KB704 competitor-fact-expired warning
    KB705 competitor-fact-unsourced warning
    KB706 sales-led info
    KB801 personal-data error
    KB802 consent-incomplete error
    KB803 consent-exceeded error
    KB804 consent-expired warning
    KB805 consent-withdrawn error
    KB806 participant-named error
    KB901 suppression-without-reason warning
    KB902 suppression-unused warning
    KB903 suppression-unknown-rule warning
    KB904 baseline-stale warning
    KB905 todo-comment warning
    """

  private static let descriptions = RuleRegistry.all.map { $0.description }

  @Test
  func allRulesAreThereWithTheirNamesAndSeverities() {
    let found = Self.descriptions.map { "\($0.code) \($0.name) \($0.severity.rawValue)" }
    let expected = Self.expected.split(separator: "\n").map(String.init)
    #expect(found.filter { !expected.contains($0) } == [])
    #expect(expected.filter { !found.contains($0) } == [])
  }

  @Test
  func codesAndNamesAreUnique() {
    #expect(Set(Self.descriptions.map(\.code)).count == Self.descriptions.count)
    #expect(Set(Self.descriptions.map(\.name)).count == Self.descriptions.count)
  }

  @Test
  func everyListIsInTheOrderOfCodes() {
    for list in [RuleRegistry.file.map { $0.description.code }, RuleRegistry.base.map { $0.description.code }, RuleRegistry.upkeep.map { $0.description.code }] {
      #expect(list == list.sorted())
    }
  }

  @Test(arguments: descriptions.map(\.code))
  func eachRuleIsDescribed(_ code: String) throws {
    let description = try #require(RuleRegistry.rule(code)).description
    #expect(RuleRegistry.rule(description.name)?.description.code == code)
    #expect(description.name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    })
    #expect(description.summary.hasSuffix("."))
    #expect(description.rationale.count > 60 && description.rationale.hasSuffix("."))
    #expect(!description.bad.isEmpty)
    #expect(!description.good.isEmpty)
  }

  @Test
  func aNameThatNoRuleHasFindsNone() {
    #expect(RuleRegistry.rule("question") == nil)
    #expect(RuleRegistry.rule("KB999") == nil)
  }
}
