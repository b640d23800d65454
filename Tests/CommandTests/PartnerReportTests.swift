import Foundation
import KBTestSupport
import Testing

/// What a partner in sales gets back, over the example knowledge base.
@Suite struct PartnerReportTests {
  private let example = KBProcess.package + "/kb-example"

  static let cases: [(name: String, arguments: [String])] = [
    ("brief-aldermoor", ["brief", "aldermoor"]),
    ("brief-prospect-without-talk", ["brief", "quayford"]),
    ("brief-churned", ["brief", "eskdale-heat"]),
    ("claim-sign-in", ["claim", "sign-in-company-account", "--customer", "aldermoor"]),
    ("claim-no-evidence", ["claim", "gas-test-readings", "--customer", "aldermoor"]),
    ("next", ["next"]),
    ("next-use-case", ["next", "restart-clearance"]),
    ("digest", ["digest", "--since", "2026-01-01"]),
  ]

  @Test(arguments: cases.map(\.name))
  func staysAsRecorded(_ name: String) throws {
    let arguments = try #require(Self.cases.first { $0.name == name }).arguments
    for (format, ending) in [("text", "txt"), ("json", "json"), ("markdown", "md")] {
      let run = try KBProcess.run(arguments + ["--as-of", "2026-06-30", "--format", format], in: example)
      #expect(run.status == 0, "\(run.messages)")
      expectGolden(run.output, "\(name).\(ending)")
    }
  }

  @Test func answerToForwardNamesNobodyElse() throws {
    let customers = try FileManager.default.contentsOfDirectory(atPath: example + "/customers").filter { $0.hasSuffix(".md") && $0 != "README.md" }
    for useCase in ["sign-in-company-account", "permit-without-network", "contractor-induction"] {
      let run = try KBProcess.run(["claim", useCase, "--customer", "fennmark", "--as-of", "2026-06-30", "--format", "json"], in: example)
      let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let answer = try #require((document["answer"] as? [[String: Any]])?.first?["text"] as? String)
      for customer in customers { #expect(!answer.contains(customer.dropLast(3)), "\(answer)") }
    }
  }

  @Test func briefShowsNoPseudonym() throws {
    #expect(!(try KBProcess.run(["brief", "aldermoor", "--as-of", "2026-06-30"], in: example).output.contains(" p-")))
  }

  @Test(arguments: [["brief", "aldermor"], ["claim", "sign-in", "--customer", "aldermoor"], ["next", "nobody"], ["digest", "--for", "nobody"]])
  func unknownNamesAreRefused(_ arguments: [String]) throws {
    let run = try KBProcess.run(arguments + ["--as-of", "2026-06-30"], in: example)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }

  @Test func decisionRemembersWhatWasSeen() throws {
    let scratch = try ScratchDirectory()
    try FileManager.default.copyItem(atPath: example, toPath: scratch.path + "/kb")
    let folder = scratch.path + "/kb"
    let run = try KBProcess.run(
      ["new", "decision", "offline-first", "--use_case", "permit-without-network", "--decided", "build", "--as-of", "2026-06-30", "--no-edit"], in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let text = try String(contentsOfFile: folder + "/decisions/offline-first.md", encoding: .utf8)
    #expect(text.contains("seen: {verdict: market, grounded: 8, asked: 12}"))
    #expect(try KBProcess.run(["validate", "--as-of", "2026-06-30", "--rule", "decision-overtaken"], in: folder).output.contains("nothing to report"))
    // Two years later most of the evidence lies outside the window.
    let later = try KBProcess.run(["validate", "--as-of", "2028-03-01", "--rule", "decision-overtaken"], in: folder)
    #expect(later.output.contains("KB507"))
  }
}
