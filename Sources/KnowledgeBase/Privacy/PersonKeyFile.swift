import KBModel
import KBPrivacy

/// Who stands behind a pseudonym.
package struct Person: Sendable, Equatable {
  package var pseudonym: String
  package var name: String
  /// The id of the customer, where it is known.
  package var customer: String?
  /// When the person was written down, `YYYY-MM-DD`.
  package var added: String?
}

/// The file that matches people and pseudonyms. It lies outside of every repository, for one person's eyes.
///
/// Its first line is `pseudonym`, `name`, `customer`, `added`, parted by tabs; each further line is a person. Lines that are added or
/// removed leave all others as they are.
package struct PersonKeyFile: Sendable {
  private let file: PrivateFile

  /// - Parameter path: the path of the file.
  package init(_ path: String, outside location: KnowledgeBaseLocation?) throws(KnowledgeBaseError) {
    file = try PrivateFile(path, outside: location, option: "--file")
  }

  /// Everybody in the file, in its order; none where there is no file.
  package func persons() throws(KnowledgeBaseError) -> [Person] {
    guard let bytes = try file.read() else { return [] }
    return try lines(bytes).compactMap(\.person)
  }

  /// Writes a person down.
  ///
  /// - Parameters:
  ///   - pseudonym: one that the knowledge base uses already, or `nil` for a new one that is used nowhere in it.
  ///   - snapshot: the knowledge base, with its files' bytes.
  package func add(
    _ name: String, pseudonym: String?, customer: String?, in snapshot: Snapshot, using generator: inout some RandomNumberGenerator
  ) throws(KnowledgeBaseError) -> Person {
    let name = name.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty, !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw .usage("a name is words on one line", remedy: "Write: kb person add \"Jo Smith\"")
    }
    if let pseudonym, !Pseudonym.isPseudonym(pseudonym) {
      throw .usage("'\(pseudonym)' is no pseudonym: 'p-' and letters or digits", remedy: "Leave --pseudonym out for a new one.")
    }
    let customer = try customer.map { name throws(KnowledgeBaseError) in try snapshot.record(name, type: "customer").id }
    var taken: Set<String> = []
    for file in snapshot.graph.files {
      if let bytes = file.source ?? snapshot.bytesOfFile(file.path) { taken.formUnion(Pseudonym.all(in: bytes)) }
    }
    return try file.update { bytes throws(KnowledgeBaseError) in
      let known = try lines(bytes ?? []).compactMap(\.person)
      if let same = known.first(where: { $0.pseudonym == pseudonym }) {
        throw .usage("'\(same.pseudonym)' stands for somebody else already", remedy: "See: kb person find \(same.pseudonym)")
      }
      if let same = known.first(where: { Self.folded($0.name) == Self.folded(name) && $0.customer == customer }) {
        throw .usage("that person is there already, as '\(same.pseudonym)'", remedy: "Use that pseudonym, or name another --customer.")
      }
      let new = pseudonym ?? Pseudonym.new(notIn: taken.union(known.map(\.pseudonym)), using: &generator)
      let person = Person(pseudonym: new, name: name, customer: customer, added: snapshot.today.description)
      var text = bytes ?? Array((Self.columns.joined(separator: "\t") + "\n").utf8)
      if let last = text.last, last != 0x0A { text.append(0x0A) }
      text += [person.pseudonym, person.name, person.customer ?? "", person.added ?? ""].joined(separator: "\t").utf8
      return (text + [0x0A], person)
    }
  }

  /// The persons whose pseudonym is the text, or whose name holds it, whatever the case and the accents.
  package func find(_ text: String) throws(KnowledgeBaseError) -> [Person] {
    let wanted = Self.folded(text)
    return try persons().filter { $0.pseudonym == text || !wanted.isEmpty && Self.folded($0.name).contains(wanted) }
  }

  /// Removes the person of that pseudonym or whole name.
  package func forget(_ text: String) throws(KnowledgeBaseError) -> Person {
    try file.update { bytes throws(KnowledgeBaseError) in
      let lines = try lines(bytes ?? [])
      let persons = lines.compactMap(\.person)
      let found = persons.filter { $0.pseudonym == text || Self.folded($0.name) == Self.folded(text) }
      guard let person = found.first else {
        throw .usage(
          "nobody is called '\(text)' in '\(file.path)'\(NearestWord.question(for: text, among: persons.map(\.pseudonym)))",
          remedy: "Look with: kb person find PART-OF-THE-NAME")
      }
      guard found.count == 1 else {
        throw .usage("\(found.count) persons are called '\(text)'", remedy: "Give the pseudonym: \(found.map(\.pseudonym).joined(separator: ", ")).")
      }
      return (Array(lines.filter { $0.person != person }.map(\.bytes).joined()), person)
    }
  }

  private static let columns = ["pseudonym", "name", "customer", "added"]

  private static func folded(_ name: String) -> String {
    let words = FoldedWords(name)
    return words.text(0..<words.count)
  }

  // MARK: Reading

  private struct Line {
    /// With the line end.
    var bytes: ArraySlice<UInt8>
    /// `nil` for the first line, a comment and an empty line.
    var person: Person?
  }

  private func lines(_ bytes: [UInt8]) throws(KnowledgeBaseError) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      start = end
      var text = String(decoding: line, as: UTF8.self)
      while text.last?.isNewline == true { text.removeLast() }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard !text.isEmpty, !text.hasPrefix("#"), fields[0] != Self.columns[0] else {
        lines.append(Line(bytes: line, person: nil))
        continue
      }
      guard fields.count >= 2, Pseudonym.isPseudonym(fields[0]), !fields[1].isEmpty else {
        throw .unreadable(path: file.path, reason: "line \(lines.count + 1) is no person: a pseudonym, a tab and a name are expected")
      }
      func field(_ i: Int) -> String? { fields.count > i && !fields[i].isEmpty ? fields[i] : nil }
      lines.append(Line(bytes: line, person: Person(pseudonym: fields[0], name: fields[1], customer: field(2), added: field(3))))
    }
    return lines
  }
}
