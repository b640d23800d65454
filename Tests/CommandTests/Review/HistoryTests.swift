import Foundation
import KBTestSupport
import Testing

/// `kb log` and `kb report --trend`: how a verdict came to be what it is.
@Suite struct HistoryTests {
  /// Eight commits: a knowledge base of three customers, one more customer each in four of them, one commit that changes nothing
  /// of the knowledge base, a renamed use case.
  private func grown() throws -> ReviewedRepository {
    let base = try ReviewedRepository(prefix: "kb", hasFault: false)
    for name in ["dune", "ember", "fjord", "grove"] {
      try base.write("customers/\(name).md", ReviewedRepository.customer(name, segment: "mid-market"))
      try base.write("sessions/2026-06-01-\(name).md", ReviewedRepository.session(name, date: "2026-06-01"))
      try base.repo.commit("Talk to \(name)")
    }
    try base.repo.write("outside.md", "Not ours.\n")
    try base.repo.commit("Something else")
    try base.move("use-cases/need.md", "use-cases/offline-approval.md")
    for file in try FileManager.default.contentsOfDirectory(atPath: base.folder + "/sessions") {
      let text = try String(contentsOfFile: base.folder + "/sessions/" + file, encoding: .utf8)
      try base.write("sessions/" + file, text.replacing("[need]", with: "[offline-approval]"))
    }
    try base.repo.commit("A better name")
    return base
  }

  private func entries(_ base: ReviewedRepository, _ arguments: [String] = []) throws -> [[String: Any]] {
    let run = try base.kb(["log", "offline-approval", "--format", "json"] + arguments)
    #expect(run.status == 0, "\(run.messages)")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "kb.log/1")
    return try #require(document["entries"] as? [[String: Any]])
  }

  @Test func theLogNamesCommitsEvidenceAndReasons() throws {
    let base = try grown()
    let log = try entries(base)
    #expect(log.map { $0["summary"] as? String } == ["Talk to ember", "A knowledge base"])
    #expect(log[0]["evidence"] as? [String] == ["2026-06-01-ember"])
    #expect((log[0]["before"] as? [String: Any])?["verdict"] as? String == "thin")
    #expect((log[0]["after"] as? [String: Any])?["verdict"] as? String == "market")
    #expect(log[1]["before"] is NSNull)
    #expect(((log[0]["because"] as? [String]) ?? []).contains { $0.contains("ember") })
    #expect(try entries(base, ["--limit", "1"]).count == 1)
  }

  @Test func theLogIsReadableInATerminal() throws {
    expectGolden(try grown().kb(["log", "offline-approval"]).output, "log.txt")
  }

  @Test func eachStateIsWhatTheReportSaysOfIt() throws {
    let base = try grown()
    for entry in try entries(base) {
      let commit = try #require(entry["commit"] as? String)
      let run = try base.kb(["report", "market-vs-customer", "--at", commit, "--format", "json"])
      let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let row = try #require((document?["useCases"] as? [[String: Any]])?.first)
      let after = try #require(entry["after"] as? [String: Any])
      for key in ["verdict", "reason", "topCustomer"] { #expect(after[key] as? String == row[key] as? String, "\(key)") }
      for key in ["asked", "grounded", "supporters"] { #expect(after[key] as? Int == row[key] as? Int, "\(key)") }
    }
  }

  @Test func theTrendByCommitsPassesOverWhatChangesNothing() throws {
    let base = try grown()
    let run = try base.kb(["report", "market-vs-customer", "--trend", "4", "--by", "commits", "--format", "json"])
    #expect(run.status == 0, "\(run.messages)")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let points = try #require(document["points"] as? [[String: Any]])
    #expect(points.count == 4)
    let head = try base.repo.git("rev-parse", "HEAD")
    #expect(points.last?["commit"] as? String == head)
    #expect(!points.contains { $0["commit"] as? String == (try? base.repo.git("rev-parse", "HEAD~1")) })
  }

  @Test func theTrendByMonthsNeedsNoHistory() throws {
    let base = try grown()
    for (format, name) in [("text", "trend.txt"), ("markdown", "trend.md"), ("csv", "trend.csv")] {
      expectGolden(try base.kb(["report", "market-vs-customer", "--trend", "3", "--format", format]).output, name)
    }
  }

  @Test(arguments: [
    ["log", "nothing"], ["log", "offline-approval", "--limit", "0"], ["log", "offline-approval", "--staged"],
    ["log", "offline-approval", "--at", "nowhere"], ["report", "market-vs-customer", "--trend", "0"],
  ])
  func badInputIsTwo(_ arguments: [String]) throws {
    let run = try grown().kb(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.messages.isEmpty)
  }
}
