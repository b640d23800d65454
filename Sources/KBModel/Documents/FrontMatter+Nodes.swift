extension FrontMatter {
  /// The nodes, packed: a record's front matter is kept as long as the program runs, and there may be a hundred thousand.
  ///
  /// A node is six words of two bytes. Where a key or scalar reads as it is written, which is nearly always, its text is
  /// no range of its own. What does not fit (a front matter beyond 64 KiB, many texts with escapes) is kept as it is.
  package struct Nodes: RandomAccessCollection, Sendable, Equatable {
    /// Six words of two bytes for each node; then, for texts that do not read as they are written, start and length.
    let packed: HeldBytes
    private let wide: [Node]
    package let endIndex: Int

    static let width = 6

    /// How a text lies to the place where it stands.
    enum Form: UInt16 {
      case same
      /// Without its quotes.
      case inside
      case none
      /// A range of its own, behind the nodes.
      case apart
    }

    init(_ nodes: [Node]) {
      endIndex = nodes.count
      let packed = Self.packed(nodes)
      self.packed = packed?.withUnsafeBytes { HeldBytes(copying: $0) } ?? .none
      wide = packed == nil ? nodes : []
    }

    /// The nodes that were packed before.
    init(packed: HeldBytes, count: Int) {
      self.packed = packed
      wide = []
      endIndex = count
    }

    /// Whether ``packed`` says all.
    var isPacked: Bool { wide.isEmpty }

    package var startIndex: Int { 0 }

    package subscript(index: Int) -> Node {
      @inline(__always) get {
        guard wide.isEmpty else { return wide[index] }
        precondition(index >= 0 && index < endIndex, "no such node")
        let position = index * Self.width
        return withWords { words in
          let flags = words[position]
          let key = Self.range(words[position + 2], words[position + 3])
          let value = Self.range(words[position + 4], words[position + 5])
          return Node(
            kind: Kind(rawValue: UInt8(flags & 0x3)) ?? .scalar, style: Style(rawValue: UInt8(flags >> 2 & 0x7)) ?? .plain,
            next: Int32(index) + Int32(words[position + 1]), key: key, value: value,
            keyText: text(flags >> 5 & 0x3, key, apart: flags >> 9, words), text: text(flags >> 7 & 0x3, value, apart: flags >> 9, words))
        }
      }
    }

    /// The key's text, without the rest of the node: what a search for a field looks at.
    @inline(__always)
    func keyText(_ index: Int) -> (range: ByteRange, next: Int) {
      guard wide.isEmpty else { return (wide[index].keyText, Int(wide[index].next)) }
      precondition(index >= 0 && index < endIndex, "no such node")
      let position = index * Self.width
      return withWords { words in
        let flags = words[position]
        let key = Self.range(words[position + 2], words[position + 3])
        return (text(flags >> 5 & 0x3, key, apart: flags >> 9, words), index + Int(words[position + 1]))
      }
    }

    @inline(__always)
    func next(_ index: Int) -> Int {
      wide.isEmpty ? index + Int(withWords { $0[index * Self.width + 1] }) : Int(wide[index].next)
    }

    @inline(__always)
    private func withWords<R>(_ body: (UnsafeBufferPointer<UInt16>) -> R) -> R {
      body(UnsafeBufferPointer(start: packed.start.assumingMemoryBound(to: UInt16.self), count: packed.count >> 1))
    }

    @inline(__always)
    private func text(_ form: UInt16, _ place: ByteRange, apart: UInt16, _ words: UnsafeBufferPointer<UInt16>) -> ByteRange {
      switch form {
      case Form.same.rawValue: return place
      case Form.inside.rawValue: return ByteRange(Int(place.start) + 1, Int(place.end) - 1)
      case Form.none.rawValue: return .none
      default:
        let position = endIndex * Self.width + Int(apart) * 2
        return Self.range(words[position], words[position + 1])
      }
    }

    @inline(__always)
    private static func range(_ start: UInt16, _ count: UInt16) -> ByteRange { ByteRange(Int(start), Int(start) + Int(count)) }

    // MARK: Packing

    private static func packed(_ nodes: [Node]) -> [UInt16]? {
      var apart: [ByteRange] = []
      for node in nodes {
        let forms = (form(of: node.keyText, at: node.key), form(of: node.text, at: node.value))
        // Only one of the two can be apart.
        if forms.0 == .apart, forms.1 == .apart { return nil }
        if forms.0 == .apart { apart.append(node.keyText) } else if forms.1 == .apart { apart.append(node.text) }
      }
      guard apart.count < 1 << 7 else { return nil }
      var words: [UInt16] = []
      words.reserveCapacity(nodes.count * width + apart.count * 2)
      var nextApart: UInt16 = 0
      for (index, node) in nodes.enumerated() {
        let forms = (form(of: node.keyText, at: node.key), form(of: node.text, at: node.value))
        let isApart = forms.0 == .apart || forms.1 == .apart
        guard let next = UInt16(exactly: Int(node.next) - index) else { return nil }
        words.append(flags(node.kind, node.style, keyText: forms.0, text: forms.1, apart: isApart ? nextApart : 0))
        words.append(next)
        guard append(node.key, to: &words), append(node.value, to: &words) else { return nil }
        if isApart { nextApart += 1 }
      }
      for range in apart where !append(range, to: &words) { return nil }
      return words
    }

    @inline(__always)
    static func flags(_ kind: Kind, _ style: Style, keyText: Form, text: Form, apart: UInt16) -> UInt16 {
      UInt16(kind.rawValue) | UInt16(style.rawValue) << 2 | keyText.rawValue << 5 | text.rawValue << 7 | apart << 9
    }

    private static func append(_ range: ByteRange, to words: inout [UInt16]) -> Bool {
      guard let start = UInt16(exactly: range.start), let count = UInt16(exactly: range.count) else { return false }
      words.append(start)
      words.append(count)
      return true
    }

    private static func form(of text: ByteRange, at place: ByteRange) -> Form {
      if text == place { return .same }
      if text == .none { return .none }
      return text.start == place.start + 1 && text.end == place.end - 1 ? .inside : .apart
    }
  }
}
