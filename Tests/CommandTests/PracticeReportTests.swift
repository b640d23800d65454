import Foundation
import KBTestSupport
import Testing

/// The reports on a team's practice, over the example knowledge base.
@Suite struct PracticeReportTests {
  private let example = KBProcess.package + "/kb-example"

  @Test(arguments: ["coverage", "method", "saturation", "sales", "competition"])
  func reportStaysAsRecorded(_ name: String) throws {
    for (format, ending) in [("text", "txt"), ("json", "json"), ("markdown", "md"), ("csv", "csv")] {
      let run = try KBProcess.run(["report", name, "--as-of", "2026-06-30", "--format", format], in: example)
      #expect(run.status == 0, "\(run.messages)")
      expectGolden(run.output, "\(name).\(ending)")
    }
  }

  @Test(arguments: ["coverage", "method", "saturation", "sales", "competition"])
  func emptyKnowledgeBaseSaysSo(_ name: String) throws {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "")
    let run = try KBProcess.run(["report", name], in: scratch.path)
    #expect(run.status == 0, "\(run.messages)")
    #expect(!run.output.isEmpty)
  }

  @Test func interviewersAreNamedOnRequestOnly() throws {
    let numbered = try KBProcess.run(["report", "method", "--as-of", "2026-06-30"], in: example).output
    let named = try KBProcess.run(["report", "method", "--as-of", "2026-06-30", "--names"], in: example).output
    #expect(!numbered.contains("mira"))
    #expect(named.contains("mira"))
  }

  @Test func unknownTableIsRefused() throws {
    let run = try KBProcess.run(["report", "sales", "--format", "csv", "--table", "nothing"], in: example)
    #expect(run.status == 2)
    #expect(run.messages.contains("needs, waiting"))
  }
}
