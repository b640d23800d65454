extension Example {
  /// A talk with Acme whose head is in order, so that an example shows only what it is about.
  static func session(
    _ body: String, covers: String = "[offline-approval]", participants: String = "[p-7f3k]",
    consent: String = "{basis: consent, scope: internal-quote, method: verbal-recorded}", further: String = "",
    asOf: String? = nil, sourceFile: String = #fileID, sourceLine: Int = #line
  ) -> Example {
    Example(
      "sessions/2026/2026-06-22-acme.md",
      """
      ---
      type: session
      date: 2026-06-22
      customer: acme
      persona: shift-lead
      interviewer: dana
      participants: \(participants)
      channel: call
      covers: \(covers)
      consent: \(consent)
      \(further.isEmpty ? "" : further + "\n")---

      \(body)

      """, asOf: asOf, sourceFile: sourceFile, sourceLine: sourceLine)
  }

  /// What sales relays of Acme.
  static func fieldNote(
    _ body: String, deal: String = "deal: d-0042", further: String = "", asOf: String? = nil, sourceFile: String = #fileID,
    sourceLine: Int = #line
  ) -> Example {
    let fields = [deal, further].filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
    return Example(
      "field-notes/2026-06-02-acme.md",
      """
      ---
      type: field-note
      date: 2026-06-02
      customer: acme
      reported_by: ravi
      \(fields)---

      \(body)

      """, asOf: asOf, sourceFile: sourceFile, sourceLine: sourceLine)
  }

  /// Planned questions about permits.
  static func guide(_ body: String, further: String = "", sourceFile: String = #fileID, sourceLine: Int = #line) -> Example {
    Example(
      "guides/nights.md",
      """
      ---
      type: guide
      title: Nights without network
      persona: shift-lead
      covers: [offline-approval]
      \(further.isEmpty ? "" : further + "\n")---

      \(body)

      """, sourceFile: sourceFile, sourceLine: sourceLine)
  }

  /// A use case, well formed but for what the example is about.
  static func useCase(
    title: String = "Find every isolation point before a job", trigger: String = "when a job is planned on old pipework",
    goal: String = "know every valve to lock before the crew arrives",
    workaround: String = "walk the line with a marked-up drawing", status: String = "draft", further: String = "",
    and others: [(path: String, text: String)] = [], asOf: String? = nil, sourceFile: String = #fileID, sourceLine: Int = #line
  ) -> Example {
    let file = (
      path: "use-cases/find-isolation-points.md",
      text: """
        ---
        type: use-case
        title: \(title)
        persona: shift-lead
        trigger: \(trigger)
        goal: \(goal)
        workaround: \(workaround)
        frequency: 2 per week
        outcome: half a day of walking for each job
        status: \(status)
        \(further.isEmpty ? "" : further + "\n")---

        """
    )
    return Example([file] + others, asOf: asOf, sourceFile: sourceFile, sourceLine: sourceLine)
  }

  /// The use case above together with one talk at each of some further accounts, to show what rests on a verdict.
  ///
  /// - Parameter talks: per talk the account (`enterprise` where the name begins with a to m, `smb` otherwise), the day, and
  ///   the lines of the body.
  static func market(
    status: String = "draft", further: String = "", talks: [(account: String, day: String, body: String)],
    and others: [(path: String, text: String)] = [], asOf: String = "2026-06-30", sourceFile: String = #fileID,
    sourceLine: Int = #line
  ) -> Example {
    var files = others
    var known: Set<String> = ["acme"]
    for (place, talk) in talks.enumerated() {
      if known.insert(talk.account).inserted {
        files.append(
          (
            path: "customers/\(talk.account).md",
            text: """
              ---
              type: customer
              name: \(talk.account)
              segment: \(talk.account < "n" ? "enterprise" : "smb")
              stage: customer
              ---

              """
          ))
      }
      files.append(
        (
          path: "sessions/\(talk.day.prefix(4))/\(talk.day)-\(talk.account)-\(place + 1).md",
          text: """
            ---
            type: session
            date: \(talk.day)
            customer: \(talk.account)
            persona: shift-lead
            interviewer: dana
            participants: [p-7f3k]
            covers: [find-isolation-points]
            consent: {basis: consent, scope: internal-quote}
            ---

            \(talk.body)

            """
        ))
    }
    return useCase(status: status, further: further, and: files, asOf: asOf, sourceFile: sourceFile, sourceLine: sourceLine)
  }

  /// One talk each with that many accounts in two segments, of which the first so many tell a story.
  static func talks(with accounts: Int, stories: Int, day: String = "2026-05-04") -> [(account: String, day: String, body: String)] {
    ["birch", "oslo", "cobalt", "piper", "dune", "quill", "ember", "ridge"].prefix(accounts).enumerated().map { place, account in
      (account, day, place < stories ? story : "**Q:** How did you find the valves for the last job?")
    }
  }

  /// A quote that makes its customer count as living with the use case of the examples.
  static let story = "> In March two of us walked the line for a day.\n> — p-7f3k, anecdote, [[find-isolation-points]] ^q1"

  /// The same with the mark of a finding in its first file: at its very beginning, or before that text.
  func marked(before text: String = "") -> Example {
    var marked = self
    guard var file = marked.files.first else { return marked }
    if text.isEmpty {
      file.text = "↓" + file.text
    } else if let place = file.text.firstRange(of: text) {
      file.text.insert("↓", at: place.lowerBound)
    }
    marked.files[0] = file
    return marked
  }
}
