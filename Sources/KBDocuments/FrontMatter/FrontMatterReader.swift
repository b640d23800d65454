import CLibYAML
import KBModel

/// Builds the flat nodes of a front matter from libyaml's events.
struct FrontMatterReader {
  /// Front matter whose collections are nested deeper than this cannot be read.
  static let depthLimit = 64
  /// How many nodes the aliases of one file may add.
  static let aliasLimit = 10_000

  /// A collection that is still open.
  struct Frame {
    var node: Int32
    var isMapping: Bool
    /// In a mapping: whether the next node is a key.
    var awaitsKey = true
    /// In a mapping: whether the next value is left out, since its key was refused.
    var dropsValue = false
    var key = ByteRange.none
    var keyText = ByteRange.none
    /// Where the last child ends.
    var end: Int
  }

  struct Anchor {
    /// -1 for a key, which is no node.
    var node: Int32
    var text: ByteRange
  }

  /// What libyaml reads, and the file offset of its first byte.
  let input: UnsafeBufferPointer<UInt8>
  let base: Int
  var marks: MarkLocator
  var buffer: [UInt8]
  var nodes: [FrontMatter.Node] = []
  var frames: [Frame] = []
  var anchors: [String: Anchor] = [:]
  var aliasNodes = 0
  /// How many collections of a refused part are open.
  var skippedDepth = 0
  var isTooDeep = false
  var faults: [DocumentFault] = []
  let lines: LineTable

  /// The front matter that stands in `yaml`, a range of `bytes`; `nil` where it cannot be read.
  ///
  /// `isClean` tells that the bytes are valid UTF-8 without NUL. Where they are not, a `?` stands for each bad byte while
  /// libyaml reads, so that one bad byte does not hide all fields; the text is then taken from the file again.
  static func read(
    _ bytes: [UInt8], yaml: ByteRange, sourceCount: Int, lines: LineTable, isClean: Bool, faults: inout [DocumentFault]
  ) -> FrontMatter? {
    if isClean {
      if let common = CommonYAMLReader.read(bytes, yaml: yaml, sourceCount: sourceCount) { return common }
      return readClean(bytes, yaml: yaml, sourceCount: sourceCount, lines: lines, faults: &faults)
    }
    let readable = bytes.withUnsafeBufferPointer { source in
      var copy = bytes
      var i = 0
      while i < source.count {
        let length = source[i] == 0 ? 0 : EncodingCheck.sequenceLength(in: source, at: i)
        if length == 0 { copy[i] = UInt8(ascii: "?") }
        i += max(length, 1)
      }
      return copy
    }
    return readable.withUnsafeBufferPointer {
      read($0, original: bytes, yaml: yaml, sourceCount: sourceCount, lines: lines, faults: &faults)
    }
  }

  /// The same by libyaml alone, for bytes that are valid UTF-8 without NUL.
  static func readClean(
    _ bytes: [UInt8], yaml: ByteRange, sourceCount: Int, lines: LineTable, faults: inout [DocumentFault]
  ) -> FrontMatter? {
    bytes.withUnsafeBufferPointer {
      read($0, original: bytes, yaml: yaml, sourceCount: sourceCount, lines: lines, faults: &faults)
    }
  }

  private static func read(
    _ source: UnsafeBufferPointer<UInt8>, original: [UInt8], yaml: ByteRange, sourceCount: Int, lines: LineTable,
    faults: inout [DocumentFault]
  ) -> FrontMatter? {
    let input = UnsafeBufferPointer(rebasing: source[yaml.range])
    var reader = FrontMatterReader(
      input: input, base: Int(yaml.start), marks: MarkLocator(input), buffer: Array(original[..<sourceCount]), lines: lines)
    reader.nodes.reserveCapacity(input.count / 20 + 8)
    reader.frames.reserveCapacity(6)
    let isWhole = reader.run()
    faults += reader.faults
    guard isWhole else { return nil }
    return FrontMatter(buffer: reader.buffer, sourceCount: Int32(sourceCount), nodes: reader.nodes)
  }

  private init(input: UnsafeBufferPointer<UInt8>, base: Int, marks: MarkLocator, buffer: [UInt8], lines: LineTable) {
    self.input = input
    self.base = base
    self.marks = marks
    self.buffer = buffer
    self.lines = lines
  }

  /// Reads all events; whether there is a mapping to hand out.
  private mutating func run() -> Bool {
    var events = YAMLEvents(input)
    var documents = 0
    while true {
      guard events.advance() else {
        report(events.problem)
        return false
      }
      let event = events.current
      switch event.pointee.type {
      case YAML_SCALAR_EVENT: readScalar(event)
      case YAML_MAPPING_START_EVENT: open(event, isMapping: true)
      case YAML_SEQUENCE_START_EVENT: open(event, isMapping: false)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close(event)
      case YAML_ALIAS_EVENT: readAlias(event)
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          fault(.severalDocuments, range(of: event))
          return finishRoot()
        }
      case YAML_STREAM_END_EVENT:
        if documents == 0 { addRoot(.mapping, .block, at: input.count) }
        return finishRoot()
      default: break
      }
      // The parser's own effort grows with the square of the depth: what is too deep is not read on.
      if isTooDeep { return false }
    }
  }

  private mutating func report(_ problem: YAMLEvents.Problem) {
    let offset =
      switch problem.place {
      case .byte(let offset): min(offset, input.count)
      case .mark(let mark): marks.offset(of: mark)
      }
    var end = offset
    if end < input.count, !input[end].isLineEnd {
      repeat { end += 1 } while end < input.count && input[end] & 0xC0 == 0x80
    }
    fault(problem.isTagHandle ? .tag : .syntax(problem.text), ByteRange(base + offset, base + end))
  }

  /// Whether the root is a mapping. Nothing at all counts as an empty one; anything else is a fault.
  private mutating func finishRoot() -> Bool {
    guard let root = nodes.first else { return false }
    if root.kind == .mapping { return true }
    if root.kind == .scalar, root.value.isEmpty {
      nodes[0].kind = .mapping
      nodes[0].style = .block
      return true
    }
    fault(.notAMapping, root.value)
    return false
  }

  mutating func fault(_ kind: DocumentFault.Kind, _ range: ByteRange) {
    faults.append(DocumentFault(kind: kind, range: range))
  }

  mutating func addRoot(_ kind: FrontMatter.Kind, _ style: FrontMatter.Style, at offset: Int) {
    let place = ByteRange(base + offset, base + offset)
    nodes.append(FrontMatter.Node(kind: kind, style: style, next: 1, key: place, value: place, keyText: .none, text: .none))
  }
}
