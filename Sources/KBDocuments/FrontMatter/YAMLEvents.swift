import CLibYAML

/// libyaml's parser over bytes in memory, one event at a time. Owns the parser and the current event.
///
/// The input must stay where it is as long as the reader lives.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The current event; valid until the next call of `advance()`.
  let current: UnsafeMutablePointer<yaml_event_t>

  init(_ input: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    current = .allocate(capacity: 1)
    // The only failure is that memory ran out, which Swift's own allocations do not survive either.
    precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    current.initialize(to: yaml_event_t())
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_event_delete(current)
    yaml_parser_delete(parser)
    current.deallocate()
    parser.deallocate()
  }

  /// Goes to the next event; `false` on an error, which `problem` then tells.
  mutating func advance() -> Bool {
    yaml_event_delete(current)
    return yaml_parser_parse(parser, current) == 1
  }

  /// What stopped the parser, in its own words, and where.
  struct Problem {
    enum Place {
      case mark(yaml_mark_t)
      /// The reader, unlike scanner and parser, counts bytes.
      case byte(Int)
    }

    var text: String
    var place: Place
    var isTagHandle: Bool
  }

  var problem: Problem {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
    guard state.error != YAML_READER_ERROR else {
      return Problem(text: problem, place: .byte(state.problem_offset), isTagHandle: false)
    }
    let context = state.context.map { String(cString: $0) } ?? ""
    // What was opened and never closed is to be mended where it opens, not where the parser gave up.
    let isLeftOpen = ["while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow sequence", "while parsing a flow mapping"]
      .contains(context)
    return Problem(
      text: context.isEmpty ? problem : "\(problem) \(context)",
      place: .mark(isLeftOpen ? state.context_mark : state.problem_mark),
      isTagHandle: problem == "found undefined tag handle")
  }
}

/// Turns libyaml's marks, which count code points, into byte offsets of the input.
///
/// Marks come in reading order, so the way from one to the next is short; where all is ASCII there is no way at all.
struct MarkLocator {
  private let input: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var index = 0
  private var offset = 0

  init(_ input: UnsafeBufferPointer<UInt8>) {
    self.input = input
    let raw = UnsafeRawBufferPointer(input)
    var i = 0
    while i + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { i += 8 }
    while i < raw.count, raw[i] < 0x80 { i += 1 }
    isASCII = i == raw.count
  }

  mutating func offset(of mark: yaml_mark_t) -> Int {
    let wanted = Int(mark.index)
    if isASCII { return min(wanted, input.count) }
    if wanted < index, wanted < index - wanted { (index, offset) = (0, 0) }
    while index > wanted, offset > 0 {
      repeat { offset -= 1 } while offset > 0 && input[offset] & 0xC0 == 0x80
      index -= 1
    }
    while index < wanted, offset < input.count {
      repeat { offset += 1 } while offset < input.count && input[offset] & 0xC0 == 0x80
      index += 1
    }
    return offset
  }
}
