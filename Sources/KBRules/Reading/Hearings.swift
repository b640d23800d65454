package import KBModel

/// What sessions and field notes say about each use case and persona: summed up once for the rules that ask.
package struct Hearings: Sendable {
  package struct UseCase: Sendable {
    /// Whether a session covers it, by its field or by a question that names it.
    package var isAsked = false
    /// Whether a quote that speaks for it is a first-hand anecdote or habit.
    package var isGrounded = false
    /// The quotes that speak for it, and those of them that no faulty question prompted.
    package var quotes: Int32 = 0
    package var unprompted: Int32 = 0
  }

  /// A quote that names a use case which its session does not cover.
  package struct Volunteered: Sendable {
    /// The index of the session in `RecordGraph.files`.
    package var file: Int
    package var quote: Int
    package var mention: Int
    /// The index of the use case in `RecordGraph.files`.
    package var useCase: Int
  }

  /// By index in `RecordGraph.files`; meaningless for files that are no use case.
  private var useCases: [UseCase]
  private var isHeard: [Bool]
  private var personaTitles: Set<String> = []
  package private(set) var volunteered: [Volunteered] = []

  package init(_ graph: RecordGraph) {
    let testimony = graph.testimony
    useCases = Array(repeating: UseCase(), count: graph.files.count)
    isHeard = Array(repeating: false, count: graph.files.count)
    for record in testimony.present { isHeard[Int(record)] = true }
    for useCase in testimony.covered { useCases[Int(useCase)].isAsked = true }
    for talk in testimony.talks {
      for k in talk.mentions { add(testimony.mentions[k], of: talk) }
    }
    for place in graph.places(ofType: "persona") {
      let file = graph.files[Int(place)]
      if let title = file.text("title") { personaTitles.insert(title.lowercased()) }
      for alias in file.list("aliases") { personaTitles.insert(alias.lowercased()) }
    }
  }

  private mutating func add(_ mention: Testimony.Mention, of talk: Testimony.Talk) {
    let useCase = Int(mention.useCase)
    if mention.isVolunteered {
      volunteered.append(Volunteered(file: Int(talk.file), quote: Int(mention.quote), mention: Int(mention.place), useCase: useCase))
    }
    guard !mention.isAgainst else { return }
    useCases[useCase].quotes += 1
    if !mention.isPrompted { useCases[useCase].unprompted += 1 }
    if mention.hand.isFirstHand, mention.grade == .anecdote || mention.grade == .habit { useCases[useCase].isGrounded = true }
  }

  /// What is heard of the use case at an index of `RecordGraph.files`.
  package func useCase(at file: Int) -> UseCase { useCases[file] }

  /// Whether a session had the persona at an index of `RecordGraph.files`.
  package func isHeard(personaAt file: Int) -> Bool { isHeard[file] }

  /// Whether some persona has that title or alias, letter case aside.
  package func isPersonaTitle(_ text: String) -> Bool { personaTitles.contains(text.lowercased()) }
}

extension RecordGraph {
  /// The use cases that are not retired, with their index in `files`.
  var liveUseCases: [(place: Int, file: FileFacts)] {
    places(ofType: "use-case").compactMap { place in
      let file = files[Int(place)]
      return file.text("status") == "retired" ? nil : (Int(place), file)
    }
  }
}
