import KBDocuments
import KBGit
import KBModel

/// What `kb validate --fix` changes: the fixes that rules offer, and the canonical forms of attributions and references.
///
/// Fixes that touch each other are made one at a time: whatever is left is looked at anew, until nothing changes any more. So
/// mending what was mended changes nothing. The words of quotes are compared before and after, and a file in which one would
/// change is left alone.
package struct Repair: Sendable {
  /// What was done in one file.
  package struct Step: Sendable, Equatable {
    /// Where the file was when it was done.
    package var path: String
    package var code: String
    package var summary: String
  }

  package private(set) var changes = ChangeSet()
  package private(set) var steps: [Step] = []

  /// So often everything is looked at anew; fixes that undo each other must come to an end.
  private static let mostRounds = 12

  /// - Parameters:
  ///   - snapshot: the work tree.
  ///   - isUnsafe: whether fixes that change what a record says are made too.
  ///   - isWanted: whether a fix of that rule's code may be made in the file of that path.
  package init(of snapshot: Snapshot, isUnsafe: Bool, where isWanted: (_ code: String, _ path: String) -> Bool) throws(KnowledgeBaseError) {
    var state = RepairState(snapshot)
    for _ in 0..<Self.mostRounds {
      guard let round = try state.round(isUnsafe: isUnsafe, isWanted) else { break }
      steps += round
    }
    changes = state.changes
  }
}

/// The files as they are after the fixes so far, in memory.
private struct RepairState {
  private struct Working {
    /// Where the file is on disk, and what it holds there.
    var origin: String
    var before: [UInt8]
    var bytes: [UInt8]
  }

  private struct Candidate {
    var code: String
    var summary: String
    var edits: [TextEdit]
    var newPath: String?
  }

  private var snapshot: Snapshot
  private let reader: RecordReader
  private let original: Snapshot
  /// By the path that the file has by now.
  private var working: [String: Working] = [:]
  private var facts: [String: FileFacts]
  /// Files whose fixes would have changed the words of a quote.
  private var refused: Set<String> = []

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    original = snapshot
    reader = RecordReader(configuration: snapshot.configuration, today: snapshot.today)
    facts = Dictionary(snapshot.graph.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var changes: ChangeSet {
    var changes = ChangeSet()
    for (path, file) in working {
      if path == file.origin { changes.edit(path, from: file.before, to: file.bytes) } else { changes.move(file.origin, to: path, from: file.before, to: file.bytes) }
    }
    return changes
  }

  /// Makes the fixes that can be made at once; `nil` where there is none.
  mutating func round(isUnsafe: Bool, _ isWanted: (String, String) -> Bool) throws(KnowledgeBaseError) -> [Repair.Step]? {
    var candidates: [String: [Candidate]] = [:]
    for finding in Validation(of: snapshot).findings {
      guard let fix = finding.fix, fix.isSafe || isUnsafe, isWanted(finding.code, finding.path) else { continue }
      candidates[finding.path, default: []].append(Candidate(code: finding.code, summary: fix.summary, edits: fix.edits, newPath: fix.newPath))
    }
    let canonical = CanonicalForm(graph: snapshot.graph, configuration: snapshot.configuration)
    var steps: [Repair.Step] = []
    for file in snapshot.graph.files where !refused.contains(file.path) {
      var own = candidates[file.path] ?? []
      guard !own.isEmpty || canonical.concerns(file), let bytes = bytes(file.path) else { continue }
      let document = DocumentReader().read(bytes)
      for correction in canonical.corrections(of: document, file) where isWanted(correction.code, file.path) {
        own.append(Candidate(code: correction.code, summary: correction.summary, edits: correction.edits))
      }
      guard !own.isEmpty else { continue }
      steps += apply(own, to: file, document)
    }
    // Files move when there is nothing else to do: until then places in them are those that were found.
    if steps.isEmpty { steps = try moveFiles(candidates) }
    guard !steps.isEmpty else { return nil }
    snapshot.graph = RecordGraph(files: facts.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    return steps
  }

  private func bytes(_ path: String) -> [UInt8]? { working[path]?.bytes ?? original.bytesOfFile(path) }

  private mutating func apply(_ candidates: [Candidate], to file: FileFacts, _ document: Document) -> [Repair.Step] {
    var taken: [TextEdit] = []
    var steps: [Repair.Step] = []
    for candidate in candidates where !candidate.edits.isEmpty && !candidate.edits.contains(where: { edit in taken.contains { $0.touches(edit) } }) {
      taken += candidate.edits
      steps.append(Repair.Step(path: file.path, code: candidate.code, summary: candidate.summary))
    }
    guard !taken.isEmpty, let changed = try? document.bytes.applying(taken), changed != document.bytes else { return [] }
    guard Self.words(of: document) == Self.words(of: DocumentReader().read(changed)) else {
      refused.insert(file.path)
      return []
    }
    replace(file.path, with: changed, document.bytes)
    return steps
  }

  private func isFree(_ path: String) -> Bool {
    facts[path] == nil && working[path] == nil && !original.hasFile(path)
  }

  private mutating func replace(_ path: String, with bytes: [UInt8], _ before: [UInt8]) {
    working[path] = Working(origin: working[path]?.origin ?? path, before: working[path]?.before ?? before, bytes: bytes)
    if facts[path] != nil { facts[path] = reader.facts(path: path, bytes: bytes) }
  }

  // MARK: Moves

  private mutating func moveFiles(_ candidates: [String: [Candidate]]) throws(KnowledgeBaseError) -> [Repair.Step] {
    var steps: [Repair.Step] = []
    for (path, own) in candidates.sorted(by: { $0.key < $1.key }) {
      guard let move = own.first(where: { $0.newPath != nil }), let newPath = move.newPath, newPath != path, isFree(newPath), let bytes = bytes(path)
      else { continue }
      try moveFile(from: path, to: newPath, DocumentReader().read(bytes))
      steps.append(Repair.Step(path: path, code: move.code, summary: move.summary))
    }
    return steps
  }

  private mutating func moveFile(from oldPath: String, to newPath: String, _ document: Document) throws(KnowledgeBaseError) {
    guard let own = try? document.bytes.applying(RelativePath.relocation(of: document, from: oldPath, to: newPath)) else { return }
    try followMove(from: oldPath, to: newPath)
    working[newPath] = Working(origin: working[oldPath]?.origin ?? oldPath, before: working[oldPath]?.before ?? document.bytes, bytes: own)
    working[oldPath] = nil
    facts[oldPath] = nil
    facts[newPath] = reader.facts(path: newPath, bytes: own)
  }

  /// Markdown links of other files to one that moves.
  private mutating func followMove(from oldPath: String, to newPath: String) throws(KnowledgeBaseError) {
    let id = RecordReader.id(ofPath: oldPath)
    let rewrite = ReferenceRewrite(old: id, new: id, oldPath: oldPath, newPath: newPath, isPersona: false)
    let listing = try KnowledgeBaseError.wrap { () throws(GitError) in try original.fileSource.listing() }
    let others = listing.entries.map(\.path).filter { $0.utf8.suffix(3).elementsEqual(".md".utf8) && facts[$0] == nil }
    let linking = facts.values.filter { file in file.fileLinks.contains { rewrite.leadsToRecord($0.destination, from: file.path) } }.map(\.path)
    for path in Set(others + linking) where path != oldPath {
      guard let bytes = bytes(path) else { continue }
      let document = DocumentReader().read(bytes)
      let edits = rewrite.fileLinkEdits(of: document, path: path)
      guard !edits.isEmpty, let changed = try? bytes.applying(edits) else { continue }
      replace(path, with: changed, bytes)
    }
  }

  // MARK: Words

  /// The words of every quote, line by line.
  private static func words(of document: Document) -> [[ArraySlice<UInt8>]] {
    document.body.quotes.map { block in
      block.lines.map { document.bytes[$0.range] }.filter { line in line.contains { !$0.isBlank } }
    }
  }
}

extension TextEdit {
  /// Whether two edits concern the same or neighbouring bytes, so that one had better see what the other did.
  fileprivate func touches(_ other: TextEdit) -> Bool { range.start <= other.range.end && other.range.start <= range.end }
}
