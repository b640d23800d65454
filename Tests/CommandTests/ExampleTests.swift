import Foundation
import KBTestSupport
import Testing

/// The example knowledge base is documentation: it stays without errors, and shows every verdict.
@Suite struct ExampleTests {
  private let example = KBProcess.package + "/kb-example"

  @Test func exampleHasNoErrors() throws {
    let run = try KBProcess.run(["validate", "--as-of", "2026-06-30"], in: example)
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func exampleShowsEveryVerdictAndReason() throws {
    let run = try KBProcess.run(["report", "market-vs-customer", "--as-of", "2026-06-30", "--format", "csv"], in: example)
    // Niche needs 33 customers that were asked, more than a lifelike example has.
    for reason in ["broad", "not-yet-broad", "one-segment", "single", "dominated", "few-asked", "not-grounded", "little-evidence"] {
      #expect(run.output.contains(",\(reason),"), "\(reason)")
    }
  }

  @Test func sameCommitGivesTheSameBytes() throws {
    for format in ["text", "json", "markdown", "csv"] {
      let arguments = ["report", "market-vs-customer", "--as-of", "2026-06-30", "--format", format]
      #expect(try KBProcess.run(arguments, in: example).output == KBProcess.run(arguments, in: example).output)
    }
  }
}
