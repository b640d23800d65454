import ArgumentParser
import KBModel
import KnowledgeBase

extension List {
  /// The command that a query of `kb.yaml` writes. It has a type of its own: a query never names a query.
  static func parse(_ query: (name: String, text: String), in snapshot: Snapshot) throws(KnowledgeBaseError) -> List {
    func fault(_ reason: String) -> KnowledgeBaseError {
      .usage("the query '\(query.name)' of kb.yaml cannot be run: \(reason)", remedy: "It is what follows 'kb list': \(query.text)")
    }
    do throws(KnowledgeBaseError) { return try parse(query.text, in: snapshot) } catch { throw fault(error.message) }
  }

  /// The same from the words of a query alone; the error says only what is wrong with them.
  private static func parse(_ text: String, in snapshot: Snapshot) throws(KnowledgeBaseError) -> List {
    func fault(_ reason: String) -> KnowledgeBaseError { .usage(reason, remedy: nil) }
    let words: [String]
    do throws(QueryFault) { words = try ShellWords.split(text) } catch { throw fault(error.message) }
    let command: List
    do { command = try List.parse(words) } catch { throw fault(List.message(for: error)) }
    guard let type = command.type else { throw fault("it names no type") }
    guard snapshot.namedQuery(type) == nil, !type.hasPrefix("@") else { throw fault("'\(type)' is a query itself") }
    return command
  }

  /// Runs a query and drops the answer.
  static func check(_ query: (name: String, text: String), in snapshot: Snapshot) throws(KnowledgeBaseError) {
    let command = try parse(query.text, in: snapshot)
    _ = try Listing(of: snapshot, command.request(for: command.type ?? ""))
  }
}

extension Snapshot {
  /// The same with what is wrong with the named queries among the faults of `kb.yaml`.
  var withCheckedQueries: Snapshot {
    checkingQueries { (query, snapshot) throws(KnowledgeBaseError) in try List.check(query, in: snapshot) }
  }
}
