import Foundation
import KBTestSupport
import Testing

/// `kb diff`: a change in terms of records, fields, quotes and questions.
@Suite struct DiffTests {
  private func changed() throws -> ReviewedRepository {
    let base = try ReviewedRepository(hasFault: false)
    try base.repo.branch("change")
    try base.write("customers/dune.md", ReviewedRepository.customer("dune", segment: "smb"))
    try base.remove("sessions/2026-05-05-birch.md")
    try base.move("customers/birch.md", "customers/birch-gmbh.md")
    try base.write(
      "use-cases/need.md", ReviewedRepository.useCase("Approve permits offline").replacing("status: draft", with: "status: accepted\nscope: general"))
    try base.write("use-cases/other.md", ReviewedRepository.useCase("Do something else"))
    try base.write(
      "sessions/2026-05-04-acme.md",
      ReviewedRepository.session(
        "acme", covers: "need, other",
        quotes: """
          > On 3 May the network was down and we wrote forty permits on paper.
          >
          > — shift lead, habit, [[other]] ^q1

          > One more.
          >
          > — shift lead, opinion, [[need]] ^q2

          """, question: "What happened the very last time the network was down?"))
    return base
  }

  @Test func textNamesRecordsFieldsAndQuotes() throws {
    let run = try changed().kb(["diff", "main"])
    #expect(run.status == 0, "\(run.messages)")
    expectGolden(run.output, "diff.txt")
  }

  @Test func markdownSaysTheSame() throws {
    expectGolden(try changed().kb(["diff", "main", "--format", "markdown"]).output, "diff.md")
  }

  @Test func jsonHasEveryField() throws {
    let base = try changed()
    let run = try base.kb(["diff", "main", "--format", "json"])
    expectGolden(run.output, "diff.json")
    #expect(!run.output.contains("forty permits"))
    #expect(try base.kb(["diff", "main", "--format", "json", "--quotes"]).output.contains("forty permits"))
  }

  @Test func everyWayToNameTwoStatesAgrees() throws {
    let base = try changed()
    func ids(_ arguments: [String]) throws -> [String] {
      let run = try base.kb(["diff", "--format", "json"] + arguments)
      #expect(run.status == 0, "\(arguments) \(run.messages)")
      let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return (document?["records"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
    let expected = try ids(["main"])
    #expect(expected == ["birch-gmbh", "dune", "2026-05-04-acme", "2026-05-05-birch", "need", "other"])
    #expect(try ids([]) == expected)
    #expect(try ids(["--staged"]) == [])
    try base.repo.git("add", "--all")
    #expect(try ids(["--staged"]) == expected)
    try base.repo.commit("Change")
    try base.repo.checkout("main")
    try base.write("customers/ember.md", ReviewedRepository.customer("ember", segment: "smb"))
    try base.repo.commit("On main")
    #expect(try ids(["main...change"]) == expected)
    #expect(try ids(["...change"]) == expected)
    #expect(try ids(["main..change"]) == ["birch-gmbh", "dune", "ember", "2026-05-04-acme", "2026-05-05-birch", "need", "other"])
    #expect(try ids(["main..main"]) == [])
    #expect(try base.kb(["diff", "main..main"]).output == "No record differs: main to main\n")
    #expect(try base.kb(["diff", "main..change", "--staged"]).status == 2)
    #expect(try base.kb(["diff", "main..nowhere"]).status == 2)
  }

  @Test func whatOnlyLooksDifferentIsNoChange() throws {
    let base = try ReviewedRepository(hasFault: false)
    let text = ReviewedRepository.session("acme").replacing("covers: [need]", with: "covers:\n  - need")
      .replacing("— shift lead", with: "-- shift lead").replacing("\n", with: "\r\n")
    try base.write("sessions/2026-05-04-acme.md", text)
    #expect(try base.kb(["diff"]).output == "No record differs: HEAD to the work tree\n")
  }
}
