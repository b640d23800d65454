import KBModel
import KBRules
import Testing

struct GroundingRuleTests {
  private static func useCase(_ fields: [String: String] = [:]) -> (path: String, text: String) {
    var all = [
      "title": "Find every isolation point", "trigger": "when a job is planned", "goal": "know every valve", "workaround": "walk the line",
      "status": "draft",
    ]
    all.merge(fields) { _, new in new }
    let lines = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    return ("use-cases/find-isolation-points.md", "---\ntype: use-case\npersona: shift-lead\n\(lines)\n---\n")
  }

  private static func codes(_ fields: [String: String], _ code: String) -> Int {
    ExampleBase(Example([useCase(fields)])).findings(of: code).count
  }

  @Test(arguments: [
    "Add offline mode", "Support SSO", "Integrate with SAP", "An API for permits", "Offline mode", "Build a dashboard", "Ability to sign on a tablet",
    "A nice-to-have: colours",
  ])
  func aSolutionIsNoTitle(_ title: String) {
    #expect(Self.codes(["title": "\"\(title)\""], "KB403") == 1)
  }

  @Test(arguments: [
    "Approve a permit while the network is down", "Build a scaffold around a live line", "Create the permits of the day", "Hand over open work at shift change",
    "Show who approved what", "Screen new contractors", "Sign in with the company account", "Get a crew out of a tank", "Read the display of the gas meter",
  ])
  func aJobIsATitle(_ title: String) {
    #expect(Self.codes(["title": title], "KB403") == 0)
  }

  @Test(arguments: ["the planner wants a list", "I'd like to see the valves", "we should know it", "everybody needs to know", "\"if only it were there\""])
  func aWishIsNoTrigger(_ trigger: String) {
    #expect(Self.codes(["trigger": trigger], "KB404") == 1)
  }

  @Test(arguments: ["when a pump needs to be opened", "when an auditor arrives", "after the alarm that should have rung", "before each shift", "when somebody who wants out is locked in"])
  func anEventIsATrigger(_ trigger: String) {
    #expect(Self.codes(["trigger": trigger], "KB404") == 0)
  }

  @Test(arguments: ["none", "None.", "nothing", "n/a", "\"-\"", "none so far", "no workaround today", "—"])
  func noWorkaroundNeedsAReason(_ workaround: String) {
    #expect(Self.codes(["workaround": workaround], "KB408") == 1)
  }

  @Test(arguments: ["\"none: the job waits for the day shift\"", "nothing but a note on the door", "paper", "unknown", "no network needed, they telephone"])
  func aWorkaroundOrAReasonIsEnough(_ workaround: String) {
    #expect(Self.codes(["workaround": workaround], "KB408") == 0)
  }

  @Test
  func retiredUseCasesAreLeftAlone() {
    let fields = ["title": "Add offline mode", "trigger": "they want it", "workaround": "none", "status": "retired"]
    #expect(ExampleBase(Example([Self.useCase(fields)])).findings.filter { $0.code.hasPrefix("KB4") || $0.code.hasPrefix("KB5") }.isEmpty)
  }

  @Test
  func aliasesNameTheUseCaseThatATalkCovers() {
    let base = ExampleBase(
      Example([
        Self.useCase(["aliases": "[valves]"]),
        (
          "sessions/2026/2026-06-22-acme.md",
          "---\ntype: session\ndate: 2026-06-22\ncustomer: acme\ninterviewer: dana\ncovers: [valves]\nconsent: {basis: consent, scope: internal-quote}\n---\n\n> In May we walked the line.\n> — [planner], anecdote, [[find-isolation-points]]\n"
        ),
      ]))
    #expect(base.findings(of: "KB411").isEmpty)
    #expect(base.findings(of: "KB406").isEmpty)
  }

  @Test
  func talksThatAreNotWorkedUpAskAndGroundNothing() {
    for status in ["planned", "raw"] {
      let base = ExampleBase(
        Example([
          Self.useCase(["status": "grounded"]),
          (
            "sessions/2026/2026-06-22-acme.md",
            "---\ntype: session\ndate: 2026-06-22\ncustomer: acme\ninterviewer: dana\nstatus: \(status)\ncovers: [find-isolation-points]\n---\n\n> In May we walked the line.\n> — [planner], anecdote, [[find-isolation-points]]\n"
          ),
        ]))
      #expect(base.findings(of: "KB406").count == 1)
      #expect(base.findings(of: "KB405").count == 1)
    }
  }

  @Test
  func whatSalesRelaysOrSpeaksAgainstGroundsNothing() {
    for attribution in ["anecdote, second-hand, [[find-isolation-points]]", "anecdote, against [[find-isolation-points]]", "opinion, [[find-isolation-points]]"] {
      let base = ExampleBase(
        Example([
          Self.useCase(["status": "accepted"]),
          (
            "sessions/2026/2026-06-22-acme.md",
            "---\ntype: session\ndate: 2026-06-22\ncustomer: acme\ninterviewer: dana\ncovers: [find-isolation-points]\nconsent: {basis: consent, scope: internal-quote}\n---\n\n> In May we walked the line.\n> — [planner], \(attribution)\n"
          ),
        ]))
      #expect(base.findings(of: "KB405").count == 1)
    }
  }
}
