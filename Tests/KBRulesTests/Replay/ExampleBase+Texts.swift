import KBModel
import KBRules

extension ExampleBase {
  /// A session with Acme on 2026-06-22, of which a test is about the body or one field.
  static func session(
    _ body: String, consent: String = "{basis: consent, scope: internal-quote}", covers: String = "[offline-approval]",
    participants: String = "[p-7f3k]", further: String = "", configuration: String = "", asOf: String? = nil
  ) -> ExampleBase {
    let head = """
      ---
      type: session
      date: 2026-06-22
      customer: acme
      persona: shift-lead
      interviewer: dana
      participants: \(participants)
      covers: \(covers)
      consent: \(consent)
      \(further.isEmpty ? "" : further + "\n")---

      """
    return ExampleBase(
      Example(
        [(path: "sessions/2026/2026-06-22-acme.md", text: head + "\n" + body + "\n"), (path: "kb.yaml", text: configuration)], asOf: asOf))
  }

  static func guide(_ body: String, configuration: String = "") -> ExampleBase {
    let head = "---\ntype: guide\ntitle: Nights\npersona: shift-lead\ncovers: [offline-approval]\n---\n\n"
    return ExampleBase(Example([(path: "guides/nights.md", text: head + body + "\n"), (path: "kb.yaml", text: configuration)]))
  }

  func findings(of code: String) -> [Finding] { findings.filter { $0.code == code } }
}
