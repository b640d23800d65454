/// A read-only table from words to small values, by open addressing.
///
/// Built once; a look-up costs a few nanoseconds and allocates nothing.
package struct WordTable<Value: Sendable>: Sendable {
  private let keys: [UInt64]
  private let values: [Value]
  private let shift: UInt64
  private let missing: Value

  /// - Parameters:
  ///   - entries: words with their values; of two entries for one word `combine` makes one.
  ///   - missing: the value of a word that is not in the table.
  package init(
    _ entries: some Sequence<(WordKey, Value)>, missing: Value, combine: (Value, Value) -> Value = { _, new in new }
  ) {
    var merged: [WordKey: Value] = [:]
    for (key, value) in entries where key != .none {
      if let old = merged[key] { merged[key] = combine(old, value) } else { merged[key] = value }
    }
    var bits: UInt64 = 4
    while (1 << bits) < merged.count * 2 { bits += 1 }
    let shift = 64 - bits
    var keys = [UInt64](repeating: 0, count: 1 << bits)
    var values = [Value](repeating: missing, count: 1 << bits)
    for (key, value) in merged {
      var slot = Self.slot(key.bits, shift)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key.bits
      values[slot] = value
    }
    self.keys = keys
    self.values = values
    self.shift = shift
    self.missing = missing
  }

  @inline(__always)
  private static func slot(_ bits: UInt64, _ shift: UInt64) -> Int {
    // Fibonacci hashing: the high bits of the product are well mixed.
    Int(truncatingIfNeeded: ((bits ^ (bits &>> 29)) &* 0x9e37_79b9_7f4a_7c15) &>> shift)
  }

  /// All words that `test` holds for, in no particular order.
  func words(where test: (Value) -> Bool) -> [WordKey] {
    keys.indices.filter { keys[$0] != 0 && test(values[$0]) }.map { WordKey(bits: keys[$0]) }
  }

  /// The value of `key`, or the one for missing words.
  package subscript(key: WordKey) -> Value {
    if key.bits == 0 { return missing }
    var slot = Self.slot(key.bits, shift)
    while true {
      let found = keys[slot]
      if found == key.bits { return values[slot] }
      if found == 0 { return missing }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
  }
}

extension WordTable where Value: OptionSet {
  /// A table of classes from lines of words separated by blanks; a word in several lines has all their classes.
  package init(_ lines: [(Value, String)]) {
    self.init(
      lines.lazy.flatMap { value, words in
        words.split(whereSeparator: \.isWhitespace).map { (WordKey($0), value) }
      },
      missing: [], combine: { $0.union($1) })
  }
}
