/// The number of a text in a `NameTable`.
package struct NameIndex: Sendable, Hashable {
  package var value: UInt32

  package init(_ value: UInt32) { self.value = value }

  package static let none = NameIndex(.max)
}

/// Texts that the facts of many files share: ids, aliases, headings, fields. Each is kept once and known by its number.
package final class NameTable: Sendable {
  /// All texts, one after the other.
  package let bytes: HeldBytes
  /// A word for each text: where it ends, with the highest bit set where a reference, link or mention names it.
  package let ends: HeldBytes
  package let count: Int
  /// The lists of types that fields take.
  package let typeLists: [[String]]

  static let targetBit: UInt32 = 1 << 31

  package init(bytes: HeldBytes, ends: HeldBytes, typeLists: [[String]]) {
    self.bytes = bytes
    self.ends = ends
    count = ends.count >> 2
    self.typeLists = typeLists
  }

  static let empty = NameTable(bytes: .none, ends: .none, typeLists: [])

  func text(_ name: NameIndex) -> String { bytes.text(range(of: name)) }

  /// Where a text stands in ``bytes``.
  func range(of name: NameIndex) -> Range<Int> {
    let index = Int(name.value)
    return (index == 0 ? 0 : end(index - 1))..<end(index)
  }

  /// Whether a reference, link or mention names it.
  func isTarget(_ name: NameIndex) -> Bool { ends.word(Int(name.value)) & Self.targetBit != 0 }

  private func end(_ index: Int) -> Int { Int(ends.word(index) & ~Self.targetBit) }
}

/// Gives numbers to texts; the same number to the same bytes.
struct NameInterner {
  private var areTargets: [Bool] = []
  private var typeLists: [[String]] = []
  /// The bytes of all texts, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Open addressing: a number plus one, or 0.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  var table: NameTable {
    let words = zip(ends, areTargets).map { UInt32($0) | ($1 ? NameTable.targetBit : 0) }
    return NameTable(bytes: HeldBytes(copying: bytes), ends: words.withUnsafeBytes { HeldBytes(copying: $0) }, typeLists: typeLists)
  }

  mutating func index(of text: String, isTarget: Bool = false) -> NameIndex {
    var text = text
    return text.withUTF8 { index(of: $0, isTarget: isTarget) }
  }

  mutating func index(of text: UnsafeBufferPointer<UInt8>, isTarget: Bool = false) -> NameIndex {
    let hash = Self.hash(text)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let found = Int(slots[slot] - 1)
      if hashes[found] == hash, holds(text, at: found) {
        if isTarget { areTargets[found] = true }
        return NameIndex(UInt32(found))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(ends.count)
    slots[slot] = number + 1
    areTargets.append(isTarget)
    hashes.append(hash)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return NameIndex(number)
  }

  mutating func index(ofTypes types: [String]) -> UInt32 {
    if let found = typeLists.firstIndex(of: types) { return UInt32(found) }
    typeLists.append(types)
    return UInt32(typeLists.count - 1)
  }

  private func holds(_ text: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[start..<start + text.count]).elementsEqual(text) }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a over words of eight bytes, with the high bits folded in. No key is needed: a bad case costs time only, and
  /// files are bounded.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(text)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(raw.count)
    var i = 0
    while i + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      i += 8
    }
    while i < raw.count {
      hash = (hash ^ UInt64(raw[i])) &* 0x0000_0100_0000_01B3
      i += 1
    }
    hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
