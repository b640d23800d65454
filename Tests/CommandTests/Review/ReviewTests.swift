import Foundation
import KBTestSupport
import Testing

/// `kb review`: what a change does to what is believed.
@Suite struct ReviewTests {
  private func json(_ base: ReviewedRepository, _ arguments: [String] = ["main"]) throws -> [String: Any] {
    let run = try base.kb(["review", "--format", "json"] + arguments)
    #expect(run.status == 0, "\(run.messages)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  /// Five more customers tell of the need, one of them prompted; one says it is no problem.
  private func changed() throws -> ReviewedRepository {
    let base = try ReviewedRepository()
    try base.repo.branch("change")
    for name in ["dune", "ember", "fjord"] {
      try base.write("customers/\(name).md", ReviewedRepository.customer(name, segment: "mid-market"))
      try base.write("sessions/2026-06-01-\(name).md", ReviewedRepository.session(name, date: "2026-06-01"))
    }
    try base.write(
      "sessions/2026-06-02-acme.md",
      ReviewedRepository.session(
        "acme", date: "2026-06-02", quotes: "> Yes, that would be great to have.\n>\n> — shift lead, opinion, [[need]] ^q7\n",
        question: "You would like to approve on paper, wouldn't you?"))
    try base.write(
      "sessions/2026-06-03-birch.md",
      ReviewedRepository.session(
        "birch", date: "2026-06-03", quotes: "> Paper has always been fine for us.\n>\n> — shift lead, opinion, against [[need]] ^q1\n"))
    return base
  }

  @Test func theCommentSaysWhatMovesAndWhy() throws {
    let run = try changed().kb(["review", "main"])
    #expect(run.status == 0, "\(run.messages)")
    expectGolden(run.output, "review.md")
  }

  @Test func theTerminalSaysTheSame() throws {
    expectGolden(try changed().kb(["review", "main", "--format", "text"]).output, "review.txt")
  }

  @Test func theJSONHasTheAgreedShape() throws {
    let base = try changed()
    try base.repo.commit("Change")
    let document = try json(base)
    #expect(document["schema"] as? String == "kb.review/1")
    #expect(document["base"] as? String == (try base.repo.git("rev-parse", "main")))
    #expect(document["head"] is NSNull)
    #expect(try json(base, ["main", "--head", "change"])["head"] as? String == (try base.repo.git("rev-parse", "change")))
    let verdict = try #require((document["verdicts"] as? [[String: Any]])?.first)
    #expect(verdict["useCase"] as? String == "need")
    #expect((verdict["before"] as? [String: Any])?["verdict"] as? String == "thin")
    #expect((verdict["after"] as? [String: Any])?["verdict"] as? String == "market")
    #expect(((verdict["because"] as? [String])?.count ?? 0) > 1)
    let records = try #require(document["records"] as? [String: [Any]])
    #expect(records["added"] as? [String] == [
      "dune", "ember", "fjord", "2026-06-01-dune", "2026-06-01-ember", "2026-06-01-fjord", "2026-06-02-acme", "2026-06-03-birch",
    ])
    #expect(Set(records.keys) == ["added", "removed", "renamed", "changed"])
    let evidence = try #require((document["evidence"] as? [String: [[String: Any]]])?["added"])
    #expect(evidence.count == 5)
    #expect(evidence[3]["prompted"] as? String == "tag")
    #expect(evidence[4]["against"] as? [String] == ["need"])
    for key in ["record", "quote", "useCases", "grade"] { #expect(evidence[0][key] != nil, "\(key)") }
    let findings = try #require(document["findings"] as? [String: [[String: Any]]])
    #expect(findings["new"]?.contains { $0["rule"] as? String == "question-tag" } == true)
    #expect(findings["fixed"] != nil)
  }

  @Test(arguments: ["markdown", "text", "json"])
  func wordsOfCustomersAreLeftOutUnlessAskedFor(_ format: String) throws {
    let base = try changed()
    let (plain, quoted) = (try base.kb(["review", "main", "--format", format]), try base.kb(["review", "main", "--format", format, "--quotes"]))
    func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    for words in ["forty permits on", "great to have"] {
      #expect(!flat(plain.output).contains(words))
      #expect(flat(quoted.output).contains(words))
    }
  }

  @Test func nothingChangedIsOneLineWithTheNearestVerdict() throws {
    let base = try ReviewedRepository()
    let run = try base.kb(["review"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "<!-- kb-review -->")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("Nothing here changes what we believe.") == true)
    #expect(try base.kb(["review", "--format", "text"]).output.split(separator: "\n").count <= 2)
    #expect((try json(base)["verdicts"] as? [Any])?.isEmpty == true)
  }

  @Test func aRenamedRecordIsNoNewOne() throws {
    let base = try ReviewedRepository(hasFault: false)
    try base.move("customers/acme.md", "customers/acme-corp.md")
    try base.write("sessions/2026-05-04-acme.md", ReviewedRepository.session("acme-corp"))
    try base.move("use-cases/need.md", "use-cases/offline-approval.md")
    for name in ["acme", "birch", "cobalt"] {
      let path = "sessions/2026-05-0\(name.utf8.count)-\(name).md"
      let text = try String(contentsOfFile: base.folder + "/" + path, encoding: .utf8)
      try base.write(path, text.replacing("[need]", with: "[offline-approval]"))
    }
    let document = try json(base)
    #expect((document["verdicts"] as? [Any])?.isEmpty == true)
    let records = try #require(document["records"] as? [String: [Any]])
    #expect(records["renamed"] as? [[String: String]] == [["from": "acme", "to": "acme-corp"], ["from": "need", "to": "offline-approval"]])
    #expect(records["added"]?.isEmpty == true)
    #expect(records["removed"]?.isEmpty == true)
    #expect((document["evidence"] as? [String: [Any]])?.values.allSatisfy(\.isEmpty) == true)
    #expect((document["findings"] as? [String: [Any]])?["new"]?.isEmpty == true)
  }

  @Test func evidenceThatIsWorkedUpIsNew() throws {
    let base = try ReviewedRepository(hasFault: false)
    let raw = ReviewedRepository.session("acme").replacing("type: session", with: "type: session\nstatus: raw")
    try base.write("sessions/2026-05-04-acme.md", raw)
    let evidence = try #require(try json(base)["evidence"] as? [String: [[String: Any]]])
    #expect(evidence["removed"]?.count == 1)
    #expect(evidence["added"]?.isEmpty == true)
  }

  @Test func aRegradedQuoteTellsBothGrades() throws {
    let base = try ReviewedRepository(hasFault: false)
    try base.write(
      "sessions/2026-05-04-acme.md", ReviewedRepository.session("acme").replacing("anecdote, [[need]]", with: "habit, [[need]]"))
    let changed = try #require((try json(base)["evidence"] as? [String: [[String: Any]]])?["changed"])
    #expect(changed.count == 1)
    #expect(changed.first?["grade"] as? String == "habit")
    #expect((changed.first?["before"] as? [String: Any])?["grade"] as? String == "anecdote")
  }

  // MARK: Property

  /// The review names exactly the use cases in which two full reports differ, with what the reports say of them.
  @Test(arguments: 1...5)
  func theReviewIsTheDifferenceOfTwoReports(_ seed: Int) throws {
    let base = try ReviewedRepository(hasFault: false)
    var random = SeededGenerator(seed: UInt64(seed))
    let (names, grades) = (["acme", "birch", "cobalt", "dune", "ember", "fjord"], ["anecdote", "habit", "opinion", "request"])
    for need in ["need-b", "need-c", "need-d"] { try base.write("use-cases/\(need).md", ReviewedRepository.useCase("Do \(need) in time")) }
    for name in names.dropFirst(3) { try base.write("customers/\(name).md", ReviewedRepository.customer(name, segment: "mid-market")) }
    func talk(_ i: Int) throws {
      let need = ["need", "need-b", "need-c"].randomElement(using: &random) ?? "need"
      let quote = "> On 3 May it took us \(i) hours.\n>\n> — shift lead, \(grades.randomElement(using: &random) ?? "habit"), [[\(need)]] ^q1\n"
      try base.write(
        "sessions/2026-05-10-\(i).md",
        ReviewedRepository.session(names.randomElement(using: &random) ?? "acme", covers: "need, need-b, need-c", quotes: quote))
    }
    for i in 0..<12 { try talk(i) }
    try base.repo.commit("More")
    try base.repo.branch("change")
    for i in 8..<20 { try talk(i) }
    try base.remove("sessions/2026-05-10-1.md")
    if seed % 2 == 0 { try base.remove("use-cases/need-d.md") } else { try base.write("use-cases/need-e.md", ReviewedRepository.useCase("Do e")) }
    try base.repo.commit("Change")

    func report(_ revision: String) throws -> [String: NSDictionary] {
      let run = try base.kb(["report", "market-vs-customer", "--at", revision, "--format", "json"])
      let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let rows = try #require(document["useCases"] as? [NSDictionary])
      return Dictionary(rows.map { ($0["id"] as? String ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    }
    let (before, after) = (try report("main"), try report("change"))
    var expected: Set<String> = []
    for id in Set(before.keys).union(after.keys) {
      func judgement(_ row: NSDictionary?) -> [String?] { [row?["verdict"] as? String, row?["reason"] as? String] }
      if judgement(before[id]) != judgement(after[id]) { expected.insert(id) }
    }
    let verdicts = try #require(try json(base, ["main", "--head", "change"])["verdicts"] as? [NSDictionary])
    #expect(Set(verdicts.compactMap { $0["useCase"] as? String }) == expected)
    #expect(!expected.isEmpty)
    for verdict in verdicts {
      let id = verdict["useCase"] as? String ?? ""
      #expect((verdict["before"] as? NSDictionary) == before[id])
      #expect((verdict["after"] as? NSDictionary) == after[id])
    }
  }

  // MARK: Bad input

  @Test func badInputIsNamed() throws {
    let base = try ReviewedRepository()
    for (arguments, words) in [
      (["mian"], "main"), (["main", "--head", "nowhere"], "nowhere"), (["main", "--head", "main", "--staged"], "--head"),
    ] {
      let run = try base.kb(["review"] + arguments)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains(words))
    }
  }
}
