import KBDocuments
package import KBModel
package import KBRules

/// Reads one file: its record, questions, quotes, links, and the findings that need no other file.
///
/// A pure function of path, bytes, configuration and day, so that it can run in parallel and be remembered by content.
package struct RecordReader: Sendable {
  package let configuration: Configuration
  package let today: CalendarDate
  /// Whether the facts keep the file's bytes, for commands that show words.
  package let keepsSource: Bool

  private let levels: RuleLevels
  /// The fields of each type, by its name.
  private let fields: [String: FieldTable]
  private let language: LanguageReader

  package init(configuration: Configuration, today: CalendarDate, keepsSource: Bool = false) {
    self.configuration = configuration
    self.today = today
    self.keepsSource = keepsSource
    levels = RuleLevels(configuration)
    fields = Dictionary(configuration.schema.types.map { ($0.name, FieldTable(SchemaReader.fields(of: $0))) }) { first, _ in first }
    language = LanguageReader(configuration: configuration)
  }

  /// The facts of a file, or `nil` for a Markdown file that is no record and does not claim to be one.
  package func facts(path: String, bytes: [UInt8]) -> FileFacts? {
    var writer = FactsWriter()
    return facts(path: path, bytes: bytes, &writer).map { FileFacts($0, names: writer.table) }
  }

  /// The same for one of many files, whose facts share the texts of the writer.
  package func facts(path: String, bytes: [UInt8], _ writer: inout FactsWriter) -> PackedFacts? {
    guard let file = reading(path: path, bytes: bytes) else { return nil }
    return facts(of: file, &writer)
  }

  /// A file that was not read because it is too large or not readable: only findings.
  package func facts(path: String, unreadable reason: Unreadable) -> FileFacts {
    var writer = FactsWriter()
    return FileFacts(facts(path: path, unreadable: reason, &writer), names: writer.table)
  }

  /// The same for one of many files.
  package func facts(path: String, unreadable reason: Unreadable, _ writer: inout FactsWriter) -> PackedFacts {
    var file = FileReading(
      path: path, id: Self.id(ofPath: path), configuration: configuration, today: today,
      folderType: configuration.schema.type(ofPath: path), type: nil, document: DocumentReader().read([]))
    file.unreadable = reason
    return facts(of: file, &writer)
  }

  // MARK: Reading

  /// All that the rules of one file look at; `nil` for a file that is no record and does not claim to be one.
  package func reading(path: String, bytes: [UInt8]) -> FileReading? {
    let document = DocumentReader().read(bytes)
    let folderType = configuration.schema.type(ofPath: path)
    let typeNode = document.frontMatter?["type"]
    // Outside the record folders only what says that it is a record is one.
    guard folderType != nil || typeNode != nil || !document.faults.isEmpty else { return nil }

    var file = FileReading(
      path: path, id: Self.id(ofPath: path), configuration: configuration, today: today, folderType: folderType, type: nil,
      document: document)
    // Also where its front matter cannot be read.
    guard file.looksLikeRecord else { return nil }
    file.suppressions = SuppressionReader.suppressions(in: document)
    guard let frontMatter = document.frontMatter, let typeNode, let type = configuration.schema[frontMatter.text(of: typeNode)] else {
      return file
    }
    file.type = type
    var schemaReader = SchemaReader(frontMatter)
    schemaReader.read(fields[type.name] ?? FieldTable(SchemaReader.fields(of: type)))
    file.fieldFaults = schemaReader.faults
    file.references = schemaReader.references
    if type.name == "session" { file.status = file.text("status").flatMap(TalkStatus.init) ?? .done }
    file.readConsent()
    language.read(&file)
    return file
  }

  static func id(ofPath path: String) -> String {
    var path = path
    return path.withUTF8 { utf8 in
      let start = utf8.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      let name = UnsafeBufferPointer(rebasing: utf8[start...])
      return String(decoding: name.suffix(3).elementsEqual(".md".utf8) ? name.dropLast(3) : name[...], as: UTF8.self)
    }
  }

  // MARK: Facts

  private func facts(of file: FileReading, _ writer: inout FactsWriter) -> PackedFacts {
    let document = file.document
    var findings = FileFindings(levels: levels)
    for rule in RuleRegistry.file { rule.check(file, &findings) }
    for reference in file.references { writer.add(reference) }
    document.bytes.withUnsafeBufferPointer { source in
      func bytes(of range: ByteRange) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: source[range.range]) }
      for link in document.body.links {
        let anchor = link.anchor.isEmpty ? nil : writer.name(bytes(of: link.anchor))
        writer.addLink(target: writer.target(bytes(of: link.target)), anchor: anchor, span: document.span(link.range))
      }
      for block in document.body.blocks {
        if case .heading = block.kind { writer.addHeading(writer.name(bytes(of: block.content))) }
      }
      for id in document.body.blockIDs { writer.addBlockID(writer.name(bytes(of: id.name))) }
      for link in document.body.fileLinks {
        writer.addFileLink(destination: writer.name(bytes(of: link.destination)), span: document.span(link.range))
      }
    }
    for question in file.questions {
      writer.addQuestion(
        span: document.span(question.range), words: question.range, faults: question.faults.map(\.label),
        prompting: prompting(question, in: file), isOpen: question.isOpen, asksForInstance: question.asksForInstance, covers: question.covers)
    }
    document.bytes.withUnsafeBufferPointer { source in
      for quote in file.quotes { add(quote, in: file, source, to: &writer) }
    }
    return writer.finish(
      path: file.path, id: file.id, type: file.type?.name ?? "", status: file.status, frontMatter: document.frontMatter,
      suppressions: file.suppressions, findings: findings.all, source: keepsSource ? document.bytes : nil)
  }

  /// The fault that takes the weight from what answers the question. A finding that is suppressed with a reason, or whose
  /// rule is off, takes none.
  private func prompting(_ question: JudgedQuestion, in file: FileReading) -> QuestionFault? {
    question.faults.first { fault in
      guard fault.label.prompts, levels.severity(ofCode: fault.label.ruleCode) != nil else { return false }
      guard !file.suppressions.isEmpty else { return true }
      let line = file.document.span(fault.range).start.line
      return !file.suppressions.contains {
        $0.reason != nil && $0.lines.contains(line) && $0.names(rule: fault.label.ruleName, code: fault.label.ruleCode)
      }
    }?.label
  }

  private func add(
    _ reading: JudgedQuote, in file: FileReading, _ source: UnsafeBufferPointer<UInt8>, to writer: inout FactsWriter
  ) {
    let document = file.document
    let block = document.body.quotes[reading.block]
    guard let attribution = block.attribution else { preconditionFailure("a quote reading always has an attribution") }
    func bytes(of range: ByteRange) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: source[range.range]) }
    var mentions = attribution.mentions.map {
      (target: writer.target(bytes(of: document.body.links[Int($0.link)].target)), isAgainst: $0.isAgainst)
    }
    if mentions.isEmpty, block.question >= 0, Int(block.question) < file.questions.count {
      mentions = file.questions[Int(block.question)].covers.map { (target: writer.target($0), isAgainst: false) }
    }
    let speaker = attribution.speaker.isEmpty ? onlyParticipant(of: file).map { writer.name($0) } : writer.name(bytes(of: attribution.speaker))
    // The block's id without its mark.
    let blockID = attribution.blockID.isEmpty ? nil : writer.name(bytes(of: BlockID(range: attribution.blockID).name))
    writer.addQuote(
      span: document.span(attribution.range), line: Int32(document.lines.lineIndex(of: Int(block.range.start)) + 1), range: block.range,
      speaker: speaker, grade: attribution.grade,
      hand: attribution.hand ?? (file.type?.name == "field-note" ? .secondHand : .firstHand), mentions: mentions, blockID: blockID,
      question: block.question, wordCount: Int32(reading.wordCount))
  }

  private func onlyParticipant(of file: FileReading) -> String? {
    guard let frontMatter = file.document.frontMatter, let node = frontMatter["participants"] else { return nil }
    switch frontMatter.nodes[node].kind {
    case .scalar: return frontMatter.isNull(node) ? nil : frontMatter.text(of: node)
    case .sequence, .mapping:
      let children = Array(frontMatter.children(of: node).prefix(2))
      guard children.count == 1 else { return nil }
      return frontMatter.nodes[node].kind == .mapping ? frontMatter.key(of: children[0]) : frontMatter.text(of: children[0])
    }
  }
}
