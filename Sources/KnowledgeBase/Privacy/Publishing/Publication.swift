import KBDocuments
import KBModel
package import KBPrivacy

/// A plain copy of a knowledge base for an audience: computed and checked as a whole, then written.
package struct Publication: Sendable {
  package private(set) var summary: PublicationSummary
  /// By path, without the manifest.
  private(set) var files: [(path: String, bytes: [UInt8])] = []

  private let snapshot: Snapshot
  private let redaction: Redaction
  private var count = Redaction.Count()

  /// - Parameter snapshot: with its files' bytes.
  /// - Throws: where something that must not be seen would be in the copy.
  package init(of snapshot: Snapshot, for audience: Audience) throws(KnowledgeBaseError) {
    self.snapshot = snapshot
    summary = PublicationSummary(audience: audience)
    let selection = PublicationSelection(snapshot, audience: audience)
    summary.leftOut = selection.leftOut
    redaction = selection.redaction

    let documents = selection.kept.compactMap { file in
      (file.source ?? snapshot.bytesOfFile(file.path)).map { (file: file, document: DocumentReader().read($0)) }
    }
    let names = PublicNames(selection)
    for (file, document) in documents {
      let record = PublishedRecord(file: file, document: document, snapshot: snapshot, audience: audience, redaction: redaction)
      if audience == .public {
        guard let text = record.publicText(names, &count) else { continue }
        files.append((names.path(of: file), Array(text.utf8)))
      } else {
        files.append((file.path, record.internalText(&count)))
      }
      summary.records[file.type, default: 0] += 1
      summary.withheldQuotes += record.withheld.count
    }
    files.append(("kb.yaml", Array(configuration(audience).utf8)))
    (summary.roles, summary.personalData, summary.names, summary.repeats) = (count.roles, count.personalData, count.names, count.repeats)
    try check()
  }

  /// What the copy needs to be read with `kb`: no defaults and no queries, which name people; for anybody no presets either.
  private func configuration(_ audience: Audience) -> String {
    let configuration = snapshot.configuration
    guard audience != .public else {
      return "language: \(YAMLText.scalar(configuration.language))\n"
        + (configuration.segments.map { "segments: \(YAMLText.list($0))\n" } ?? "")
        + "market: {share: \(configuration.marketShare), window: \(configuration.windowDays)}\n"
    }
    var text = "name: \(YAMLText.scalar(snapshot.name))\n"
    guard let source = configuration.source else { return text }
    for key in ["language", "segments", "channels", "stages", "market", "consents", "types", "rules"] {
      if let node = source[key] { text += "\(key): \(YAMLText.flow(node, of: source))\n" }
    }
    return text
  }

  private func check() throws(KnowledgeBaseError) {
    for (path, bytes) in files where !redaction.isClean(bytes) || !redaction.isClean(Array(path.utf8)) {
      throw .usage(
        "the copy of a record would still hold something that this audience must not see; nothing was written",
        remedy: "Look at '\(path)' and take the name or number out of its file name or fields.")
    }
  }

  /// Writes the copy, the manifest last: a folder without one is not whole.
  ///
  /// - Parameter manifest: the text of `MANIFEST.md`.
  /// - Parameter folder: a new or empty folder outside of the knowledge base.
  /// - Throws: where it cannot be written whole; then nothing of it stays.
  package func write(to folder: String, manifest: String, cancellation: Cancellation = .never) throws(KnowledgeBaseError) {
    let copy = try EmptyFolder(folder, outside: snapshot.location.folder)
    do throws(KnowledgeBaseError) {
      for (path, bytes) in files {
        try cancellation.check()
        try AtomicFile.create(path, in: copy.path, bytes: bytes)
      }
      try AtomicFile.create("MANIFEST.md", in: copy.path, bytes: Array(manifest.utf8))
    } catch {
      copy.takeBack()
      throw error
    }
  }
}
