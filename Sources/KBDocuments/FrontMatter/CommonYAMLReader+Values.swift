import KBModel

// MARK: - Quoted scalars

extension CommonYAMLReader {
  /// Reads the quoted scalar that begins there, and gives the offset behind its closing quote.
  mutating func readQuoted(at place: FrontMatter.NodeWriter.Place, from start: Int) throws(Uncommon) -> Int {
    let isDouble = source[start] == UInt8(ascii: "\"")
    let quote = source[start]
    var escapes = 0
    var i = start + 1
    while true {
      switch source[i] {
      case .lineFeed:
        throw Uncommon()
      case quote:
        guard !isDouble, source[i + 1] == quote else {
          try addQuoted(isDouble ? .doubleQuoted : .singleQuoted, at: place, ByteRange(start, i + 1), escapes: escapes)
          return i + 1
        }
        escapes += 1
        i += 2
      case UInt8(ascii: "\\") where isDouble:
        guard source[i + 1] == UInt8(ascii: "\"") || source[i + 1] == UInt8(ascii: "\\") else { throw Uncommon() }
        escapes += 1
        i += 2
      default:
        i += 1
      }
    }
  }

  /// Every escape is two bytes that stand for the second of them.
  private mutating func addQuoted(_ style: FrontMatter.Style, at place: FrontMatter.NodeWriter.Place, _ value: ByteRange, escapes: Int) throws(Uncommon) {
    guard escapes > 0 else {
      guard nodes.addScalar(style, at: place, value: value) else { throw Uncommon() }
      return
    }
    let escape = style == .doubleQuoted ? UInt8(ascii: "\\") : UInt8(ascii: "'")
    let first = sourceCount + unescaped.count
    var i = Int(value.start) + 1
    while i < Int(value.end) - 1 {
      if source[i] == escape { i += 1 }
      unescaped.append(source[i])
      i += 1
    }
    guard nodes.addScalar(style, at: place, value: value, text: ByteRange(first, sourceCount + unescaped.count)) else { throw Uncommon() }
  }
}

// MARK: - Flow collections

extension CommonYAMLReader {
  /// Reads the flow collection that begins there, and gives the offset behind its closing bracket.
  mutating func readFlow(at place: FrontMatter.NodeWriter.Place, from start: Int, depth: Int) throws(Uncommon) -> Int {
    let isMapping = source[start] == UInt8(ascii: "{")
    guard depth < Self.depthLimit, let collection = nodes.open(isMapping ? .mapping : .sequence, .flow, at: place, start: start) else {
      throw Uncommon()
    }
    let closing = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    var keys = KeySet()
    var i = start + 1
    while true {
      while source[i] == .space { i += 1 }
      if source[i] == closing { break }
      var element = FrontMatter.NodeWriter.Place(at: i)
      if isMapping {
        guard Self.beginsKey(source[i]) else { throw Uncommon() }
        let key = ByteRange(i, try flowWordsEnd(from: i, isKey: true))
        guard key.count <= Self.keyLimit, keys.isNew(key, in: collection, nodes, source) else { throw Uncommon() }
        element = FrontMatter.NodeWriter.Place(key: key)
        i = Int(key.end) + 1
        while source[i] == .space { i += 1 }
      }
      i = try readFlowValue(at: element, from: i, depth: depth)
      while source[i] == .space { i += 1 }
      if source[i] == closing { break }
      guard source[i] == UInt8(ascii: ",") else { throw Uncommon() }
      i += 1
    }
    nodes.close(collection, end: i + 1)
    return i + 1
  }

  private mutating func readFlowValue(at place: FrontMatter.NodeWriter.Place, from start: Int, depth: Int) throws(Uncommon) -> Int {
    switch source[start] {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return try readFlow(at: place, from: start, depth: depth + 1)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return try readQuoted(at: place, from: start)
    default:
      guard beginsPlain(at: start) else { throw Uncommon() }
      let end = try flowWordsEnd(from: start, isKey: false)
      guard nodes.addScalar(.plain, at: place, value: ByteRange(start, end)) else { throw Uncommon() }
      return end
    }
  }

  /// Where the plain scalar of a flow collection that begins there ends, without spaces.
  ///
  /// A key ends right before its colon, which a space follows.
  private func flowWordsEnd(from start: Int, isKey: Bool) throws(Uncommon) -> Int {
    var i = start
    var end = start
    while true {
      switch source[i] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if isKey { throw Uncommon() }
        return end
      case .lineFeed, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        throw Uncommon()
      case UInt8(ascii: ":"):
        if Self.beginsKey(source[i + 1]) || source[i + 1] == UInt8(ascii: "/") {
          i += 1
          end = i
          continue
        }
        guard isKey, source[i + 1] == .space, end == i else { throw Uncommon() }
        return end
      case .space:
        i += 1
      default:
        i += 1
        end = i
      }
    }
  }
}
