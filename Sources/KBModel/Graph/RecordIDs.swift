/// The records of each id. A hash table over the ids that the files hold anyway.
package struct RecordIDs: Sendable {
  private let files: [FileFacts]
  /// Open addressing: the index of the first record of an id plus one, or 0.
  private var slots: [Int32]
  /// By the first record of an id, all of them, where there is more than one.
  private var shared: [Int32: RecordIndices] = [:]
  /// The ids outside ASCII: two of them may be the same text in different bytes.
  private var others: [String: RecordIndices] = [:]

  init(of files: [FileFacts]) {
    self.files = files
    var size = 16
    while size < files.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    let hashes = Stretches.map(files.count) { stretch in
      stretch.map { place -> Int in
        guard files[place].isRecord else { return Self.isNoRecord }
        return Self.hash(files[place].id) ?? Self.isOther
      }
    }
    var place: Int32 = 0
    for hash in hashes.joined() {
      switch hash {
      case Self.isNoRecord: break
      case Self.isOther: others[files[Int(place)].id, default: []].append(place)
      default: insert(place, hash)
      }
      place += 1
    }
  }

  private mutating func insert(_ place: Int32, _ hash: Int) {
    let id = files[Int(place)].id
    let slot = slot(of: id, hash)
    let first = slots[slot] - 1
    if first < 0 { slots[slot] = place + 1 } else { shared[first, default: [first]].append(place) }
  }

  /// The slot that holds the id, or the free one where it would be.
  private func slot(of id: String, _ hash: Int) -> Int {
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0, files[Int(slots[slot] - 1)].id != id { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  // MARK: Asking

  /// The first record of that id by path.
  package func first(_ id: String) -> Int32? {
    guard let hash = Self.hash(id) else { return others[id]?[0] }
    let found = slots[slot(of: id, hash)]
    return found == 0 ? nil : found - 1
  }

  /// The records of that id; more than one where two files have the same name.
  package subscript(id: String) -> RecordIndices? {
    guard let hash = Self.hash(id) else { return others[id] }
    let found = slots[slot(of: id, hash)]
    return found == 0 ? nil : shared[found - 1] ?? [found - 1]
  }

  /// The records of each id that several have, in the order of the first of them.
  package var duplicates: [RecordIndices] {
    (Array(shared.values) + others.values.filter { $0.count > 1 }).sorted { $0[0] < $1[0] }
  }

  /// All ids, each once, in no order.
  package var all: [String] {
    slots.filter { $0 > 0 }.map { files[Int($0 - 1)].id } + others.keys
  }

  // MARK: Hashes

  private static let isNoRecord = -1
  private static let isOther = -2

  /// At least 0; `nil` for text outside ASCII.
  private static func hash(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
  }

  /// Words of eight bytes, multiplied and folded. No key is needed: a bad case costs time only, and a knowledge base is its
  /// owner's.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var hash = UInt64(bytes.count)
    var all: UInt64 = 0
    var position = 0
    func take(_ word: UInt64) {
      all |= word
      let (high, low) = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = high ^ low
    }
    while position + 8 <= bytes.count {
      take(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest: UInt64 = 0
    while position < bytes.count {
      rest = rest << 8 | UInt64(bytes[position])
      position += 1
    }
    take(rest)
    return all & 0x8080_8080_8080_8080 == 0 ? Int(truncatingIfNeeded: hash >> 1) : nil
  }
}
