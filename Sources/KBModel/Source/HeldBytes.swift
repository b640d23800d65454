/// Bytes that neither move nor change as long as anyone holds them: copied once, or a part of something larger such as a
/// mapped file.
///
/// What is remembered of a hundred thousand files is read through it. Where it comes from makes no difference, and reading it
/// costs no reference count.
package struct HeldBytes: RandomAccessCollection {
  package let start: UnsafeRawPointer
  package let count: Int
  /// What keeps the bytes; `nil` for those that live as long as the program.
  package let owner: AnyObject?

  /// Bytes that `owner` keeps in place and that nobody writes.
  package init(start: UnsafeRawPointer, count: Int, owner: AnyObject?) {
    self.start = start
    self.count = count
    self.owner = owner
  }

  /// A copy, on a boundary of eight bytes.
  package init(copying bytes: UnsafeRawBufferPointer) {
    self.init(count: bytes.count) { $0.copyMemory(from: bytes) }
  }

  package init(copying bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { HeldBytes(copying: $0) }
  }

  /// As many bytes as `count`, all of which `body` must write.
  package init(count: Int, _ body: (UnsafeMutableRawBufferPointer) -> Void) {
    let (owner, start) = HeapBlock.make(count: count)
    body(UnsafeMutableRawBufferPointer(start: start, count: count))
    self.init(start: start, count: count, owner: owner)
  }

  package static let none = HeldBytes(count: 0) { _ in }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  @inlinable
  package subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count, "beyond the bytes")
    return start.load(fromByteOffset: position, as: UInt8.self)
  }

  /// The word of four bytes with that number. The bytes must begin on a boundary of four.
  @inlinable
  package func word(_ index: Int) -> UInt32 {
    precondition(index >= 0 && index < count >> 2, "beyond the words")
    return start.load(fromByteOffset: index << 2, as: UInt32.self)
  }

  /// A value that stands at an offset, on whatever boundary.
  @inlinable
  package func load<T: BitwiseCopyable>(_ offset: Int, as type: T.Type = T.self) -> T {
    precondition(offset >= 0 && offset <= count - MemoryLayout<T>.size, "beyond the bytes")
    return start.loadUnaligned(fromByteOffset: offset, as: type)
  }

  /// A part, with the same owner.
  package func part(_ range: Range<Int>) -> HeldBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "beyond the bytes")
    return HeldBytes(start: start + range.lowerBound, count: range.count, owner: owner)
  }

  @inlinable
  package func withUnsafeBufferPointer<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    body(UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// The text of those bytes; invalid UTF-8 becomes U+FFFD.
  package func text(_ range: ByteRange) -> String { text(range.range) }

  package func text(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "beyond the bytes")
    return String(decoding: UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count), as: UTF8.self)
  }
}

// What `start` points to is never written after the initialiser, and `owner` keeps it in place.
extension HeldBytes: @unchecked Sendable {}

extension HeldBytes: Equatable {
  package static func == (a: HeldBytes, b: HeldBytes) -> Bool {
    a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in a.elementsEqual(b) } }
  }
}

/// A piece of memory of its own: its bytes lie behind the object, so that both are one allocation.
private final class HeapBlock: ManagedBuffer<Void, UInt64> {
  static func make(count: Int) -> (owner: AnyObject, start: UnsafeMutableRawPointer) {
    let buffer = create(minimumCapacity: Swift.max(1, (count + 7) >> 3)) { _ in () }
    // The cast is to the class that `create` was called on; the elements stay where they are as long as the object lives.
    let block = unsafeDowncast(buffer, to: HeapBlock.self)
    return (block, block.withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) })
  }
}
