import KBGit
import KBModel
package import KBPrivacy
import KBRules

/// Looks for personal data in every file of a knowledge base, or in everything that its repository ever held.
package struct PrivacyScan {
  private var result: ScanResult
  private var names: NameList.Search?
  private var places: [Place: Int] = [:]

  /// What is one hit, however many versions hold it.
  private struct Place: Hashable {
    var kind: String
    var value: String
    var path: String?
    /// Within one state of the files each place counts.
    var offset: Int32?
  }

  /// Larger files are not looked at.
  private static let limit = 64 << 20

  private init(isHistory: Bool, names: NameList?) {
    result = ScanResult(isHistory: isHistory)
    result.names = names?.count
    self.names = names.map { NameList.Search($0) }
  }
}

extension PrivacyScan {
  /// Looks at every file of a snapshot's source, records or not.
  package static func files(of snapshot: Snapshot, names: NameList? = nil) throws(KnowledgeBaseError) -> ScanResult {
    var scan = PrivacyScan(isHistory: false, names: names)
    try KnowledgeBaseError.wrap { () throws(GitError) in
      let listing = try snapshot.fileSource.listing(.all)
      let reader = try FileReader(of: snapshot.fileSource)
      for entry in listing.entries where entry.path != NameListFile.path {
        switch reader.read(entry, limit: limit) {
        case .bytes(let bytes, _): scan.look(at: bytes, path: entry.path, holder: nil)
        case .tooLarge: scan.result.tooLarge += 1
        case .damaged(let error): throw error
        case .missing, .symbolicLink, .notRegular, .unreadable: break
        }
      }
    }
    return scan.result
  }

  /// Looks at every blob, and at the message of every commit and tag, that a reference of the repository leads to.
  package static func history(of location: KnowledgeBaseLocation, names: NameList? = nil) throws(KnowledgeBaseError) -> ScanResult {
    guard let place = location.repository else { throw .noRepository(location.folder) }
    var scan = PrivacyScan(isHistory: true, names: names)
    try KnowledgeBaseError.wrap { () throws(GitError) in
      let repository = try Repository(at: place)
      scan.result.isShallow = repository.isShallow
      let history = try repository.reachableHistory()
      let list = location.prefix.isEmpty ? NameListFile.path : location.prefix + "/" + NameListFile.path
      for blob in history.blobs where blob.path != list {
        guard let bytes = try repository.blob(blob.id, limit: limit) else {
          scan.result.tooLarge += 1
          continue
        }
        scan.look(at: bytes, path: blob.path, holder: blob.holder)
      }
      for id in history.commits + history.tags { scan.look(atMessage: try repository.message(of: id), of: id) }
    }
    return scan.result
  }

  private mutating func look(at bytes: [UInt8], path: String, holder: ObjectID?) {
    // As git tells text from what is none.
    guard !bytes.prefix(8000).contains(0) else {
      result.binaries += 1
      return
    }
    result.files += 1
    add(bytes, path: path, holder: holder)
  }

  private mutating func look(atMessage bytes: [UInt8], of id: ObjectID) {
    result.messages += 1
    add(Self.withoutTrailers(bytes), path: nil, holder: id)
  }

  private mutating func add(_ bytes: [UInt8], path: String?, holder: ObjectID?) {
    var found = PersonalDataScanner().scan(bytes).map { (kind: $0.kind.rawValue, range: $0.range) }
    found += names?.ranges(in: bytes).map { (kind: "listed name", range: $0) } ?? []
    guard !found.isEmpty else { return }
    found.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    let lines = LineTable(of: bytes)
    var seen: Set<Int> = []
    for item in found {
      let value = bytes.text(item.range)
      let place = Place(kind: item.kind, value: value, path: path, offset: result.isHistory ? nil : item.range.start)
      if let known = places[place] {
        // Twice in one version is one version.
        if seen.insert(known).inserted { result.hits[known].versions += 1 }
        continue
      }
      let position = lines.position(of: Int(item.range.start), in: bytes)
      places[place] = result.hits.count
      seen.insert(result.hits.count)
      result.hits.append(
        .init(
          kind: item.kind, masked: Masked.text(value), path: path, line: Int(position.line), column: Int(position.column),
          commit: holder.map { "\($0)" }))
    }
  }

  /// A message without the lines in which git's own conventions name people: they say no more than the commit's author does.
  private static func withoutTrailers(_ bytes: [UInt8]) -> [UInt8] {
    let trailers = ["signed-off-by:", "co-authored-by:", "reviewed-by:", "acked-by:", "tested-by:", "reported-by:", "suggested-by:", "helped-by:"]
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let text = String(decoding: line.prefix(20), as: UTF8.self).lowercased()
      return trailers.contains { text.hasPrefix($0) } ? [] : Array(line)
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
