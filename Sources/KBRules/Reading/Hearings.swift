package import KBModel

/// What sessions and field notes say about each use case and persona: one walk over all files, shared by the rules that ask.
///
/// Names are resolved here once, by id and then by alias. Time and memory grow with the number of files, quotes and questions.
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
  private var heardPersonas: Set<Int> = []
  private var personaTitles: Set<String> = []
  package private(set) var volunteered: [Volunteered] = []

  package init(_ graph: RecordGraph) {
    useCases = Array(repeating: UseCase(), count: graph.files.count)
    var covered: [Int] = []
    for (place, file) in graph.files.enumerated() {
      switch file.type {
      case "session" where file.status == .done:
        covered.removeAll(keepingCapacity: true)
        for reference in file.references {
          switch reference.field {
          case "covers": graph.index(of: reference.name, inFile: place, type: "use-case").map { covered.append($0) }
          case "persona", "participants":
            if case .record(let persona) = graph.target(of: reference.name, inFile: place) { heardPersonas.insert(persona) }
          default: break
          }
        }
        for question in file.questions {
          for cover in question.covers { graph.index(of: cover.name, inFile: place, type: "use-case").map { covered.append($0) } }
        }
        for useCase in covered { useCases[useCase].isAsked = true }
        take(file, at: place, graph, covered: covered)
      case "field-note":
        take(file, at: place, graph, covered: nil)
      case "persona":
        if let title = file.text("title") { personaTitles.insert(title.lowercased()) }
        for alias in file.list("aliases") { personaTitles.insert(alias.lowercased()) }
      default: break
      }
    }
  }

  /// What is heard of the use case at an index of `RecordGraph.files`.
  package func useCase(at file: Int) -> UseCase { useCases[file] }

  /// Whether a session had the persona at an index of `RecordGraph.files`.
  package func isHeard(personaAt file: Int) -> Bool { heardPersonas.contains(file) }

  /// Whether some persona has that title or alias, letter case aside.
  package func isPersonaTitle(_ text: String) -> Bool { personaTitles.contains(text.lowercased()) }

  /// Adds a file's quotes; `covered` is `nil` where nothing can be covered, as in a field note.
  private mutating func take(_ file: FileFacts, at place: Int, _ graph: RecordGraph, covered: [Int]?) {
    for (i, quote) in file.quotes.enumerated() where !quote.mentions.isEmpty {
      let isFact = quote.hand.isFirstHand && (quote.effectiveGrade == .anecdote || quote.effectiveGrade == .habit)
      let isPrompted = file.isPrompted(quote)
      for (k, mention) in quote.mentions.enumerated() {
        guard let useCase = graph.index(of: mention.name, inFile: place, type: "use-case") else { continue }
        if let covered, !covered.contains(useCase) {
          volunteered.append(Volunteered(file: place, quote: i, mention: k, useCase: useCase))
        }
        guard !mention.isAgainst else { continue }
        useCases[useCase].quotes += 1
        if !isPrompted { useCases[useCase].unprompted += 1 }
        if isFact { useCases[useCase].isGrounded = true }
      }
    }
  }
}

extension RecordGraph {
  /// The use cases that are not retired, with their index in `files`.
  var liveUseCases: some Sequence<(place: Int, file: FileFacts)> {
    files.enumerated().lazy.filter { $0.element.type == "use-case" && $0.element.text("status") != "retired" }
      .map { (place: $0.offset, file: $0.element) }
  }
}
