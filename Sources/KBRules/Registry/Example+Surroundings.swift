extension Example {
  /// A few records that most examples refer to, so that an example shows only what it is about.
  package static let surroundings: [(path: String, text: String)] = [
    ("kb.yaml", ""),
    (
      "customers/acme.md",
      """
      ---
      type: customer
      name: Acme
      segment: enterprise
      stage: customer
      arr: 900000
      ---
      """
    ),
    (
      "personas/shift-lead.md",
      """
      ---
      type: persona
      title: Shift lead
      ---
      """
    ),
    (
      "use-cases/offline-approval.md",
      """
      ---
      type: use-case
      title: Approve a permit while the network is down
      persona: shift-lead
      trigger: when the network drops during a shift
      goal: approve a permit
      workaround: paper, typed in later
      frequency: 3 per week
      outcome: two hours of typing after each night shift
      status: draft
      ---
      """
    ),
    (
      "use-cases/audit-trail.md",
      """
      ---
      type: use-case
      title: Show who approved what
      persona: shift-lead
      trigger: when an auditor arrives
      goal: show the approvals of a day
      workaround: a binder
      frequency: 2 per year
      outcome: one day of searching for each audit
      status: draft
      ---
      """
    ),
    (
      "guides/discovery.md",
      """
      ---
      type: guide
      title: Permits, from the start
      persona: shift-lead
      covers: [offline-approval]
      ---

      - What does a day on your shift look like?
      - Walk me through the last permit that you approved without network.
      - What should I have asked?
      """
    ),
    (
      "competitors/permitly.md",
      """
      ---
      type: competitor
      name: Permitly
      ---
      """
    ),
  ]
}
