import Foundation
import KBTestSupport

/// A repository with a small knowledge base that tests change and compare.
struct ReviewedRepository {
  let repo: RepositoryFixture
  /// The folder of the knowledge base in the repository.
  let prefix: String

  var folder: String { prefix.isEmpty ? repo.path : repo.path + "/" + prefix }

  /// One commit on `main`: three customers, a use case, a persona and three sessions; `fault` is an unresolved reference in one of them.
  init(prefix: String = "", hasFault: Bool = true) throws {
    repo = try RepositoryFixture()
    self.prefix = prefix
    try write("kb.yaml", "name: Permits\n")
    try write("personas/shift-lead.md", "---\ntype: persona\ntitle: Shift lead\n---\n")
    for (name, segment) in [("acme", "enterprise"), ("birch", "smb"), ("cobalt", "smb")] {
      try write("customers/\(name).md", Self.customer(name, segment: segment))
      try write("sessions/2026-05-0\(name.utf8.count)-\(name).md", Self.session(name, covers: hasFault && name == "birch" ? "need, gone" : "need"))
    }
    try write("use-cases/need.md", Self.useCase("Approve permits while the network is down"))
    try repo.commit("A knowledge base")
  }

  static func customer(_ name: String, segment: String) -> String {
    "---\ntype: customer\nname: \(name.capitalized)\nsegment: \(segment)\nstage: customer\narr: 1000\n---\n\nWhat we know of \(name) fills some lines.\n"
  }

  static func useCase(_ title: String) -> String {
    """
    ---
    type: use-case
    title: \(title)
    persona: shift-lead
    trigger: the network is down
    goal: start the work in time
    workaround: paper
    status: draft
    ---

    """
  }

  /// A talk of 2026-05 in which the customer tells a story about the use case.
  static func session(
    _ customer: String, covers: String = "need", date: String = "2026-05-04", quotes: String? = nil, question: String = "What happened the last time the network was down?"
  ) -> String {
    let quotes = quotes ?? "> On 3 May the network was down and we wrote forty permits on paper.\n>\n> — shift lead, anecdote, [[need]] ^q1\n"
    return """
      ---
      type: session
      date: \(date)
      customer: \(customer)
      interviewer: dana
      participants: [shift-lead]
      covers: [\(covers)]
      consent: {basis: consent, scope: internal-quote}
      ---

      Q: \(question)

      \(quotes)
      """
  }

  func write(_ path: String, _ text: String) throws { try repo.write(prefix.isEmpty ? path : prefix + "/" + path, text) }
  func remove(_ path: String) throws { try repo.remove(prefix.isEmpty ? path : prefix + "/" + path) }
  func move(_ from: String, _ to: String) throws {
    try FileManager.default.createDirectory(
      atPath: (folder + "/" + to as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: folder + "/" + from, toPath: folder + "/" + to)
  }

  func kb(_ arguments: [String], in place: String? = nil) throws -> KBProcess {
    try KBProcess.run(arguments + ["--as-of", "2026-06-30"], in: place ?? folder)
  }

  /// What is new since a revision, as `code record`, without informations.
  func new(since revision: String, _ more: [String] = [], in place: String? = nil) throws -> [String] {
    struct Entry: Decodable {
      var code, severity, path: String
      var record: String?
    }
    let run = try kb(["validate", "--new-since", revision, "--format", "jsonl"] + more, in: place)
    guard run.status < 2 else { return ["error: \(run.messages)"] }
    return try run.output.split(separator: "\n").map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
      .filter { $0.severity != "info" }.map { "\($0.code) \($0.record ?? $0.path)" }
  }
}
