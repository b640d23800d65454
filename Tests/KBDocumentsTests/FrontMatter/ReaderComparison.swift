@testable import KBDocuments
import KBModel

/// Hands the same bytes to both readers of front matter and counts.
struct ReaderComparison {
  /// How many the fast reader took.
  private(set) var taken = 0
  /// How many it left to libyaml.
  private(set) var left = 0
  /// The first few sources that the readers read differently.
  private(set) var disagreements: [String] = []

  /// Compares as a whole file, and as front matter with something before and behind it.
  mutating func compare(_ yaml: [UInt8]) {
    guard EncodingCheck(yaml).isClean else { return left += 1 }
    let isTaken = agree(yaml, ByteRange(0, yaml.count), sourceCount: yaml.count)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isTakenInFile = agree(mark + yaml + Array("---\nbody: x\n".utf8), ByteRange(3, 3 + yaml.count), sourceCount: 3 + yaml.count + 4)
    if isTaken != isTakenInFile { report(yaml) }
    if isTaken { taken += 1 } else { left += 1 }
  }

  private mutating func agree(_ bytes: [UInt8], _ yaml: ByteRange, sourceCount: Int) -> Bool {
    guard let common = CommonYAMLReader.read(bytes, yaml: yaml, sourceCount: sourceCount) else { return false }
    var faults: [DocumentFault] = []
    let full = FrontMatterReader.readClean(bytes, yaml: yaml, sourceCount: sourceCount, lines: LineTable(of: bytes), faults: &faults)
    if full != common || !faults.isEmpty || full.map({ Array($0.nodes) }) != Array(common.nodes) { report(bytes) }
    return true
  }

  private mutating func report(_ bytes: [UInt8]) {
    if disagreements.count < 20 { disagreements.append(String(decoding: bytes, as: UTF8.self).debugDescription) }
  }
}
