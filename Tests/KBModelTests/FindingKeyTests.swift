import KBModel
import Testing

@Suite struct FindingKeyTests {
  private func finding(
    _ subject: String, code: String = "KB302", record: String? = "acme", path: String = "customers/acme.md", line: Int = 1,
    message: String = "m", isMasked: Bool = false
  ) -> Finding {
    let place = SourcePosition(line: line, column: 1)
    return Finding(
      rule: "r", code: code, severity: .error, path: path, span: SourceSpan(place, place), record: record, field: nil, message: message,
      help: "", subject: subject, hidesSource: isMasked)
  }

  private func fingerprint(_ finding: Finding) -> String { FindingKey(finding).fingerprint().text }

  /// Values of the published algorithm.
  @Test(arguments: [
    ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"), ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
  ])
  func fingerprintsAreFNV1a(_ text: String, _ expected: String) {
    #expect(Fingerprint(of: text).text == expected)
    #expect(Fingerprint(text: expected) == Fingerprint(of: text))
  }

  @Test(arguments: ["", "6C62272E07BB014262B821756295C58D", "6c62", "+c62272e07bb014262b821756295c58d", "6c62272e07bb014262b821756295c58g"])
  func otherTextIsNoFingerprint(_ text: String) {
    #expect(Fingerprint(text: text) == nil)
  }

  /// Stored in baselines and on platforms: these values may never change.
  @Test func fingerprintsStayTheSameInEveryVersion() {
    #expect(fingerprint(finding("isn't it")) == Fingerprint(of: "kb.finding/1\u{1F}KB302\u{1F}acme\u{1F}isnt it").text)
    let second = FindingKey(finding("isn't it")).fingerprint(occurrence: 2)
    #expect(second == Fingerprint(of: "kb.finding/1\u{1F}KB302\u{1F}acme\u{1F}isnt it\u{1F}2"))
  }

  @Test func placeAndWordingDoNotMatter() {
    #expect(FindingKey(finding("x")) == FindingKey(finding("x", path: "customers/eu/acme.md", line: 9, message: "other")))
  }

  @Test func ruleRecordAndSubjectMatter() {
    let keys = [
      finding("x"), finding("y"), finding("x", code: "KB303"), finding("x", record: "birch"), finding("x", record: nil),
      finding("x", record: nil, path: "b.md"),
    ].map { FindingKey($0) }
    #expect(Set(keys).count == keys.count)
    #expect(Set(keys.map { $0.fingerprint() }).count == keys.count)
  }

  @Test(arguments: [
    ("You’d  rather\n  have *that*, “right”?", "youd rather have that, right?"),
    ("> one\n> two", "> one two"),
    ("one\r\n> > two", "one two"),
    ("a \u{2013} b\u{2014}c", "a - b-c"),
    (" \u{FEFF}soft\u{AD}hyphen\u{A0}space ", "softhyphen space"),
    ("ÄÖÜ 😀", "äöü 😀"),
    ("next_step a>b [[acme#^q1]]", "next_step a>b [[acme#^q1]]"),
    ("", ""),
  ])
  func reformattingDoesNotChangeASubject(_ text: String, _ expected: String) {
    #expect(FindingKey.normalized(text) == expected)
    #expect(FindingKey.normalized(expected) == expected)
  }

  @Test func theFingerprintOfPersonalDataDoesNotFollowFromIt() {
    let (one, other) = (finding("0170 1", isMasked: true), finding("0170 2", isMasked: true))
    #expect(fingerprint(one) == fingerprint(other))
    // In memory they are told apart.
    #expect(FindingKey(one) != FindingKey(other))
    #expect(Set([one, other].fingerprints()).count == 2)
  }

  @Test func equalFindingsAreCounted() {
    let fingerprints = [finding("x"), finding("x", line: 7), finding("y")].fingerprints()
    #expect(Set(fingerprints).count == 3)
    #expect([finding("x"), finding("y")].fingerprints() == [fingerprints[0], fingerprints[2]])
  }

  // MARK: Difference

  @Test func movedLinesAreNotNew() {
    let difference = FindingDifference(base: [finding("x"), finding("y", line: 2)], head: [finding("y", line: 8), finding("x", line: 9)])
    #expect(difference.new.isEmpty)
    #expect(difference.fixed.isEmpty)
  }

  @Test func oneMoreOfTheSameIsNew() {
    let head = [finding("x"), finding("x", line: 5)]
    let difference = FindingDifference(base: [finding("x", line: 3)], head: head)
    #expect(difference.new == [head[1]])
    #expect(FindingDifference(base: head, head: []).fixed == head)
  }

  @Test func aRenamedRecordKeepsItsFindings() {
    let (base, head) = ([finding("x")], [finding("x", record: "acme-corp", path: "customers/acme-corp.md")])
    #expect(FindingDifference(base: base, head: head, renamed: ["acme": "acme-corp"]).new.isEmpty)
    #expect(FindingDifference(base: base, head: head).new == head)
  }

  // MARK: Baseline

  @Test func aBaselineTakesAwayWhatItKnows() {
    let old = [finding("x"), finding("x", line: 2), finding("y")]
    let baseline = Baseline(of: old)
    #expect(baseline.entries.map(\.count).sorted() == [1, 2])
    let (new, stale) = baseline.subtract(from: [finding("x", line: 70), finding("z")])
    #expect(new == [finding("z")])
    #expect(stale.map(\.count) == [1, 1])
    #expect(baseline.subtract(from: old).new.isEmpty)
    #expect(baseline.subtract(from: old).stale.isEmpty)
  }

  @Test func oneMoreThanTheBaselineKnowsIsNew() {
    let later = finding("x", line: 9)
    #expect(Baseline(of: [finding("x")]).subtract(from: [finding("x"), later]).new == [later])
  }
}
