import KBModel
package import KBPrivacy

/// What an erasure changes, what is left for a person to judge, and where the words still are.
package struct ErasureReport: Sendable, Equatable {
  package var summary: ErasureSummary
  /// Whether it was done, or only planned.
  package var isDone: Bool
  /// The copy without the words, where one was made.
  package var copy: ErasedHistory?

  package init(_ summary: ErasureSummary, isDone: Bool, copy: ErasedHistory? = nil) {
    self.summary = summary
    self.isDone = isDone
    self.copy = copy
  }

  /// So many ids of commits are shown; JSON has all.
  private static let mostCommits = 12

  /// - Parameter width: columns, at least 40.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    page.split("ERASE \(summary.subject)", isDone ? "done on \(summary.day)" : "a plan: nothing was changed")
    files(on: &page)
    shifts(on: &page)
    toJudge(on: &page)
    traces(on: &page)
    if let copy { self.copy(copy, on: &page) }
    page.blank()
    page.section("What is left to do")
    for (i, step) in steps.enumerated() { page.paragraph("\(i + 1). \(step)") }
    return page.text
  }

  private func files(on page: inout TextPage) {
    page.blank()
    page.section("Files", summary.files.isEmpty ? "nothing to take out" : "")
    for file in summary.files {
      let what = file.isWhole ? "the whole body" + (file.quotes > 0 ? ", with \(Plural.count(file.quotes, "quote"))" : "") : Plural.count(file.quotes, "quote")
      page.paragraph("\(file.path)  \(what)")
    }
  }

  private func shifts(on page: inout TextPage) {
    guard !summary.shifts.isEmpty else { return }
    page.blank()
    page.section("What we believe without these words")
    for shift in summary.shifts {
      let verdict = shift.before.verdict == shift.after.verdict ? "still \(shift.after.verdict.rawValue)" : "\(shift.before.verdict.rawValue) → \(shift.after.verdict.rawValue)"
      page.paragraph(
        "\(shift.useCase)  \(verdict); live with it \(shift.before.grounded) of \(shift.before.asked) → \(shift.after.grounded) of \(shift.after.asked); \(Plural.count(shift.quotes, "quote")) less")
    }
  }

  private func toJudge(on page: inout TextPage) {
    guard !summary.toJudge.isEmpty else { return }
    page.blank()
    page.section("Lines to judge", "they were left alone")
    for line in summary.toJudge { page.paragraph("\(line.path):\(line.line)  \(line.reason.rawValue)") }
  }

  private func traces(on page: inout TextPage) {
    guard let traces = summary.traces else { return }
    page.blank()
    guard !traces.commits.isEmpty || traces.versions + traces.messages > 0 else {
      page.section("History", "no commit holds the words")
      return
    }
    page.section("History still holds the words")
    page.paragraph(
      "\(Plural.count(traces.commits.count, "commit")), \(Plural.count(traces.versions, "version")) of files, \(Plural.count(traces.messages, "message"))")
    let more = traces.commits.count > Self.mostCommits ? " and \(traces.commits.count - Self.mostCommits) more (--format json lists all)" : ""
    page.fact(Fact("commits", traces.commits.prefix(Self.mostCommits).map { String($0.prefix(10)) }.joined(separator: " ") + more))
    page.fact(Fact("references", traces.references.joined(separator: " ")))
    page.fact(Fact("paths", traces.paths.joined(separator: " ")))
    if traces.isShallow { page.paragraph("This clone is shallow: what is older was not looked at. Fetch it with: git fetch --unshallow") }
  }

  private func copy(_ copy: ErasedHistory, on page: inout TextPage) {
    page.blank()
    page.section("A copy without the words")
    page.fact(Fact("repository", copy.folder))
    page.fact(Fact("map of ids", copy.map))
    page.fact(Fact("commits", "\(copy.commits), of which \(copy.changed) have another id than before"))
    page.fact(Fact("proof", "\(Plural.count(copy.proved, "object")) of the copy read again; no erased words are left"))
  }

  // MARK: Steps

  /// What a person has to do, in order.
  var steps: [String] {
    var steps: [String] = []
    if !isDone, !summary.files.isEmpty { steps.append("Take the words out of the files: the same command with --yes.") }
    if !summary.toJudge.isEmpty { steps.append("Read the lines to judge, and take out what gives the person away.") }
    if isDone, !summary.files.isEmpty { steps.append("Commit: git commit --all. Old commits, stashes and the index hold the words until then, and history after it.") }
    if let traces = summary.traces, traces.versions + traces.messages > 0 {
      steps += copy == nil ? recipe(traces) : pushes
      steps.append(
        "Everybody else: after the history was replaced, delete your clones and clone anew. Do not pull, merge or push from an old one: that brings the words back.")
      steps.append(
        "At the host: ask its support to remove cached views and the references of pull requests; forks keep the words until their owners remove them.")
    }
    steps.append(
      "Outside git: comments on changes, artefacts and logs of pipelines, published copies ('kb publish' again), exports, mails, recordings, backups.")
    if let pseudonym = summary.pseudonym { steps.append("Forget who it was: kb person forget \(pseudonym)") }
    return steps
  }

  private func recipe(_ traces: ErasureSummary.Traces) -> [String] {
    let paths = traces.paths.map { "--path '\($0)'" }.joined(separator: " ")
    return [
      "Make a copy of the repository without the words: the same command with --history --into DIR. Or with git filter-repo, in a fresh clone, keeping today's files aside and committing them again afterwards: git filter-repo --sensitive-data-removal --invert-paths \(paths)"
    ]
  }

  private var pushes: [String] {
    ["Look at the copy, then replace the server's history from it: git push --force --all URL, git push --force --tags URL"]
  }

  // MARK: JSON

  package func json() -> String {
    func side(_ side: ErasureSummary.Shift.Side) -> JSONValue {
      ["verdict": .text(side.verdict.rawValue), "grounded": .number(Double(side.grounded)), "asked": .number(Double(side.asked))]
    }
    return JSON.document(
      JSONValue.object([
        "schema": "kb.erase/1", "subject": .text(summary.subject), "day": .text(summary.day.description), "done": .bool(isDone),
        "files": .list(
          summary.files.map { ["path": .text($0.path), "quotes": .number(Double($0.quotes)), "whole": .bool($0.isWhole)] }),
        "toJudge": .list(
          summary.toJudge.map { ["path": .text($0.path), "line": .number(Double($0.line)), "reason": .text($0.reason.rawValue)] }),
        "verdicts": .list(
          summary.shifts.map { ["useCase": .text($0.useCase), "before": side($0.before), "after": side($0.after), "quotes": .number(Double($0.quotes))] }),
        "history": summary.traces.map { traces in
          [
            "commits": .list(traces.commits.map { .text($0) }), "references": .list(traces.references.map { .text($0) }),
            "paths": .list(traces.paths.map { .text($0) }), "versions": .number(Double(traces.versions)),
            "messages": .number(Double(traces.messages)), "isShallow": .bool(traces.isShallow),
          ]
        } ?? .null,
        "copy": copy.map { copy in
          [
            "folder": .text(copy.folder), "map": .text(copy.map), "commits": .number(Double(copy.commits)),
            "changed": .number(Double(copy.changed)), "proved": .number(Double(copy.proved)),
          ]
        } ?? .null,
        "steps": .list(steps.map { .text($0) }),
      ]))
  }
}
