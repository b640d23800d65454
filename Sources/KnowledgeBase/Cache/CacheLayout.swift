import KBGit
import KBModel

/// How the file of remembered facts is laid out.
///
/// A head; the blocks of facts, each followed by the findings of its file; paths; entries, in the order of the bytes of the paths;
/// lists of types; the table of names; the key; and for each mebibyte behind the head its hash. Numbers are in the order of bytes of
/// the machine, which never shares its file with another.
enum CacheLayout {
  /// What the file begins with; another layout begins otherwise.
  static let magic: UInt64 = 0x3130_7374_6361_666B  // "kfacts01"
  static let chunk = 1 << 20
  static let headCount = 24 + Field.allCases.count * 8
  /// Where the hash of head and chunk hashes stands, and where that which it covers begins.
  static let hashOffset = 8
  static let fieldsOffset = 24

  enum Field: Int, CaseIterable {
    case size, sums, key, keyCount, paths, entries, entryCount, lists, listsCount, nameBytes, nameByteCount, nameEnds, nameCount

    var offset: Int { fieldsOffset + rawValue * 8 }
  }

  static func aligned(_ offset: Int) -> Int { (offset + 7) & ~7 }

  /// The hash of the head and of the hashes of the chunks.
  static func hash(head: UnsafeRawBufferPointer, sums: UnsafeRawBufferPointer) -> ContentHash {
    let all = Array(head[fieldsOffset..<headCount]) + Array(sums)
    return ContentHash(all)
  }
}

/// What is remembered of one file besides its facts.
struct CacheEntry: BitwiseCopyable {
  var pathStart: UInt64
  var pathCount: UInt32
  /// Its place among the names of types; `.max` for a file that is no record.
  var type: UInt32
  /// Where the block begins; 0 for a Markdown file of which nothing is known but that it is no record.
  var block: UInt64
  var blockCount: UInt32
  /// Bytes of findings behind the block.
  var findingCount: UInt32
  var size: Int64
  var inode: UInt64
  var modified: Int64
  var changed: Int64
  var hash: ContentHash

  /// What the file system said when the file was read.
  var stat: FileStat { FileStat(size: size, inode: inode, modified: modified, changed: changed) }

  /// Whether the file system says what it said when the file was read.
  func matches(_ stat: FileStat) -> Bool {
    changed == stat.changed && modified == stat.modified && size == stat.size && inode == stat.inode && changed != Self.unknownTime
  }

  /// Takes the place of times that prove nothing.
  static let unknownTime = Int64.min
}
