import CLibYAML
import KBModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// MARK: - Scalars

extension FrontMatterReader {
  mutating func readScalar(_ event: UnsafeMutablePointer<yaml_event_t>) {
    guard skippedDepth == 0 else { return }
    if drop() { return }
    let scalar = event.pointee.data.scalar
    var value = range(of: event)
    if scalar.anchor != nil || scalar.tag != nil { value = readProperties(value, isTagged: scalar.tag != nil) }
    let style: FrontMatter.Style
    var written = value
    switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      style = .singleQuoted
      written = ByteRange(Int(value.start) + 1, Int(value.end) - 1)
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      style = .doubleQuoted
      written = ByteRange(Int(value.start) + 1, Int(value.end) - 1)
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      style = scalar.style == YAML_LITERAL_SCALAR_STYLE ? .literal : .folded
      value = trimmingEnd(value)
    default:
      style = .plain
    }
    let text = store(UnsafeBufferPointer(start: scalar.value, count: scalar.length), written: written)
    add(.scalar, style, value: value, text: text, anchor: scalar.anchor)
  }

  /// The scalar's text as a range of `buffer`: the file's own bytes where it is written as it reads.
  private mutating func store(_ text: UnsafeBufferPointer<UInt8>, written: ByteRange) -> ByteRange {
    guard !text.isEmpty, let start = text.baseAddress else { return ByteRange(Int(written.start), Int(written.start)) }
    if text.count == written.count, let inputStart = input.baseAddress,
      memcmp(start, inputStart + (Int(written.start) - base), text.count) == 0
    {
      return written
    }
    let first = buffer.count
    buffer.append(contentsOf: text)
    return ByteRange(first, buffer.count)
  }

  /// Block scalars end, for libyaml, where the next token begins.
  private func trimmingEnd(_ range: ByteRange) -> ByteRange {
    var end = Int(range.end) - base
    let start = Int(range.start) - base
    while end > start + 1, input[end - 1].isLineEnd || input[end - 1].isBlank { end -= 1 }
    return ByteRange(Int(range.start), base + end)
  }
}

// MARK: - Collections

extension FrontMatterReader {
  mutating func open(_ event: UnsafeMutablePointer<yaml_event_t>, isMapping: Bool) {
    guard frames.count + skippedDepth < Self.depthLimit else { return reportDepth(range(of: event)) }
    if skippedDepth > 0 {
      skippedDepth += 1
      return
    }
    if drop() {
      skippedDepth = 1
      return
    }
    let anchor = isMapping ? event.pointee.data.mapping_start.anchor : event.pointee.data.sequence_start.anchor
    let tag = isMapping ? event.pointee.data.mapping_start.tag : event.pointee.data.sequence_start.tag
    var value = range(of: event)
    if anchor != nil || tag != nil {
      let next = marks.offset(of: event.pointee.end_mark)
      value = readProperties(ByteRange(Int(value.start), max(base + next, Int(value.end))), isTagged: tag != nil, mayGoOn: true)
    }
    if frames.last.map({ $0.isMapping && $0.awaitsKey }) == true {
      fault(.syntax("a key must be a single value, not a list or a mapping (quote text that begins with a bracket or brace)"), value)
      frames[frames.count - 1].awaitsKey = false
      frames[frames.count - 1].dropsValue = true
      skippedDepth = 1
      return
    }
    let isFlow =
      isMapping
      ? event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    let node = Int32(nodes.count)
    add(isMapping ? .mapping : .sequence, isFlow ? .flow : .block, value: value, text: .none, anchor: anchor)
    nodes[Int(node)].next = -1
    frames.append(Frame(node: node, isMapping: isMapping, end: Int(value.start)))
  }

  mutating func close(_ event: UnsafeMutablePointer<yaml_event_t>) {
    if skippedDepth > 0 {
      skippedDepth -= 1
      if skippedDepth == 0 { finishRefused() }
      return
    }
    guard let frame = frames.popLast() else { return }
    let index = Int(frame.node)
    nodes[index].next = Int32(nodes.count)
    let start = Int(nodes[index].value.start)
    var end = frame.end
    if nodes[index].style == .flow, start - base < input.count, input[start - base] == UInt8(ascii: "[") || input[start - base] == UInt8(ascii: "{") {
      end = base + marks.offset(of: event.pointee.end_mark)
    }
    nodes[index].value = ByteRange(start, max(start, end))
    if frame.isMapping { reportDuplicates(in: index) }
    if !frames.isEmpty { frames[frames.count - 1].end = max(frames[frames.count - 1].end, end) }
  }

  /// After a refused part has been passed: it took the place of a key or of a value.
  private mutating func finishRefused() {
    guard let frame = frames.last, frame.isMapping, !frame.dropsValue else { return }
    frames[frames.count - 1].awaitsKey = true
  }

  /// Whether the node at hand is the value of a refused key, and is left out.
  private mutating func drop() -> Bool {
    guard let frame = frames.last, frame.dropsValue else { return false }
    frames[frames.count - 1].dropsValue = false
    frames[frames.count - 1].awaitsKey = true
    return true
  }

  private mutating func reportDepth(_ range: ByteRange) {
    fault(.tooDeep(limit: Self.depthLimit), range)
    isTooDeep = true
  }

  /// Adds a key to the open mapping, or a node.
  private mutating func add(
    _ kind: FrontMatter.Kind, _ style: FrontMatter.Style, value: ByteRange, text: ByteRange, anchor: UnsafeMutablePointer<UInt8>?
  ) {
    if let anchor { anchors[name(anchor)] = Anchor(node: Int32(nodes.count), text: text) }
    let top = frames.count - 1
    guard top >= 0 else {
      let place = ByteRange(Int(value.start), Int(value.start))
      nodes.append(FrontMatter.Node(kind: kind, style: style, next: 1, key: place, value: value, keyText: .none, text: text))
      return
    }
    frames[top].end = max(frames[top].end, Int(value.end))
    if frames[top].isMapping, frames[top].awaitsKey {
      if let anchor { anchors[name(anchor)] = Anchor(node: -1, text: text) }
      frames[top].key = value
      frames[top].keyText = text
      frames[top].awaitsKey = false
      return
    }
    let isElement = !frames[top].isMapping
    nodes.append(
      FrontMatter.Node(
        kind: kind, style: style, next: Int32(nodes.count + 1),
        key: isElement ? ByteRange(Int(value.start), Int(value.start)) : frames[top].key, value: value,
        keyText: isElement ? .none : frames[top].keyText, text: text))
    frames[top].awaitsKey = true
  }

  private func name(_ anchor: UnsafeMutablePointer<UInt8>) -> String { String(cString: anchor) }
}

// MARK: - Aliases, anchors and tags

extension FrontMatterReader {
  mutating func readAlias(_ event: UnsafeMutablePointer<yaml_event_t>) {
    guard skippedDepth == 0 else { return }
    if drop() { return }
    let value = range(of: event)
    guard let anchor = event.pointee.data.alias.anchor.flatMap({ anchors[name($0)] }),
      anchor.node < 0 || nodes[Int(anchor.node)].next >= 0
    else {
      fault(.unknownAlias, value)
      add(.scalar, .plain, value: value, text: .none, anchor: nil)
      return
    }
    guard anchor.node >= 0, nodes[Int(anchor.node)].kind != .scalar else {
      add(.scalar, anchor.node >= 0 ? nodes[Int(anchor.node)].style : .plain, value: value, text: anchor.text, anchor: nil)
      return
    }
    if frames.last.map({ $0.isMapping && $0.awaitsKey }) == true {
      fault(.syntax("a key must be a single value, not a list or a mapping"), value)
      frames[frames.count - 1].awaitsKey = false
      frames[frames.count - 1].dropsValue = true
      return
    }
    let first = Int(anchor.node)
    let end = Int(nodes[first].next)
    guard aliasNodes + end - first <= Self.aliasLimit else {
      fault(.aliasesTooLarge(limit: Self.aliasLimit), value)
      add(.scalar, .plain, value: value, text: .none, anchor: nil)
      return
    }
    guard frames.count + depth(of: first) <= Self.depthLimit else {
      reportDepth(value)
      return
    }
    aliasNodes += end - first
    let shift = Int32(nodes.count - first)
    add(nodes[first].kind, nodes[first].style, value: value, text: nodes[first].text, anchor: nil)
    nodes[nodes.count - 1].next = Int32(end) + shift
    for index in first + 1..<max(end, first + 1) {
      var copy = nodes[index]
      copy.next += shift
      nodes.append(copy)
    }
  }

  /// How many collections lie inside each other there, the node itself included.
  private func depth(of node: Int) -> Int {
    var ends: [Int32] = []
    var deepest = 0
    for index in node..<Int(nodes[node].next) {
      while let end = ends.last, Int(end) <= index { ends.removeLast() }
      if nodes[index].kind != .scalar {
        ends.append(nodes[index].next)
        deepest = max(deepest, ends.count)
      }
    }
    return deepest
  }

  /// Goes past `&anchor` and `!tag` before a value, reports the tag, and gives the range of the value alone.
  ///
  /// A collection's event ends with its first bracket, or before its first entry: `mayGoOn` lets the search for the
  /// value leave the event's range.
  private mutating func readProperties(_ range: ByteRange, isTagged: Bool, mayGoOn: Bool = false) -> ByteRange {
    var position = Int(range.start) - base
    let end = mayGoOn ? input.count : Int(range.end) - base
    while position < end {
      switch input[position] {
      case .space, .tab, .lineFeed, .carriageReturn:
        position += 1
      case UInt8(ascii: "#"):
        while position < end, !input[position].isLineEnd { position += 1 }
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        let start = position
        while position < end, !input[position].isBlank, !input[position].isLineEnd { position += 1 }
        if input[start] == UInt8(ascii: "!"), isTagged { fault(.tag, ByteRange(base + start, base + position)) }
      default:
        return ByteRange(base + position, max(base + position, Int(range.end)))
      }
    }
    return ByteRange(base + position, max(base + position, Int(range.end)))
  }

  mutating func range(of event: UnsafeMutablePointer<yaml_event_t>) -> ByteRange {
    let start = marks.offset(of: event.pointee.start_mark)
    return ByteRange(base + start, base + marks.offset(of: event.pointee.end_mark))
  }
}

// MARK: - Keys that stand twice

extension FrontMatterReader {
  private mutating func reportDuplicates(in mapping: Int) {
    let end = Int(nodes[mapping].next)
    var seen = 0
    var child = mapping + 1
    while child < end {
      // Up to here, comparing all pairs costs less than hashing.
      if seen > 40 { return reportDuplicatesByHash(in: mapping) }
      child = Int(nodes[child].next)
      seen += 1
    }
    child = mapping + 1
    while child < end {
      var earlier = mapping + 1
      while earlier < child {
        if haveEqualKeys(earlier, child) {
          reportDuplicate(child, of: earlier)
          break
        }
        earlier = Int(nodes[earlier].next)
      }
      child = Int(nodes[child].next)
    }
  }

  private mutating func reportDuplicatesByHash(in mapping: Int) {
    var first: [ArraySlice<UInt8>: Int] = [:]
    var child = mapping + 1
    while child < Int(nodes[mapping].next) {
      let key = buffer[nodes[child].keyText.range]
      if let earlier = first[key] { reportDuplicate(child, of: earlier) } else { first[key] = child }
      child = Int(nodes[child].next)
    }
  }

  private func haveEqualKeys(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (nodes[a].keyText, nodes[b].keyText)
    guard a.count == b.count else { return false }
    return buffer.withUnsafeBufferPointer { $0.areEqual(a.range, b.range) }
  }

  private mutating func reportDuplicate(_ node: Int, of earlier: Int) {
    let line = lines.lineIndex(of: Int(nodes[earlier].key.start)) + 1
    fault(.duplicateKey(buffer.text(nodes[node].keyText), firstLine: line), nodes[node].key)
  }
}
