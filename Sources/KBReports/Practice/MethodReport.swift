import KBModel

extension TableReport {
  /// How the team asks: question faults, open share and story share, per interviewer and per guide.
  ///
  /// - Parameter showsNames: whether interviewers are named; otherwise they are numbered, since the report is for learning
  ///   and not for judging people.
  package static func method(_ basis: ReportBasis, showsNames: Bool) -> TableReport {
    let talks = basis.talks(ofType: "session")
    var byInterviewer: [String: MethodTally] = [:]
    var byGuide: [String: MethodTally] = [:]
    for talk in talks {
      byInterviewer[talk.text("interviewer") ?? "unknown", default: MethodTally()].add(talk)
      byGuide[talk.target("guide").flatMap { basis.graph.record($0, type: "guide")?.id } ?? "no guide", default: MethodTally()].add(talk)
    }
    // Numbered by the number of talks, so that the order of names gives nobody away.
    let interviewers = byInterviewer.sorted { ($1.value.talks, $0.key) < ($0.value.talks, $1.key) }
    let columns = [
      Column("talks", "TALKS"), Column("questions", "QUESTIONS"), Column("leading", "LEADING"), Column("open", "OPEN"),
      Column("instance", "LAST TIME"), Column("quotes", "QUOTES"), Column("stories", "STORIES"), Column("prompted", "PROMPTED"),
    ]
    return TableReport(
      schema: "kb.method/1", title: "HOW WE ASK", subtitle: "\(basis.name) · \(counted(talks.count, "talk"))", asOf: basis.asOf, revision: basis.revision,
      tables: [
        Table(
          name: "interviewers", title: "By interviewer", columns: [Column("interviewer", "INTERVIEWER")] + columns,
          rows: interviewers.enumerated().map { i, entry in [.text(showsNames ? entry.key : "interviewer \(i + 1)")] + entry.value.cells },
          emptyWords: "No talk in the window."),
        Table(
          name: "guides", title: "By guide", columns: [Column("guide", "GUIDE")] + columns,
          rows: byGuide.sorted { $0.key < $1.key }.map { [.text($0.key)] + $0.value.cells }, emptyWords: "No talk in the window."),
      ],
      notes: [
        "Leading: questions with a fault that takes weight from opinions, requests, hypotheticals and compliments that answer them.",
        "Last time: questions for a recent instance. Stories: the share of quotes that are anecdotes. Prompted: quotes that count for nothing.",
        showsNames ? "" : "Interviewers are numbered; --names names them.",
      ].filter { !$0.isEmpty })
  }
}

private struct MethodTally {
  var talks = 0
  private var questions = 0
  private var leading = 0
  private var open = 0
  private var instances = 0
  private var quotes = 0
  private var stories = 0
  private var prompted = 0

  mutating func add(_ talk: FileFacts) {
    talks += 1
    for question in talk.questions {
      questions += 1
      if question.faults.contains(where: \.prompts) { leading += 1 }
      if question.isOpen { open += 1 }
      if question.asksForInstance { instances += 1 }
    }
    for quote in talk.quotes {
      quotes += 1
      if quote.grade == .anecdote { stories += 1 }
      if quote.effectiveGrade < .habit, talk.isPrompted(quote) { prompted += 1 }
    }
  }

  var cells: [TableReport.Cell] {
    [
      .count(talks), .count(questions), .share(share(leading, of: questions)), .share(share(open, of: questions)),
      .share(share(instances, of: questions)), .count(quotes), .share(share(stories, of: quotes)), .count(prompted),
    ]
  }

  private func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
}
