import KBModel

/// Reads the text of a `--where`: recursive descent over tokens cut from bytes.
struct ConditionParser {
  private enum Token: Equatable {
    case word, quoted, relation(FieldCondition.Relation), open, close, end
  }

  private let query: String
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  /// The token looked at, its bytes, and its text without quotes.
  private var token = Token.end
  private var range = 0..<0
  private var text = ""

  /// Parentheses and `not` within each other; more is no question that a person asks.
  private static let deepest = 64

  /// - Throws: what is wrong, with its place in `query`.
  static func condition(in query: String) throws(QueryFault) -> Condition {
    var parser = ConditionParser(query)
    try parser.advance()
    if parser.token == .end { throw parser.fault("the condition is empty", remedy: "Write a field, a relation and a value: stage=lost.") }
    let condition = try parser.disjunction()
    switch parser.token {
    case .end: return condition
    case .close: throw parser.fault("this parenthesis closes nothing")
    case .word, .quoted:
      throw parser.fault(
        "'\(parser.text)' stands where 'and' or 'or' is expected", remedy: "Put a value of several words in quotes: name='two words'.")
    case .relation, .open: throw parser.fault("'and' or 'or' is expected here")
    }
  }

  private init(_ query: String) {
    self.query = query
    bytes = Array(query.utf8)
  }

  // MARK: Grammar

  private mutating func disjunction() throws(QueryFault) -> Condition {
    var parts = [try conjunction()]
    while isWord("or") {
      try advance()
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(QueryFault) -> Condition {
    var parts = [try negation()]
    while isWord("and") {
      try advance()
      parts.append(try negation())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(QueryFault) -> Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("the condition is nested more than \(Self.deepest) levels deep") }
    if isWord("not") {
      try advance()
      return .not(try negation())
    }
    guard token == .open else { return .comparison(try comparison()) }
    let opening = range
    try advance()
    let condition = try disjunction()
    guard token == .close else {
      if token == .end { throw QueryFault(query: query, range: opening, message: "this parenthesis is never closed") }
      throw fault("')', 'and' or 'or' is expected here", remedy: "Put a value of several words in quotes: name='two words'.")
    }
    try advance()
    return condition
  }

  private mutating func comparison() throws(QueryFault) -> FieldCondition {
    guard token == .word, !isWord("and"), !isWord("or") else {
      throw fault(token == .end ? "a field is missing at the end" : "a field is expected here", remedy: "Write a field, a relation and a value: stage=lost.")
    }
    var comparison = FieldCondition(path: text, pathRange: range, relation: .exists, value: "", valueRange: range.upperBound..<range.upperBound)
    try advance()
    guard case .relation(let relation) = token else { return comparison }
    comparison.relation = relation
    // What follows is a value whatever it looks like: `outcome=or` has a value.
    try advance(inValue: true)
    guard token == .word || token == .quoted else {
      throw fault("a value is missing after '\(relation.rawValue)'", remedy: "Ask for a missing field with 'not \(comparison.path)'.")
    }
    (comparison.value, comparison.valueRange) = (text, range)
    try advance()
    return comparison
  }

  private func isWord(_ word: String) -> Bool { token == .word && text.utf8.count == word.utf8.count && text.lowercased() == word }

  private func fault(_ message: String, remedy: String? = nil) -> QueryFault {
    QueryFault(query: query, range: range, message: message, remedy: remedy)
  }

  // MARK: Tokens

  /// - Parameter inValue: whether a bare word may hold `=`, `~`, `!`, `<` and `>`, as values may.
  private mutating func advance(inValue: Bool = false) throws(QueryFault) {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    let start = position
    text = ""
    guard start < bytes.count else {
      (token, range) = (.end, start..<start)
      return
    }
    switch bytes[start] {
    case UInt8(ascii: "("): take(.open, 1)
    case UInt8(ascii: ")"): take(.close, 1)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try quoted()
    case let byte where !inValue && Self.beginsRelation(byte): try relation()
    default:
      while position < bytes.count, Self.isBare(bytes[position], inValue: inValue) { position += 1 }
      (token, range) = (.word, start..<position)
      text = String(decoding: bytes[range], as: UTF8.self)
    }
  }

  private mutating func take(_ token: Token, _ count: Int) {
    self.token = token
    range = position..<position + count
    position += count
  }

  private mutating func relation() throws(QueryFault) {
    let isFollowed = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "=")
    switch (bytes[position], isFollowed) {
    case (UInt8(ascii: "="), true): take(.relation(.equal), 2)
    case (UInt8(ascii: "="), false): take(.relation(.equal), 1)
    case (UInt8(ascii: "~"), _): take(.relation(.contains), 1)
    case (UInt8(ascii: "<"), true): take(.relation(.atMost), 2)
    case (UInt8(ascii: "<"), false): take(.relation(.less), 1)
    case (UInt8(ascii: ">"), true): take(.relation(.atLeast), 2)
    case (UInt8(ascii: ">"), false): take(.relation(.greater), 1)
    case (_, true): take(.relation(.unequal), 2)
    default:
      range = position..<position + 1
      throw fault("'!' is no relation", remedy: "Write '!=' for unequal, or 'not' before the comparison.")
    }
  }

  /// Text in quotes; a backslash takes the next byte as it is.
  private mutating func quoted() throws(QueryFault) {
    let (start, quote) = (position, bytes[position])
    var value: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count { position += 1 }
      value.append(bytes[position])
      position += 1
    }
    guard position < bytes.count else {
      range = start..<start + 1
      throw fault("this quotation mark is never closed")
    }
    position += 1
    (token, range) = (.quoted, start..<position)
    text = String(decoding: value, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func beginsRelation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  private static func isBare(_ byte: UInt8, inValue: Bool) -> Bool {
    !isSpace(byte) && byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")") && (inValue || !beginsRelation(byte))
  }
}
