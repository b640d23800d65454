import KBModel

/// KB407: the same job twice.
struct UseCaseDuplicate: BaseRule {
  static let description = RuleDescription(
    code: "KB407", name: "use-case-duplicate", severity: .warning,
    summary: "Same persona, trigger and goal as another use case.",
    rationale: """
      Two records of one job divide its customers between them. Each half may look like one customer's need where the \
      whole would be the market's.
      """,
    bad: [
      .useCase(
        goal: "↓know every valve to lock before the crew arrives",
        and: [
          (
            path: "use-cases/valves-before-work.md",
            text: """
              ---
              type: use-case
              title: See the valves before work begins
              persona: shift-lead
              trigger: When a job is planned on old pipework.
              goal: ↓Know every valve to lock, before the crew arrives
              workaround: ask somebody old
              status: draft
              ---

              """
          )
        ])
    ],
    good: [
      .useCase()
    ])

  static func check(_ base: BaseReading, _ findings: inout BaseFindings) {
    guard findings.isOn(Self.self) else { return }
    var byJob: [[UInt8]: [Int]] = [:]
    for (place, file) in base.liveUseCases {
      guard let job = job(of: file, in: base.graph) else { continue }
      byJob[job, default: []].append(place)
    }
    for places in byJob.values where places.count > 1 {
      for place in places {
        let file = base.graph.files[place]
        let other = base.graph.files[places.first { $0 != place } ?? place]
        guard other.id != file.id else { continue }
        findings.add(
          Self.self, in: file, at: file.span(ofField: "goal"), field: "goal", message: message(other.id), help: help(file.id, other.id),
          subject: other.id)
      }
    }
  }

  /// Persona, trigger and goal, folded; `nil` where one is missing.
  private static func job(of file: FileFacts, in graph: RecordGraph) -> [UInt8]? {
    guard let persona = file.target("persona"), let trigger = file.text("trigger"), let goal = file.text("goal") else { return nil }
    var job = Array((graph.record(persona)?.id ?? persona).utf8)
    for text in [trigger, goal] {
      job.append(0)
      let start = job.count
      appendFolded(text, to: &job)
      guard job.count > start else { return nil }
    }
    return job
  }

  /// Letters in lower case and digits, without spaces and punctuation.
  private static func appendFolded(_ text: String, to job: inout [UInt8]) {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    for byte in (isPlain ? text : text.lowercased()).utf8 {
      switch byte {
      case 0x41...0x5A: job.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x80...: job.append(byte)
      default: break
      }
    }
  }
}

extension UseCaseDuplicate {
  fileprivate static func message(_ other: String) -> String {
    "same persona, trigger and goal as '\(other)': the customers of one need are divided between two"
  }

  fileprivate static func help(_ id: String, _ other: String) -> String {
    "Make them one with 'kb merge \(id) \(other)', or say in what the trigger or the goal differs."
  }
}
