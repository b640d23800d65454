import KBModel
import KBRules
import Testing

struct ConsentRuleTests {
  private static let quote = "> On 3 June we wrote 41 permits.\n> — p-7f3k, anecdote, [[offline-approval]] ^q1"
  private static let presets = """
    consents:
      recorded: {basis: consent, scope: [notes, internal-quote, recording], retain_until: 2027-01-31}
      noted: {basis: consent, scope: notes}

    """

  private static func codes(_ base: ExampleBase) -> [String] { base.findings.map(\.code).filter { $0.hasPrefix("KB80") } }

  @Test
  func aPresetSaysWhatAMappingSays() {
    #expect(Self.codes(.session(Self.quote, consent: "recorded", configuration: Self.presets)) == [])
    #expect(Self.codes(.session(Self.quote, consent: "noted", configuration: Self.presets)) == ["KB803"])
    #expect(Self.codes(.session(Self.quote, consent: "recorded", configuration: Self.presets, asOf: "2027-02-10")) == ["KB804"])
  }

  @Test
  func anUnknownPresetIsNamedWithTheNearestOne() throws {
    let base = ExampleBase.session(Self.quote, consent: "recordet", configuration: Self.presets)
    #expect(Self.codes(base) == ["KB802"])
    #expect(try #require(base.findings(of: "KB802").first).message.contains("did you mean 'recorded'?"))
  }

  @Test(arguments: [
    ("{scope: notes}", "no 'basis'"), ("{basis: consent}", "no 'scope'"), ("{basis: consent, scope: []}", "no 'scope'"), ("{method: written}", "no 'basis' and 'scope'"),
    ("{basis: , scope: notes}", "no 'basis'"),
  ])
  func groundsAndScopeAreNeeded(_ consent: String, _ part: String) throws {
    let finding = try #require(ExampleBase.session("Notes.", consent: consent).findings(of: "KB802").first)
    #expect(finding.message.contains(part))
    #expect(finding.severity == .error)
  }

  @Test(arguments: [("2027-06-30", nil), ("2027-07-01", .warning), ("2027-07-30", .warning), ("2027-07-31", .error)] as [(String, Severity?)])
  func wordsKeptTooLongBecomeAnErrorAfterThirtyDays(_ day: String, _ severity: Severity?) {
    let base = ExampleBase.session("Notes.", consent: "{basis: consent, scope: notes, retain_until: 2027-06-30}", asOf: day)
    #expect(base.findings(of: "KB804").first?.severity == severity)
  }

  @Test(arguments: [("2028-06-22", nil), ("2028-06-23", .warning), ("2028-07-23", .error)] as [(String, Severity?)])
  func withoutADateWordsAreKeptForTwoYears(_ day: String, _ severity: Severity?) {
    let base = ExampleBase.session("Notes.", consent: "{basis: consent, scope: notes}", asOf: day)
    #expect(base.findings(of: "KB804").first?.severity == severity)
  }

  @Test
  func aWithdrawalCountsTheQuotesThatRemain() throws {
    let consent = "{basis: consent, scope: internal-quote, withdrawn: 2026-06-28}"
    let base = ExampleBase.session(Self.quote + "\n\n> Twice.\n> — p-7f3k, habit, [[offline-approval]] ^q2", consent: consent)
    #expect(try #require(base.findings(of: "KB805").first).message.contains("2 quotes remain"))
    #expect(ExampleBase.session("Nothing left.", consent: consent).findings(of: "KB805").isEmpty)
  }

  @Test(arguments: ["planned", "raw"])
  func talksToComeAndRawNotesAreNotAsked(_ status: String) {
    let base = ExampleBase.session("Notes.", consent: "{method: written}", further: "status: \(status)")
    #expect(Self.codes(base) == [])
  }
}
