import KBModel
import KBRules
import Testing

/// What one example a rule does not show.
struct BaseRuleTests {
  private static func messages(_ code: String, _ files: [(String, String)], asOf: String? = nil) -> [String] {
    ExampleBase(Example(files.map { (path: $0.0, text: $0.1) }, asOf: asOf)).findings.filter { $0.code == code }.map {
      "\($0.path):\($0.span.start.line) \($0.message)"
    }
  }

  private static func customer(_ id: String, _ lines: String...) -> (String, String) {
    ("customers/\(id).md", "---\ntype: customer\nname: \(id)\nsegment: smb\nstage: trial\n\(lines.map { $0 + "\n" }.joined())---\n")
  }

  // MARK: References

  @Test(arguments: [("customers/acme", "acme"), ("acme.md", "acme"), ("ACME", "acme"), ("Shift Lead", "shift-lead"), ("acmee", "acme")])
  func whatSomebodyMayHaveMeantIsOffered(_ written: String, _ meant: String) {
    let found = Self.messages("KB201", [("customers/birch.md", "---\ntype: customer\nname: B\nsegment: smb\nstage: trial\n---\n\n[[\(written)]]\n")])
    #expect(found.map { $0.hasSuffix("did you mean '\(meant)'?") } == [true])
  }

  @Test
  func onlyRecordsOfTheTypeAskedForAreOffered() {
    let found = Self.messages("KB201", [Self.customer("birch", "parent: shift-leed")])
    #expect(found.map { $0.contains("did you mean") } == [false])
  }

  @Test
  func aReferenceToAFileThatCannotBeReadNamesTheFile() {
    let found = Self.messages("KB201", [Self.customer("birch", "parent: cobalt"), ("customers/cobalt.md", "---\ntype: custmer\n---\n")])
    #expect(found.map { $0.contains("'customers/cobalt.md'") } == [true])
  }

  // MARK: Parents

  @Test
  func aCustomerThatIsItsOwnParentIsACircle() {
    #expect(Self.messages("KB210", [Self.customer("birch", "parent: birch")]).count == 1)
  }

  @Test
  func eachMemberOfACircleIsNamedOnceAndNoneThatLeadsIntoIt() {
    let files = [
      Self.customer("a", "parent: b"), Self.customer("b", "parent: c"), Self.customer("c", "parent: d"), Self.customer("d", "parent: b"),
      Self.customer("e", "parent: f"), Self.customer("f", "parent: e"),
    ]
    let found = Self.messages("KB210", files)
    #expect(found.map { $0.prefix { $0 != ":" } } == ["customers/b.md", "customers/c.md", "customers/d.md", "customers/e.md", "customers/f.md"])
    #expect(found[0].contains("b → c → d → b"))
    #expect(found[2].contains("d → b → c → d"))
  }

  // MARK: Customers

  @Test
  func accountsOfOneGroupMayShareAName() {
    let files = [
      ("customers/b1.md", "---\ntype: customer\nname: Birch AG\nsegment: smb\nstage: trial\nparent: group\n---\n"),
      ("customers/b2.md", "---\ntype: customer\nname: Birch Inc\nsegment: smb\nstage: trial\nparent: group\n---\n"),
      Self.customer("group"),
    ]
    #expect(Self.messages("KB211", files) == [])
  }

  @Test
  func aThirdAccountOfThatNameOutsideTheGroupIsFoundWithTheOthers() {
    let files = [
      ("customers/b1.md", "---\ntype: customer\nname: Birch AG\nsegment: smb\nstage: trial\nparent: group\n---\n"),
      ("customers/b2.md", "---\ntype: customer\nname: Birch Inc\nsegment: smb\nstage: trial\nparent: group\n---\n"),
      ("customers/b3.md", "---\ntype: customer\nname: birch\nsegment: smb\nstage: trial\n---\n"),
      Self.customer("group"),
    ]
    #expect(Self.messages("KB211", files).map { $0.prefix { $0 != ":" } } == ["customers/b1.md", "customers/b2.md", "customers/b3.md"])
  }

  // MARK: Aliases

  @Test
  func anAliasTwiceInOneRecordIsNoDuplicate() {
    let files = [
      Self.customer("birch", "aliases: [Birch Works, Birch Works, birch]"),
      ("customers/cobalt.md", "---\ntype: customer\nname: Cobalt\nsegment: smb\nstage: trial\nparent: Birch Works\n---\n"),
    ]
    #expect(Self.messages("KB205", files) == [])
    #expect(Self.messages("KB203", files) == [])
  }

  // MARK: Segments

  @Test
  func theRarerSpellingIsReportedAlsoInDatedValuesAndPersonas() {
    let files = [
      ("customers/a.md", "---\ntype: customer\nname: A\nsegment: mid-market\nstage: trial\n---\n"),
      ("customers/b.md", "---\ntype: customer\nname: B\nsegment:\n  - {from: 2025-01-01, value: smb}\n  - {from: 2026-01-01, value: Mid Market}\nstage: trial\n---\n"),
      ("personas/p.md", "---\ntype: persona\ntitle: P\nsegments: [smb, midmarket, mid-market]\n---\n"),
    ]
    let found = Self.messages("KB107", files)
    #expect(found.map { $0.prefix { $0 != " " } } == ["customers/b.md:6", "personas/p.md:4"])
    #expect(found.allSatisfy { $0.contains("'mid-market'") })
    #expect(Self.messages("KB107", files + [("kb.yaml", "segments: [smb]\n")]) == [])
  }

  // MARK: Many

  @Test
  func whatIsWrongVeryOftenIsNamedBrieflyEachTime() {
    let files = (0..<300).map { i in
      ("customers/f\(i)/same.md", "---\ntype: customer\nname: N\(i)\nsegment: smb\nstage: trial\naliases: [shared]\nparent: shared\n---\n")
    }
    for code in ["KB203", "KB204", "KB205"] {
      let found = Self.messages(code, files)
      #expect(found.count == 300)
      #expect(found.allSatisfy { $0.utf8.count < 400 })
    }
  }

  // MARK: Files

  @Test
  func aDateWrittenInAnotherWayIsOfferedAsOneWhereItIsClear() {
    func note(_ date: String) -> [(String, String)] {
      [("field-notes/n.md", "---\ntype: field-note\ndate: \(date)\ncustomer: acme\nreported_by: sam\n---\n")]
    }
    for date in ["22.06.2026", "2026/06/22", "2026-6-22", "20260622", "2026-06-22T10:00:00Z", "22.6.2026"] {
      #expect(Self.messages("KB104", note(date)).first?.hasSuffix("did you mean '2026-06-22'?") == true, "\(date)")
    }
    for date in ["06/07/2026", "2026-13-01", "in June", "22.06.26", "2026"] {
      #expect(Self.messages("KB104", note(date)).first?.contains("did you mean") == false, "\(date)")
    }
  }

  @Test
  func aDayAheadIsNotYetTheFuture() {
    func note(_ date: String) -> [(String, String)] {
      [("field-notes/n.md", "---\ntype: field-note\ndate: \(date)\ncustomer: acme\nreported_by: sam\n---\n")]
    }
    #expect(Self.messages("KB105", note("2026-07-01"), asOf: "2026-06-30") == [])
    #expect(Self.messages("KB105", note("2026-07-02"), asOf: "2026-06-30").count == 1)
  }

  @Test
  func rawNotesKeepFileDateCustomerAndReferenceRulesOnly() {
    func session(_ status: String) -> ExampleBase {
      ExampleBase(
        Example(
          "sessions/n.md", "---\ntype: session\nstatus: \(status)\ncustomer: nobody\nchannel: pigeon\ncolour: red\n---\n\nSee [[nothing]].\n",
          asOf: "2026-06-30"))
    }
    let rules: Set<String> = ["KB101", "KB102", "KB103", "KB104", "KB105", "KB106", "KB201"]
    let raw = session("raw").findings.filter { rules.contains($0.code) }.map { "\($0.code) \($0.field ?? "-")" }
    #expect(raw.sorted() == ["KB101 date", "KB201 -", "KB201 customer"])
    let done = session("done").findings.filter { rules.contains($0.code) }.map { "\($0.code) \($0.field ?? "-")" }
    #expect(done.contains("KB103 channel") && done.contains("KB106 colour") && done.contains("KB101 covers") && done.contains("KB101 consent"))
    let planned = session("planned").findings.filter { rules.contains($0.code) }.map { "\($0.code) \($0.field ?? "-")" }
    #expect(planned.contains("KB101 interviewer") && !planned.contains("KB101 covers") && !planned.contains("KB101 consent"))
  }
}
