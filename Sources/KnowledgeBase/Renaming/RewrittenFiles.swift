import KBDocuments
import KBGit
import KBModel

/// The edits by which every reference to a record follows it, file by file.
struct RewrittenFiles {
  struct File {
    var document: Document
    var edits: [TextEdit]
  }

  private(set) var files: [String: File] = [:]
  /// References that follow.
  private(set) var count = 0
  /// What a person should look at.
  private(set) var notices: [String] = []

  private let snapshot: Snapshot
  private let rewrite: ReferenceRewrite

  init(_ rewrite: ReferenceRewrite, in snapshot: Snapshot) throws(KnowledgeBaseError) {
    self.snapshot = snapshot
    self.rewrite = rewrite
    var known: Set<String> = []
    for file in snapshot.graph.files {
      known.insert(file.path)
      if rewrite.concerns(file) { try rewriteRecord(file) } else if file.frontMatter == nil { try noticeUnread(file.path) }
    }
    try rewriteConfiguration()
    try rewriteOtherFiles(known: known)
  }

  private mutating func add(_ edits: [TextEdit], to path: String, _ document: Document) {
    guard !edits.isEmpty else { return }
    count += edits.count
    files[path] = File(document: document, edits: edits)
  }

  private func bytes(_ path: String) throws(KnowledgeBaseError) -> [UInt8] {
    guard let bytes = snapshot.bytesOfFile(path) else { throw .unreadable(path: path, reason: "it vanished or is too large") }
    return bytes
  }

  private mutating func rewriteRecord(_ file: FileFacts) throws(KnowledgeBaseError) {
    let document = DocumentReader().read(try bytes(file.path))
    var edits = rewrite.bodyEdits(of: document, path: file.path)
    if let frontMatter = document.frontMatter, let type = snapshot.configuration.schema[file.type] {
      edits += rewrite.fieldEdits(of: document, references: SchemaReader.references(in: frontMatter, of: type))
    }
    add(edits, to: file.path, document)
  }

  /// A front matter that cannot be read may hold references that nobody can follow.
  private mutating func noticeUnread(_ path: String) throws(KnowledgeBaseError) {
    guard let bytes = snapshot.bytesOfFile(path) else { return }
    let name = Array(rewrite.old.utf8)
    guard bytes.count >= name.count else { return }
    for start in 0...(bytes.count - name.count)
    where bytes[start..<start + name.count].elementsEqual(name) && (start == 0 || !bytes[start - 1].isIDByte)
      && (start + name.count == bytes.count || !bytes[start + name.count].isIDByte)
    {
      notices.append("'\(path)' names '\(rewrite.old)', and its front matter cannot be read: look at it yourself")
      return
    }
  }

  private mutating func rewriteConfiguration() throws(KnowledgeBaseError) {
    let bytes = try bytes(Configuration.path)
    let edits = ConfigurationRewrite(rewrite: rewrite, configuration: snapshot.configuration).edits(of: bytes)
    add(edits, to: Configuration.path, DocumentReader().readYAML(bytes))
  }

  /// Markdown files that are no records, such as a README: their links follow too.
  private mutating func rewriteOtherFiles(known: Set<String>) throws(KnowledgeBaseError) {
    let listing = try KnowledgeBaseError.wrap { () throws(GitError) in try snapshot.fileSource.listing() }
    let excluded = snapshot.configuration.exclude.map(Glob.init)
    for entry in listing.entries where entry.path.utf8.suffix(3).elementsEqual(".md".utf8) && !known.contains(entry.path) {
      guard !excluded.contains(where: { $0.matches(entry.path) }), let bytes = snapshot.bytesOfFile(entry.path) else { continue }
      let document = DocumentReader().read(bytes)
      add(rewrite.bodyEdits(of: document, path: entry.path), to: entry.path, document)
    }
  }
}

extension RewrittenFiles.File {
  /// The file's bytes with its edits made.
  func result(_ path: String, adding more: [TextEdit] = []) throws(KnowledgeBaseError) -> [UInt8] {
    do throws(TextEditError) { return try document.bytes.applying(edits + more) } catch {
      throw .unreadable(path: path, reason: "two references in it overlap")
    }
  }
}
