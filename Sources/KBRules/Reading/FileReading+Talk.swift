import KBModel

extension RecordType {
  /// A session or a field note: a record in which a customer has the word.
  var isTalk: Bool { name == "session" || name == "field-note" }
}

extension FileFacts {
  /// A session that is worked up: only such a talk has asked anybody.
  var isHeldSession: Bool { type == "session" && status == .done }
  /// A session that is worked up, or a field note: only their quotes are evidence.
  var isEvidence: Bool { isHeldSession || type == "field-note" }
}

extension FileReading {
  /// A session that took place, worked up or not.
  var isHeldSession: Bool { type?.name == "session" && status != .planned }

  /// The block of a quote that was read.
  func block(of quote: JudgedQuote) -> QuoteBlock { document.body.quotes[quote.block] }

  /// Whether a quote's question names a use case, which is then the quote's too.
  func questionNamesUseCase(_ block: QuoteBlock) -> Bool {
    let questions = document.body.questions
    guard block.question >= 0, Int(block.question) < questions.count else { return false }
    let question = questions[Int(block.question)]
    return (Int(question.firstLink)..<Int(max(question.firstLink, question.endLink)))
      .contains { !document.body.links[$0].target.isEmpty }
  }

  /// Where the root field's value stands; its key where the value was left out; the `type` line where there is none.
  func range(ofField field: String) -> ByteRange {
    guard let frontMatter = document.frontMatter else { return .none }
    if let node = frontMatter[field] { return frontMatter.range(ofValue: node) }
    guard let type = frontMatter["type"] else { return .none }
    return ByteRange(Int(frontMatter.nodes[type].key.start), Int(frontMatter.nodes[type].value.end))
  }
}

extension FrontMatter {
  /// Where a value stands; its key where the value was left out.
  func range(ofValue node: Int) -> ByteRange { nodes[node].value.isEmpty ? nodes[node].key : nodes[node].value }

  /// Whether a value is absent, null, or text without a word in it.
  func isBlank(_ node: Int) -> Bool {
    guard nodes[node].kind == .scalar else { return false }
    return isNull(node) || bytes(of: node).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
