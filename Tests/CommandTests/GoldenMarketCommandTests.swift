import Foundation
import KBTestSupport
import Testing

/// Each worked case of the method, written as a knowledge base, gives the same numbers through the command.
@Suite struct GoldenMarketCommandTests {
  struct Case: Decodable, CustomTestStringConvertible {
    struct Input: Decodable {
      struct Customer: Decodable {
        var arr: Double
        var segment: String
      }
      struct Evidence: Decodable { var customer, date, source, specificity: String }
      var id, asOf: String
      var asked: [String: Customer]
      var evidence: [Evidence]
    }
    var input: Input
    var expected: [String: Value]
    var testDescription: String { input.id }
  }

  enum Value: Decodable, Equatable {
    case number(Double), text(String), list([Double]), null

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() { self = .null } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .list(try container.decode([Double].self))
      }
    }
  }

  struct Golden: Decodable { var cases: [Case] }

  static let cases: [Case] = {
    let path = KBProcess.package + "/Tests/KBEvidenceTests/Golden/golden-market.json"
    // A missing golden file is a broken checkout.
    return try! JSONDecoder().decode(Golden.self, from: Data(contentsOf: URL(fileURLWithPath: path))).cases
  }()

  @Test(arguments: cases)
  func commandGivesTheGoldenNumbers(of golden: Case) throws {
    let scratch = try ScratchDirectory()
    try write(golden.input, to: scratch)
    let run = try KBProcess.run(["report", "market-vs-customer", "--format", "json", "--as-of", golden.input.asOf], in: scratch.path)
    #expect(run.status == 0, "\(run.messages)")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "kb.market-vs-customer/1")
    let row = try #require((document["useCases"] as? [[String: Any]])?.first)
    for (name, value) in golden.expected {
      switch value {
      case .number(let expected): expectClose(row[name] as? Double, expected, name)
      case .text(let expected): #expect(row[name] as? String == expected, "\(name)")
      case .list(let expected):
        let found = try #require(row[name] as? [Double])
        for (a, b) in zip(found, expected) { expectClose(a, b, name) }
      case .null: #expect(row[name] is NSNull, "\(name)")
      }
    }
  }

  private func expectClose(_ found: Double?, _ expected: Double, _ name: String) {
    guard let found else {
      Issue.record("\(name) is missing")
      return
    }
    #expect(abs(found - expected) <= 1e-9 * max(1, abs(expected)), "\(name): \(found) is not \(expected)")
  }

  private func write(_ input: Case.Input, to scratch: ScratchDirectory) throws {
    try scratch.write("kb.yaml", "name: golden\n")
    try scratch.write("personas/user-role.md", "---\ntype: persona\ntitle: Role\n---\n")
    try scratch.write(
      "use-cases/need.md",
      "---\ntype: use-case\ntitle: A need\npersona: user-role\ntrigger: when it happens\ngoal: do it\nworkaround: paper\nstatus: draft\n---\n")
    for (id, customer) in input.asked {
      try scratch.write("customers/\(id).md", "---\ntype: customer\nname: \(id)\nsegment: \(customer.segment)\nstage: customer\narr: \(customer.arr)\n---\n")
      try scratch.write("sessions/asked-\(id).md", session(date: input.asOf, customer: id, quotes: []))
    }
    for (i, evidence) in input.evidence.enumerated() {
      try scratch.write("sessions/told-\(i).md", session(date: evidence.date, customer: evidence.customer, quotes: [evidence]))
    }
  }

  private func session(date: String, customer: String, quotes: [Case.Input.Evidence]) -> String {
    let text = quotes.map { "> Words.\n>\n> — \($0.specificity), \($0.source), [[need]]\n" }.joined(separator: "\n")
    return """
      ---
      type: session
      date: \(date)
      customer: \(customer)
      interviewer: dana
      covers: [need]
      consent: {basis: consent, scope: internal-quote}
      ---

      \(text)
      """
  }
}
