/// A fact that is kept as a few words of four bytes.
package protocol PackedFact: Sendable {
  /// How many words.
  static var width: Int { get }
  init(of file: FileFacts, at position: Int)
}

/// Facts of one kind of one file, in order; each is put together when it is asked for.
///
/// Inlinable, since every rule walks over such lists: unspecialised, each step would go through three witness tables.
package struct FactList<Element: PackedFact>: RandomAccessCollection, Sendable {
  @usableFromInline let file: FileFacts
  /// The first word.
  @usableFromInline let first: Int
  package let endIndex: Int

  @inlinable
  init(of file: FileFacts, first: Int, count: Int) {
    self.file = file
    self.first = first
    endIndex = count
  }

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var count: Int { endIndex }
  @inlinable package var isEmpty: Bool { endIndex == 0 }
  @inlinable package func index(after index: Int) -> Int { index + 1 }

  @inlinable package subscript(position: Int) -> Element { Element(of: file, at: first + position * Element.width) }

  @inlinable package func makeIterator() -> Iterator { Iterator(of: self) }

  package struct Iterator: IteratorProtocol {
    @usableFromInline let file: FileFacts
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable
    init(of list: FactList) {
      file = list.file
      position = list.first
      end = list.first + list.endIndex * Element.width
    }

    @inlinable
    package mutating func next() -> Element? {
      guard position < end else { return nil }
      defer { position += Element.width }
      return Element(of: file, at: position)
    }
  }
}

extension FactList: Equatable where Element: Equatable {
  @inlinable package static func == (a: FactList, b: FactList) -> Bool { a.elementsEqual(b) }
}

/// A text that stands for itself: a heading, a block id.
extension String: PackedFact {
  @inlinable package static var width: Int { 1 }
  package init(of file: FileFacts, at position: Int) { self = file.text(at: position) }
}

// MARK: - Words

extension FileFacts {
  func word(_ position: Int) -> UInt32 { content.block.word(position) }
  func signed(_ position: Int) -> Int32 { Int32(bitPattern: word(position)) }
  func name(at position: Int) -> NameIndex { NameIndex(word(position)) }
  func text(at position: Int) -> String { names.text(name(at: position)) }

  func optionalText(at position: Int) -> String? {
    let name = name(at: position)
    return name == .none ? nil : names.text(name)
  }

  func range(at position: Int) -> ByteRange { ByteRange(Int(signed(position)), Int(signed(position + 1))) }

  /// The list whose place in the pool stands there: its length, then its words.
  func list<Element>(at position: Int) -> FactList<Element> {
    let place = word(position)
    guard place != .max else { return FactList(of: self, first: 0, count: 0) }
    let start = pool + Int(place)
    return FactList(of: self, first: start + 1, count: Int(word(start)))
  }

  /// Two words: line and columns of a span within one line, or with the highest bit set its place in the pool.
  func span(at position: Int) -> SourceSpan {
    let (high, low) = (word(position), word(position + 1))
    if high & PackedSpan.isWide != 0 {
      let start = pool + Int(low)
      return SourceSpan(
        SourcePosition(line: Int(signed(start)), column: Int(signed(start + 1))),
        SourcePosition(line: Int(signed(start + 2)), column: Int(signed(start + 3))))
    }
    let packed = UInt64(high) << 32 | UInt64(low)
    let line = Int(packed >> 40)
    return SourceSpan(
      SourcePosition(line: line, column: Int(packed >> 20 & 0xF_FFFF)), SourcePosition(line: line, column: Int(packed & 0xF_FFFF)))
  }

  private var pool: Int { content.block.pool }
}

/// A span within one line as 63 bits: 23 for the line, 20 for each column.
enum PackedSpan {
  static let isWide: UInt32 = 1 << 31

  static func words(_ span: SourceSpan) -> (UInt32, UInt32)? {
    guard span.start.line == span.end.line, span.start.line >= 0, span.start.line < 1 << 23,
      (0..<1 << 20).contains(span.start.column), (0..<1 << 20).contains(span.end.column)
    else { return nil }
    let packed = UInt64(span.start.line) << 40 | UInt64(span.start.column) << 20 | UInt64(span.end.column)
    return (UInt32(packed >> 32), UInt32(truncatingIfNeeded: packed))
  }
}
