package import KBModel

extension FileFacts {
  /// Those talked to, as written: pseudonyms, terms in brackets, personas.
  package var participants: [String] {
    guard let frontMatter, let node = frontMatter["participants"], !frontMatter.isNull(node) else { return [] }
    switch frontMatter.nodes[node].kind {
    case .scalar: return [frontMatter.text(of: node)]
    case .sequence: return frontMatter.children(of: node).map { frontMatter.text(of: $0) }
    case .mapping: return frontMatter.children(of: node).map { frontMatter.key(of: $0) }
    }
  }

  /// The persona of a participant: from the mapping `participants`, or else the talk's.
  package func persona(of participant: String) -> String? {
    if let frontMatter, let node = frontMatter["participants"], frontMatter.nodes[node].kind == .mapping,
      let persona = frontMatter.child(of: node, key: participant), !frontMatter.isNull(persona)
    {
      return frontMatter.text(of: persona)
    }
    return target("persona")
  }
}

extension Snapshot {
  /// Everybody who takes part in a talk or speaks in one, as written.
  package var people: Set<String> {
    var people: Set<String> = []
    for file in graph.files where file.type == "session" || file.type == "field-note" {
      people.formUnion(file.participants)
      for quote in file.quotes { if let speaker = quote.speaker { people.insert(speaker) } }
    }
    return people
  }

  /// - Throws: `unknownRecord` with a near name, where nobody goes by that pseudonym.
  package func requirePerson(_ pseudonym: String) throws(KnowledgeBaseError) {
    let people = self.people
    guard !people.contains(pseudonym) else { return }
    let near = NearestWord.nearest(to: pseudonym, among: people.filter { Pseudonym.isPseudonym($0) }.sorted())
    throw .usage(
      "nobody is called '\(pseudonym)' in this knowledge base\(near.map { "; did you mean '\($0)'?" } ?? "")",
      remedy: "Pseudonyms stand in 'participants' of sessions: kb list session, kb show ID")
  }
}
