import KBModel

/// Reads front matter as nearly all of it is written, several times as fast as libyaml: block mappings and sequences of
/// plain and quoted scalars that each stand on one line, flow collections on one line, comments.
///
/// It gives what `FrontMatterReader` gives, to the byte, or nothing at all. What may be a fault, and every form that is not
/// named above, is left to libyaml, so that there is one judge of what YAML is and one wording of what is wrong. A rule
/// here may therefore be narrower than YAML's, and must never be wider.
struct CommonYAMLReader: ~Copyable {
  /// Something that libyaml is to judge.
  struct Uncommon: Error {}

  static let depthLimit = 16
  /// In bytes; libyaml's own bound, in characters, is 1024.
  static let keyLimit = 512

  /// The file, so that all offsets are the file's own.
  let source: UnsafeBufferPointer<UInt8>
  /// Behind the last line end of the YAML: a search that stops at line ends needs no other bound.
  let end: Int
  var nodes: FrontMatter.NodeWriter
  /// The first byte, neither blank nor comment, of the line that is to be read next, and its column from 0; -1 where there is none.
  private var position = 0
  private var column = -1
  /// Texts that do not read as they are written; they follow the file's bytes in the buffer.
  var unescaped: [UInt8] = []
  let sourceCount: Int

  /// The front matter that stands in `yaml`, a range of `bytes`; `nil` where libyaml is to read it.
  ///
  /// The bytes must be valid UTF-8.
  static func read(_ bytes: [UInt8], yaml: ByteRange, sourceCount: Int) -> FrontMatter? {
    guard sourceCount < FrontMatter.NodeWriter.sizeLimit / 2, !yaml.isEmpty, bytes[Int(yaml.end) - 1] == .lineFeed else { return nil }
    return bytes.withUnsafeBufferPointer { source in
      guard CharacterCheck.isText(source, yaml.range) else { return nil }
      // A node for every four bytes is more than a record ever has.
      let room = (yaml.count / 4 + 8) * FrontMatter.NodeWriter.wordsOfANode
      return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: room) { words in
        var reader = CommonYAMLReader(
          source: source, end: Int(yaml.end), nodes: FrontMatter.NodeWriter(in: words), sourceCount: sourceCount)
        do throws(Uncommon) {
          try reader.readDocument(from: Int(yaml.start))
        } catch {
          return nil
        }
        return reader.finish()
      }
    }
  }

  private init(
    source: UnsafeBufferPointer<UInt8>, end: Int, nodes: consuming FrontMatter.NodeWriter, sourceCount: Int
  ) {
    self.source = source
    self.end = end
    self.nodes = nodes
    self.sourceCount = sourceCount
  }

  private consuming func finish() -> FrontMatter {
    nodes.finish(source: UnsafeBufferPointer(rebasing: source[..<sourceCount]), unescaped: unescaped)
  }

  // MARK: Lines

  private mutating func readDocument(from start: Int) throws(Uncommon) {
    var line = start
    if source.holds("---", at: start, before: end) {
      line = start + 3
      while source[line] == .space { line += 1 }
      guard source[line] == .lineFeed else { throw Uncommon() }
      line += 1
    }
    advance(toLineAt: line)
    guard column >= 0 else { throw Uncommon() }
    try readMapping(at: FrontMatter.NodeWriter.Place(at: position), depth: 1)
    guard column < 0 else { throw Uncommon() }
  }

  /// Goes to the next line, from the one at that offset on, that holds more than a comment.
  private mutating func advance(toLineAt start: Int) {
    var start = start
    while start < end {
      var i = start
      while source[i] == .space { i += 1 }
      switch source[i] {
      case .lineFeed: start = i + 1
      case UInt8(ascii: "#"): start = source.offset(of: .lineFeed, from: i, to: end) + 1
      default:
        position = i
        column = i - start
        return
      }
    }
    column = -1
  }

  /// Goes past the end of a line after a value: there may only be a comment.
  private mutating func finishLine(from start: Int) throws(Uncommon) {
    var i = start
    while source[i] == .space { i += 1 }
    if source[i] == UInt8(ascii: "#"), i > start { i = source.offset(of: .lineFeed, from: i, to: end) }
    guard source[i] == .lineFeed else { throw Uncommon() }
    advance(toLineAt: i + 1)
  }

  private var isAtDash: Bool { source[position] == UInt8(ascii: "-") && (source[position + 1] == .space || source[position + 1] == .lineFeed) }

  // MARK: Block collections

  /// Reads the mapping whose first key stands at `position`, and gives the offset where its last value ends.
  @discardableResult
  private mutating func readMapping(at place: FrontMatter.NodeWriter.Place, depth: Int) throws(Uncommon) -> Int {
    guard depth < Self.depthLimit, let mapping = nodes.open(.mapping, .block, at: place, start: position) else { throw Uncommon() }
    let own = column
    var keys = KeySet()
    while true {
      guard Self.beginsKey(source[position]) else { throw Uncommon() }
      let words = plainWords(from: position)
      let key = ByteRange(position, words.end)
      guard words.stop == .colon, words.offset == words.end, key.count <= Self.keyLimit, keys.isNew(key, in: mapping, nodes, source) else {
        throw Uncommon()
      }
      let valueEnd = try readValue(of: key, colon: words.offset, column: own, depth: depth)
      guard column >= own else {
        nodes.close(mapping, end: valueEnd)
        return valueEnd
      }
      guard column == own else { throw Uncommon() }
    }
  }

  private mutating func readValue(of key: ByteRange, colon: Int, column own: Int, depth: Int) throws(Uncommon) -> Int {
    let place = FrontMatter.NodeWriter.Place(key: key)
    var start = colon + 1
    while source[start] == .space { start += 1 }
    guard source[start] == .lineFeed || source[start] == UInt8(ascii: "#") else {
      return try readInline(at: place, from: start, depth: depth)
    }
    try finishLine(from: colon + 1)
    if column > own { return isAtDash ? try readSequence(at: place, depth: depth + 1) : try readMapping(at: place, depth: depth + 1) }
    // The elements of a sequence may stand right under its key.
    if column == own, isAtDash { return try readSequence(at: place, depth: depth + 1) }
    guard nodes.addScalar(.plain, at: place, value: ByteRange(colon + 1, colon + 1)) else { throw Uncommon() }
    return colon + 1
  }

  private mutating func readSequence(at place: FrontMatter.NodeWriter.Place, depth: Int) throws(Uncommon) -> Int {
    guard depth < Self.depthLimit, let sequence = nodes.open(.sequence, .block, at: place, start: position) else { throw Uncommon() }
    let own = column
    while true {
      var start = position + 1
      while source[start] == .space { start += 1 }
      let element = FrontMatter.NodeWriter.Place(at: start)
      let valueEnd: Int
      if Self.beginsKey(source[start]), plainWords(from: start).stop == .colon {
        // The mapping's other keys stand below its first one.
        column += start - position
        position = start
        valueEnd = try readMapping(at: element, depth: depth + 1)
      } else {
        valueEnd = try readInline(at: element, from: start, depth: depth)
      }
      // A key right under the dashes follows the sequence where the sequence's own key stands there too; the mapping sees to it.
      guard column == own, isAtDash else {
        guard column <= own else { throw Uncommon() }
        nodes.close(sequence, end: valueEnd)
        return valueEnd
      }
    }
  }

  // MARK: Values on one line

  private mutating func readInline(at place: FrontMatter.NodeWriter.Place, from start: Int, depth: Int) throws(Uncommon) -> Int {
    switch source[start] {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let valueEnd = try readFlow(at: place, from: start, depth: depth + 1)
      try finishLine(from: valueEnd)
      return valueEnd
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let valueEnd = try readQuoted(at: place, from: start)
      try finishLine(from: valueEnd)
      return valueEnd
    default:
      guard beginsPlain(at: start) else { throw Uncommon() }
      let words = plainWords(from: start)
      guard words.stop == .lineEnd, nodes.addScalar(.plain, at: place, value: ByteRange(start, words.end)) else { throw Uncommon() }
      try finishLine(from: words.end)
      return words.end
    }
  }

  struct PlainWords {
    enum Stop { case lineEnd, colon }

    /// Where the words end, without spaces.
    var end: Int
    var stop: Stop
    /// Where what stops them stands.
    var offset: Int
  }

  /// The plain scalar of a block that begins there: up to a line end, a comment, or a colon that a blank follows.
  private func plainWords(from start: Int) -> PlainWords {
    var i = start
    while true {
      switch source[i] {
      case .lineFeed:
        return PlainWords(end: i, stop: .lineEnd, offset: i)
      case .space:
        let end = i
        while source[i] == .space { i += 1 }
        if source[i] == .lineFeed || source[i] == UInt8(ascii: "#") { return PlainWords(end: end, stop: .lineEnd, offset: i) }
        // A space before the colon: the offset tells it.
        if source[i] == UInt8(ascii: ":"), source[i + 1] == .space || source[i + 1] == .lineFeed {
          return PlainWords(end: end, stop: .colon, offset: i)
        }
      case UInt8(ascii: ":") where source[i + 1] == .space || source[i + 1] == .lineFeed:
        return PlainWords(end: i, stop: .colon, offset: i)
      default:
        i += 1
      }
    }
  }

  // MARK: Characters

  /// A letter, a digit, `_`, or anything beyond ASCII.
  @inline(__always)
  static func beginsKey(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80 }

  /// Whether a plain scalar begins there; not all that YAML allows.
  @inline(__always)
  func beginsPlain(at start: Int) -> Bool {
    if Self.beginsKey(source[start]) { return true }
    switch source[start] {
    case UInt8(ascii: "-"): return Self.beginsKey(source[start + 1])
    case UInt8(ascii: "("), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "~"),
      UInt8(ascii: "$"), UInt8(ascii: "^"):
      return true
    default: return false
    }
  }

  /// The keys of a mapping, so that one that stands twice is seen.
  struct KeySet {
    /// A bit for each key that was seen; two keys may share one.
    private var bits: UInt64 = 0

    mutating func isNew(
      _ key: ByteRange, in mapping: Int, _ nodes: borrowing FrontMatter.NodeWriter, _ source: UnsafeBufferPointer<UInt8>
    ) -> Bool {
      let (first, last) = (source[Int(key.start)], source[Int(key.end) - 1])
      // The shift takes its count modulo 64.
      let bit: UInt64 = 1 &<< (UInt64(first) &* 7 &+ UInt64(last) &* 13 &+ UInt64(key.count))
      if bits & bit != 0, nodes.holds(key, in: mapping, of: source) { return false }
      bits |= bit
      return true
    }
  }
}
