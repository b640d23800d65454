/// A read-only table from words to small values, by open addressing.
///
/// Made once, on first use, and there until the process ends: a table is a `static let`, and its memory is never given back. A look-up
/// costs a few nanoseconds, allocates nothing and counts no reference.
struct WordTable<Value: Sendable>: Sendable {
  fileprivate struct Slot {
    var key: UInt64
    var value: Value
  }

  // Only read once the table is made, and never given back.
  private nonisolated(unsafe) let slots: UnsafePointer<Slot>
  private let mask: Int
  private let shift: UInt64
  private let missing: Value

  fileprivate init(slots: UnsafePointer<Slot>, bits: UInt64, missing: Value) {
    self.slots = slots
    mask = (1 << Int(bits)) - 1
    shift = 64 - bits
    self.missing = missing
  }

  @inline(__always)
  fileprivate static func slot(_ bits: UInt64, _ shift: UInt64) -> Int {
    // Fibonacci hashing: the high bits of the product are well mixed.
    Int(truncatingIfNeeded: ((bits ^ (bits &>> 29)) &* 0x9e37_79b9_7f4a_7c15) &>> shift)
  }

  /// The value of `key`, or the one for missing words.
  subscript(key: WordKey) -> Value {
    @inline(__always) get {
      if key.bits == 0 { return missing }
      var slot = Self.slot(key.bits, shift)
      while true {
        let found = slots[slot].key
        if found == key.bits { return slots[slot].value }
        if found == 0 { return missing }
        slot = (slot &+ 1) & mask
      }
    }
  }

  /// Calls `body` for each word, in no particular order.
  @inline(__always)
  func forEach(_ body: (WordKey, Value) -> Void) {
    for slot in 0...mask where slots[slot].key != 0 { body(WordKey(bits: slots[slot].key), slots[slot].value) }
  }

  /// A table in the making.
  struct Builder: ~Copyable {
    private var slots: UnsafeMutablePointer<Slot>
    private var bits: UInt64
    private var count = 0
    private let missing: Value

    /// - Parameters:
    ///   - words: about how many words there will be; more are taken as well.
    ///   - missing: the value of a word that is not in the table.
    init(words: Int, missing: Value) {
      self.missing = missing
      bits = 3
      while (1 << Int(bits)) * 5 < words * 8 { bits += 1 }
      slots = Self.empty(bits, missing)
    }

    private static func empty(_ bits: UInt64, _ value: Value) -> UnsafeMutablePointer<Slot> {
      let slots = UnsafeMutablePointer<Slot>.allocate(capacity: 1 << Int(bits))
      slots.initialize(repeating: Slot(key: 0, value: value), count: 1 << Int(bits))
      return slots
    }

    /// The value of `key`, for changing; a word that is not there yet gets the value for missing ones. `key` is a word.
    subscript(key: WordKey) -> Value {
      @inline(__always) get {
        let slot = find(key)
        return slots[slot].key == 0 ? missing : slots[slot].value
      }
      @inline(__always) set {
        var slot = find(key)
        if slots[slot].key == 0 {
          // Five eighths full at most.
          if (count + 1) * 8 > (1 << Int(bits)) * 5 {
            grow()
            slot = find(key)
          }
          slots[slot].key = key.bits
          count += 1
        }
        slots[slot].value = newValue
      }
    }

    @inline(__always)
    private func find(_ key: WordKey) -> Int {
      precondition(key != .none, "no word")
      var slot = WordTable.slot(key.bits, 64 - bits)
      let mask = (1 << Int(bits)) - 1
      while slots[slot].key != 0, slots[slot].key != key.bits { slot = (slot &+ 1) & mask }
      return slot
    }

    @inline(never)
    private mutating func grow() {
      let (old, size) = (slots, 1 << Int(bits))
      bits += 1
      slots = Self.empty(bits, missing)
      for slot in 0..<size where old[slot].key != 0 { slots[find(WordKey(bits: old[slot].key))] = old[slot] }
      old.deallocate()
    }

    consuming func table() -> WordTable { WordTable(slots: slots, bits: bits, missing: missing) }
  }
}

extension WordTable where Value: OptionSet {
  /// A table of classes from lists of words; a word in several lists has all their classes.
  init(_ lists: [(Value, WordList)]) {
    var builder = Builder(words: lists.reduce(0) { $0 + $1.1.count }, missing: [])
    builder.add(lists)
    self = builder.table()
  }
}

extension WordTable.Builder where Value: OptionSet {
  mutating func add(_ lists: [(Value, WordList)]) {
    for (value, words) in lists { words.forEachKey { add(value, to: $0) } }
  }

  @inline(__always)
  mutating func add(_ value: Value, to key: WordKey) { self[key] = self[key].union(value) }
}

/// A set of words, made on first use.
struct WordSet: Sendable, ExpressibleByStringLiteral {
  private let table: WordTable<Bool>

  init(stringLiteral words: StaticString) { self.init(WordList(stringLiteral: words)) }

  init(_ words: WordList) {
    var builder = WordTable<Bool>.Builder(words: words.count, missing: false)
    words.forEachKey { builder[$0] = true }
    table = builder.table()
  }

  /// A set of pairs of words, by the exclusive or of their keys: `pairs` are written as `one/other`.
  init(pairs: WordList) {
    var builder = WordTable<Bool>.Builder(words: pairs.count, missing: false)
    pairs.forEach { pair in
      var bits: UInt64 = 0
      WordList.forEach(in: pair, parted: { $0 == 0x2f }) { bits ^= WordKey(normalForm: $0).bits }
      builder[WordKey(bits: bits)] = true
    }
    table = builder.table()
  }

  subscript(key: WordKey) -> Bool {
    @inline(__always) get { table[key] }
  }
}
