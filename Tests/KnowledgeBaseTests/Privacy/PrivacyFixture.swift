import KBGit
import KBModel
import KBTestSupport

@testable import KnowledgeBase

/// A small knowledge base in a repository, with a person in three of its records.
struct PrivacyFixture {
  let repo: RepositoryFixture
  static let today = CalendarDate("2026-07-01") ?? CalendarDate(dayNumber: 0)

  static let words = "On 3 June the night shift wrote forty one permits on paper in the dark"
  static let otherWords = "Last Monday the pump tripped and nobody could say who had signed for it"

  init() throws {
    repo = try RepositoryFixture()
    try repo.write(
      "kb.yaml",
      "name: Permits\nconsents:\n  signed: {basis: consent, scope: [internal-quote, anonymous-external-quote], retain_until: 2030-01-31}\n")
    try repo.write("personas/shift-lead.md", "---\ntype: persona\ntitle: Shift lead\n---\n")
    for (id, name) in [("acme", "Acme Chemicals"), ("birch", "Birch"), ("cobalt", "Cobalt")] {
      try repo.write("customers/\(id).md", "---\ntype: customer\nname: \(name)\nsegment: smb\nstage: customer\narr: 1000\nowner: lena\n---\n")
    }
    try repo.write("use-cases/need.md", Self.useCase)
    try repo.write("sessions/2026/2026-06-03-acme.md", Self.session("acme", "2026-06-03", ["p-7f3k"], "> \(Self.words).\n>\n> — p-7f3k, anecdote, [[need]] ^q1"))
    try repo.write(
      "sessions/2026/2026-06-10-acme.md",
      Self.session(
        "acme", "2026-06-10", ["p-7f3k", "p-2b9x"],
        "> We would like it in blue, says everybody.\n>\n> — p-7f3k, opinion, [[need]] ^q1\n\n> \(Self.otherWords).\n>\n> — p-2b9x, anecdote, [[need]] ^q2\n\np-7f3k left early."))
    for customer in ["birch", "cobalt"] {
      try repo.write(
        "sessions/2026/2026-06-04-\(customer).md",
        Self.session(customer, "2026-06-04", ["p-\(customer.prefix(1))111"], "> On 2 June we walked to the gate of \(customer) with the paper.\n>\n> — shift lead, anecdote, [[need]] ^q1"))
    }
    try repo.commit("A knowledge base")
  }

  static let useCase = """
    ---
    type: use-case
    title: Approve permits while the network is down
    persona: shift-lead
    trigger: the network is down
    goal: start the work in time
    workaround: paper
    status: draft
    ---

    See [[2026-06-03-acme#^q1]] and [[2026-06-10-acme#^q2]]. Ask p-7f3k again.

    """

  static func session(_ customer: String, _ date: String, _ participants: [String], _ body: String, consent: String = "signed") -> String {
    """
    ---
    type: session
    date: \(date)
    customer: \(customer)
    persona: shift-lead
    interviewer: dana
    participants: [\(participants.joined(separator: ", "))]
    covers: [need]
    consent: \(consent)
    next_step: they send the form of the boiler house
    ---

    # A talk

    Q: What happened the last time the network was down?

    \(body)

    """
  }

  var location: KnowledgeBaseLocation { get throws { try KnowledgeBaseLocation(containing: repo.path) } }

  func snapshot(_ source: Snapshot.Source = .workTree) throws -> Snapshot {
    try SnapshotLoader(location: location, source: source, today: Self.today, asOf: Self.today, keepsSource: true).load()
  }
}
