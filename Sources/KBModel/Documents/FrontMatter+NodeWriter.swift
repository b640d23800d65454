extension FrontMatter {
  /// Packs nodes in the order in which a reader comes upon them, in memory that the caller lends; for front matter below
  /// `sizeLimit`, with plain and quoted scalars only.
  ///
  /// What it makes equals what `init(buffer:sourceCount:nodes:)` makes of the same nodes.
  package struct NodeWriter: ~Copyable {
    /// Front matter of up to so many bytes, texts with escapes included, fits the packed form.
    package static let sizeLimit = 1 << 15
    /// How many words each node takes of the memory that is lent.
    package static let wordsOfANode = Nodes.width
    private static let apartLimit = 100

    private let words: UnsafeMutableBufferPointer<UInt16>
    private var count = 0
    private var apart: [ByteRange] = []

    package init(in words: UnsafeMutableBufferPointer<UInt16>) { self.words = words }

    /// Where a node stands under its parent: the place of its key, or of its value for what has none.
    package struct Place {
      var key: ByteRange
      var form: Nodes.Form

      /// Under a key that reads as it is written.
      package init(key: ByteRange) {
        self.key = key
        form = .same
      }

      /// An element of a sequence, or the root, that begins at that offset.
      package init(at start: Int) {
        key = ByteRange(start, start)
        // `ByteRange.none`, which stands for no key text, is at the beginning of the file itself.
        form = start == 0 ? .same : .none
      }
    }

    /// A scalar that reads as it is written, within its quotes where it has some. `false` where there is no room.
    package mutating func addScalar(_ style: Style, at place: Place, value: ByteRange) -> Bool {
      add(.scalar, style, place, value, text: style == .plain ? .same : .inside, apart: 0)
    }

    /// A quoted scalar whose text is that range of the buffer.
    package mutating func addScalar(_ style: Style, at place: Place, value: ByteRange, text: ByteRange) -> Bool {
      guard apart.count < Self.apartLimit else { return false }
      apart.append(text)
      return add(.scalar, style, place, value, text: .apart, apart: UInt16(apart.count - 1))
    }

    /// A collection that begins at that offset: its index, or `nil` where there is no room.
    package mutating func open(_ kind: Kind, _ style: Style, at place: Place, start: Int) -> Int? {
      add(kind, style, place, ByteRange(start, start), text: .none, apart: 0) ? count - 1 : nil
    }

    /// Ends a collection at that offset.
    package mutating func close(_ index: Int, end: Int) {
      let position = index * Nodes.width
      words[position + 1] = UInt16(truncatingIfNeeded: count - index)
      words[position + 5] = UInt16(truncatingIfNeeded: end - Int(words[position + 4]))
    }

    /// Whether an earlier entry of that open mapping has the same key.
    package func holds(_ key: ByteRange, in mapping: Int, of source: UnsafeBufferPointer<UInt8>) -> Bool {
      var child = mapping + 1
      while child < count {
        let position = child * Nodes.width
        let start = Int(words[position + 2])
        if Int(words[position + 3]) == key.count,
          UnsafeBufferPointer(rebasing: source[start..<start + key.count]).elementsEqual(UnsafeBufferPointer(rebasing: source[key.range]))
        {
          return true
        }
        child += Int(words[position + 1])
      }
      return false
    }

    /// The front matter with all nodes that were added.
    ///
    /// - Parameters:
    ///   - source: the file's bytes up to where the body begins.
    ///   - unescaped: the texts that do not read as they are written; in the buffer they follow the file's bytes.
    package consuming func finish(source: UnsafeBufferPointer<UInt8>, unescaped: [UInt8]) -> FrontMatter {
      let packed = count * Nodes.width
      let packedBytes = (packed + apart.count * 2) * MemoryLayout<UInt16>.size
      let (words, apart) = (UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: words[..<packed])), apart)
      // One piece of memory for both: a record has no other, and there may be a hundred thousand.
      let bytes = HeldBytes(count: packedBytes + source.count + unescaped.count) { bytes in
        bytes.copyMemory(from: words)
        var position = words.count
        for range in apart {
          bytes.storeBytes(of: UInt16(truncatingIfNeeded: range.start), toByteOffset: position, as: UInt16.self)
          bytes.storeBytes(of: UInt16(truncatingIfNeeded: range.count), toByteOffset: position + 2, as: UInt16.self)
          position += 4
        }
        UnsafeMutableRawBufferPointer(rebasing: bytes[position...]).copyMemory(from: UnsafeRawBufferPointer(source))
        UnsafeMutableRawBufferPointer(rebasing: bytes[(position + source.count)...]).copyBytes(from: unescaped)
      }
      return FrontMatter(
        buffer: bytes.part(packedBytes..<bytes.count), sourceCount: Int32(source.count),
        nodes: Nodes(packed: bytes.part(0..<packedBytes), count: count))
    }

    private mutating func add(_ kind: Kind, _ style: Style, _ place: Place, _ value: ByteRange, text: Nodes.Form, apart: UInt16) -> Bool {
      let position = count * Nodes.width
      guard position + Nodes.width <= words.count else { return false }
      words[position] = Nodes.flags(kind, style, keyText: place.form, text: text, apart: apart)
      words[position + 1] = 1
      words[position + 2] = UInt16(truncatingIfNeeded: place.key.start)
      words[position + 3] = UInt16(truncatingIfNeeded: place.key.count)
      words[position + 4] = UInt16(truncatingIfNeeded: value.start)
      words[position + 5] = UInt16(truncatingIfNeeded: value.count)
      count += 1
      return true
    }
  }
}
