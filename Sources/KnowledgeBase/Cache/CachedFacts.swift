#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import Dispatch
import KBGit
import KBModel
import Synchronization

/// The facts that an earlier command left, in a mapped file: looked up by path, trusted only where the file is as it was.
final class CachedFacts: Sendable {
  private let bytes: HeldBytes
  private let paths: Int
  private let entries: Int
  let count: Int
  private let names: NameTable
  private let types: [String]

  /// `nil` where there is no such file, it was written under another key, or a bit of it is not as it was written.
  init?(path: String, key: [UInt8]) {
    guard let bytes = MappedFile(path: path)?.bytes, bytes.count > CacheLayout.headCount, bytes.load(0, as: UInt64.self) == CacheLayout.magic
    else { return nil }
    func field(_ field: CacheLayout.Field) -> Int { Int(truncatingIfNeeded: bytes.load(field.offset, as: UInt64.self)) }
    /// The range of a region, or `nil` where it does not lie in the file.
    func region(_ start: CacheLayout.Field, count: Int) -> Range<Int>? {
      let start = field(start)
      guard start >= CacheLayout.headCount, count >= 0, start <= bytes.count, count <= bytes.count - start else { return nil }
      return start..<start + count
    }
    let (keyCount, entryCount, nameCount) = (field(.keyCount), field(.entryCount), field(.nameCount))
    guard field(.size) == bytes.count, keyCount == key.count, (0..<bytes.count).contains(entryCount), (0..<bytes.count).contains(nameCount),
      let keyRange = region(.key, count: keyCount), let entryRange = region(.entries, count: entryCount * MemoryLayout<CacheEntry>.stride),
      let nameBytes = region(.nameBytes, count: field(.nameByteCount)), let nameEnds = region(.nameEnds, count: nameCount * 4),
      let lists = region(.lists, count: field(.listsCount)),
      bytes.part(keyRange).elementsEqual(key), Self.isWhole(bytes, sums: field(.sums)),
      let (types, typeLists) = TypeListCoder.read(bytes.part(lists))
    else { return nil }
    self.bytes = bytes
    paths = field(.paths)
    entries = entryRange.lowerBound
    count = entryCount
    names = NameTable(bytes: bytes.part(nameBytes), ends: bytes.part(nameEnds), typeLists: typeLists)
    self.types = types
  }

  /// Whether every byte is as it was written.
  private static func isWhole(_ bytes: HeldBytes, sums: Int) -> Bool {
    guard sums >= CacheLayout.headCount, sums <= bytes.count else { return false }
    let chunks = (sums - CacheLayout.headCount + CacheLayout.chunk - 1) / CacheLayout.chunk
    guard bytes.count - sums == chunks * MemoryLayout<ContentHash>.stride else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      let head = CacheLayout.hash(head: raw, sums: UnsafeRawBufferPointer(rebasing: raw[sums...]))
      guard bytes.load(CacheLayout.hashOffset, as: ContentHash.self) == head else { return false }
      let next = Atomic<Int>(0)
      let isWhole = Atomic<Bool>(true)
      nonisolated(unsafe) let memory = raw  // Only read, and by this call alone.
      DispatchQueue.concurrentPerform(iterations: max(1, min(chunks, ProcessorCount.active))) { _ in
        while isWhole.load(ordering: .relaxed) {
          let chunk = next.add(1, ordering: .relaxed).oldValue
          guard chunk < chunks else { return }
          let start = CacheLayout.headCount + chunk * CacheLayout.chunk
          let hash = ContentHash(UnsafeRawBufferPointer(rebasing: memory[start..<min(start + CacheLayout.chunk, sums)]))
          if hash != memory.loadUnaligned(fromByteOffset: sums + chunk * MemoryLayout<ContentHash>.stride, as: ContentHash.self) {
            isWhole.store(false, ordering: .relaxed)
          }
        }
      }
      return isWhole.load(ordering: .relaxed)
    }
  }

  /// Another content has another one.
  var identity: ContentHash { bytes.load(CacheLayout.hashOffset) }

  /// Whether it has these files and no other one.
  func lists(_ files: [FileEntry]) -> Bool {
    files.count == count && files.indices.allSatisfy { order($0, files[$0].path) == 0 }
  }

  subscript(index: Int) -> CacheEntry { bytes.load(entries + index * MemoryLayout<CacheEntry>.stride) }

  /// The path of an entry.
  func path(at index: Int) -> String {
    let start = paths + Int(self[index].pathStart)
    return bytes.text(start..<start + Int(self[index].pathCount))
  }

  /// The facts at an index; the inner `nil` is for a file that is no record, the outer for bytes that say something else.
  func facts(at index: Int, path: String) -> FileFacts?? {
    let entry = self[index]
    guard entry.block != 0 else { return .some(nil) }
    let start = Int(entry.block)
    let end = start + Int(entry.blockCount)
    guard let (findings, suppressions) = FindingCoder.read(bytes.part(end..<end + Int(entry.findingCount))) else { return nil }
    return FileFacts(
      PackedFacts(
        path: path, id: RecordReader.id(ofPath: path), type: entry.type == .max ? "" : types[Int(entry.type)],
        block: FactBlock(bytes: bytes.part(start..<end)), wideFrontMatter: nil, suppressions: suppressions, findings: findings, source: nil),
      names: names)
  }

  /// A walk over the entries beside a walk over paths in the same order.
  struct Cursor {
    private let facts: CachedFacts
    private var position: Int?

    init(_ facts: CachedFacts) { self.facts = facts }

    /// The index of the entry of a path; paths that come in order are found without a search.
    mutating func index(of path: String) -> Int? {
      var index = position ?? facts.firstIndex(notBefore: path, from: 0)
      // Where the paths jump ahead, as from one worker's share to the next, stepping would take long.
      var steps = 0
      while index < facts.count, facts.order(index, path) < 0 {
        index += 1
        steps += 1
        if steps == 8 { index = facts.firstIndex(notBefore: path, from: index) }
      }
      position = index
      return index < facts.count && facts.order(index, path) == 0 ? index : nil
    }
  }

  private func firstIndex(notBefore path: String, from start: Int) -> Int {
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if order(middle, path) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How the path of an entry compares with another one, by bytes: negative where it comes before it.
  private func order(_ index: Int, _ path: String) -> Int {
    let entry = self[index]
    let own = bytes.start + paths + Int(entry.pathStart)
    let count = Int(entry.pathCount)
    precondition(paths + Int(entry.pathStart) + count <= bytes.count, "beyond the bytes")
    var path = path
    return path.withUTF8 { other in
      guard let start = other.baseAddress else { return count }
      let order = memcmp(own, start, min(count, other.count))
      return order != 0 ? Int(order) : count - other.count
    }
  }
}
