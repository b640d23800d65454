import KBGit
import KBModel

/// Writes the facts of all files in the layout that `CachedFacts` reads.
struct CachedFactsWriter: ~Copyable {
  private var file: CacheFile
  private var merger = FactsMerger()
  private var entries: [CacheEntry] = []
  private var paths: [UInt8] = []
  private var types: [String] = []

  init(_ file: consuming CacheFile) { self.file = file }

  /// Adds a file; in the order of the bytes of the paths.
  ///
  /// - Parameters:
  ///   - facts: `nil` for a file that is no record.
  ///   - stat: `nil` where the times of the file prove nothing.
  mutating func add(path: String, facts: FileFacts?, stat: FileStat?, hash: ContentHash) {
    precondition(facts?.content.wideFrontMatter == nil, "such a file is not to be remembered")
    var entry = CacheEntry(
      pathStart: UInt64(paths.count), pathCount: UInt32(path.utf8.count), type: .max, block: 0, blockCount: 0, findingCount: 0,
      size: stat?.size ?? 0, inode: stat?.inode ?? 0, modified: stat?.modified ?? CacheEntry.unknownTime,
      changed: stat?.changed ?? CacheEntry.unknownTime, hash: hash)
    paths.append(contentsOf: path.utf8)
    if let facts {
      entry.type = facts.isRecord ? number(ofType: facts.type) : .max
      entry.block = UInt64(file.align())
      merger.withBlock(of: facts) { block in
        entry.blockCount = UInt32(block.count)
        file.append(block)
      }
      let findings = FindingCoder.bytes(of: facts)
      entry.findingCount = UInt32(findings.count)
      findings.withUnsafeBytes { file.append($0) }
    }
    entries.append(entry)
  }

  private mutating func number(ofType type: String) -> UInt32 {
    if let found = types.firstIndex(of: type) { return UInt32(found) }
    types.append(type)
    return UInt32(types.count - 1)
  }

  /// Writes what comes after the blocks, and the head; whether all could be written.
  consuming func finish(key: [UInt8]) -> Bool {
    var fields = [UInt64](repeating: 0, count: CacheLayout.Field.allCases.count)
    func set(_ field: CacheLayout.Field, _ value: Int) { fields[field.rawValue] = UInt64(value) }
    let names = merger.table
    let lists = TypeListCoder.bytes(types: types, lists: names.typeLists)

    set(.paths, file.align())
    paths.withUnsafeBytes { file.append($0) }
    set(.entries, file.align())
    set(.entryCount, entries.count)
    entries.withUnsafeBytes { file.append($0) }
    set(.lists, file.align())
    set(.listsCount, lists.count)
    lists.withUnsafeBytes { file.append($0) }
    set(.nameBytes, file.align())
    set(.nameByteCount, names.bytes.count)
    names.bytes.withUnsafeBufferPointer { file.append(UnsafeRawBufferPointer($0)) }
    set(.nameEnds, file.align())
    set(.nameCount, names.count)
    names.ends.withUnsafeBufferPointer { file.append(UnsafeRawBufferPointer($0)) }
    set(.key, file.align())
    set(.keyCount, key.count)
    key.withUnsafeBytes { file.append($0) }
    let sums = file.takeSums()
    set(.sums, file.count)
    set(.size, file.count + sums.count * MemoryLayout<ContentHash>.stride)

    var head = [UInt8](repeating: 0, count: CacheLayout.headCount)
    head.withUnsafeMutableBytes { head in
      head.storeBytes(of: CacheLayout.magic, as: UInt64.self)
      for (i, field) in fields.enumerated() { head.storeBytes(of: field, toByteOffset: CacheLayout.fieldsOffset + i * 8, as: UInt64.self) }
      let hash = sums.withUnsafeBytes { CacheLayout.hash(head: UnsafeRawBufferPointer(head), sums: $0) }
      head.storeBytes(of: hash, toByteOffset: CacheLayout.hashOffset, as: ContentHash.self)
    }
    return file.finish(sums: sums, head: head)
  }
}

/// The names of types and the lists of types that fields take, as lines.
enum TypeListCoder {
  static func bytes(types: [String], lists: [[String]]) -> [UInt8] {
    Array(([types] + lists).map { $0.joined(separator: "\t") }.joined(separator: "\n").utf8)
  }

  static func read(_ bytes: HeldBytes) -> (types: [String], lists: [[String]])? {
    let lines = bytes.text(0..<bytes.count).split(separator: "\n", omittingEmptySubsequences: false)
    let lists = lines.map { $0.split(separator: "\t").map(String.init) }
    return lists.first.map { ($0, Array(lists.dropFirst())) }
  }
}
