import KBDocuments
import KBModel
package import KBPrivacy

extension SubjectRecord {
  /// - Throws: where nobody goes by that pseudonym, naming a near one.
  package init(of pseudonym: String, in snapshot: Snapshot) throws(KnowledgeBaseError) {
    try snapshot.requirePerson(pseudonym)
    self.init(pseudonym: pseudonym)
    for file in snapshot.graph.files {
      guard let bytes = file.source ?? snapshot.bytesOfFile(file.path) else { continue }
      let document = DocumentReader().read(bytes)
      var own: [ByteRange] = []
      let takesPart = file.participants.contains(pseudonym)
      let spoken = file.quotes.filter { $0.speaker == pseudonym }
      if takesPart || !spoken.isEmpty {
        own = spoken.map(\.range)
        talks.append(talk(file, document, spoken, configuration: snapshot.configuration))
      }
      mentions += Self.mentions(of: pseudonym, in: document, path: file.path, outside: own, isParticipant: takesPart)
    }
  }

  private func talk(_ file: FileFacts, _ document: Document, _ spoken: [QuoteFact], configuration: Configuration) -> Talk {
    let isOnly = file.participants == [pseudonym]
    return Talk(
      id: file.id, path: file.path, type: file.type, date: file.date("date"), customer: file.target("customer"), persona: file.persona(of: pseudonym),
      isOnlyParticipant: isOnly, consent: Consent(of: file, configuration: configuration), nextStep: isOnly ? file.text("next_step") : nil,
      quotes: spoken.map { quote in
        let block = document.body.quotes.first { $0.range == quote.range }
        let words = block?.lines.map { document.text($0) }.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Quote(
          id: quote.blockID, line: Int(quote.line), grade: quote.grade, words: words ?? "", useCases: quote.mentions.map(\.target))
      },
      notes: isOnly ? document.bodyLines(outside: document.body.quotes.map(\.range)).count : 0)
  }

  private static func mentions(
    of pseudonym: String, in document: Document, path: String, outside own: [ByteRange], isParticipant: Bool
  ) -> [Mention] {
    var mentions: [Mention] = []
    let field = document.frontMatter.flatMap { matter in matter["participants"].map { matter.nodes[$0].value } }
    for range in Pseudonym.ranges(in: document.bytes) where document.bytes[range].elementsEqual(pseudonym.utf8) {
      let isOwn = own.contains { $0.range.contains(range.lowerBound) } || isParticipant && field?.range.contains(range.lowerBound) == true
      let line = document.lines.lineIndex(of: range.lowerBound)
      guard !isOwn, mentions.last?.line != line + 1 else { continue }
      mentions.append(Mention(path: path, line: line + 1, text: document.text(document.lines.line(line, in: document.bytes))))
    }
    return mentions
  }
}

extension Document {
  /// The lines of the body, from 0, that hold anything but blanks and lie outside of some ranges.
  func bodyLines(outside ranges: [ByteRange]) -> [Int] {
    let bodyStart = Int(frontMatter?.sourceCount ?? 0)
    return lines.starts.indices.filter { index in
      let line = lines.line(index, in: bytes)
      guard Int(line.start) >= bodyStart, bytes[line.range].contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
      return !ranges.contains { $0.start < line.end && line.start < $0.end }
    }
  }
}
