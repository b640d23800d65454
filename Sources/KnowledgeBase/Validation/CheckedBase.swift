import KBGit
package import KBModel

/// What a validation found in a knowledge base, with what is needed to tell somebody.
package struct CheckedBase: Sendable {
  package var location: KnowledgeBaseLocation
  package var findings: [Finding]
  package var suppressed: [SuppressedFinding]
  package var summary: FindingSummary
  /// What the user should know about how the files were read, in sentences.
  package var notices: [String]
  /// The bytes of a file, read again; `nil` where they cannot be.
  package var bytesOfFile: @Sendable (String) -> [UInt8]?
  /// What was read, where something was: whoever keeps this value does not wait for it to be given back.
  private var snapshot: Snapshot?

  package init(_ validation: Validation, of snapshot: Snapshot) {
    location = snapshot.location
    findings = validation.findings
    suppressed = validation.suppressed
    summary = validation.summary
    notices = snapshot.notices
    bytesOfFile = snapshot.bytesOfFile
    self.snapshot = snapshot
  }

  fileprivate init(_ cached: CachedFindings, in base: SnapshotLoader.OpenedBase, at location: KnowledgeBaseLocation) {
    self.location = location
    findings = cached.findings
    suppressed = cached.suppressed
    summary = FindingSummary(cached.findings, files: cached.files, records: cached.records)
    notices = base.notices
    bytesOfFile = Snapshot.bytesOfFile(in: base.fileSource, limit: base.configuration.fileLimit)
  }
}

extension SnapshotLoader {
  /// Validates the knowledge base. Where nothing has changed since a validation whose findings are remembered, they are taken, and no
  /// record is looked at.
  ///
  /// - Parameters:
  ///   - baseline: see ``Validation``; with one, nothing is taken from memory.
  ///   - prepare: what is done to the snapshot before the rules see it; it must depend on nothing but the snapshot.
  package func check(
    baseline: (path: String, entries: Baseline)? = nil, preparing prepare: (Snapshot) -> Snapshot = { $0 }
  ) throws(KnowledgeBaseError) -> CheckedBase {
    let base = try openBase()
    let facts = baseline == nil ? unchangedFacts(of: base) : nil
    if let facts, let found = cachedFindings(of: base, facts: facts) { return CheckedBase(found, in: base, at: location) }
    let remembered = base.remembered
    let snapshot = prepare(try load(base).snapshot)
    let paths = AskedPaths(in: snapshot.fileSource)
    let validation = Validation(of: snapshot, baseline: baseline, paths: paths)
    if let facts, let remembered {
      let found = CachedFindings(of: validation, facts: facts, asOf: asOf, paths: paths.answers)
      remembered.cache.writeFindings(found.bytes, remembered.key)
    }
    return CheckedBase(validation, of: snapshot)
  }

  /// The identity of the remembered facts, where they are those of all files as they are now and there is nothing beside them.
  private func unchangedFacts(of base: OpenedBase) -> ContentHash? {
    guard let remembered = base.remembered, let cached = remembered.cached, key(under: base.configuration, in: remembered.cache) == remembered.key,
      base.files.symbolicLinks.isEmpty, base.leftOut.unreadable.isEmpty, remembered.isCurrent.count == cached.count, remembered.isCurrent.allSatisfy({ $0 }), cached.lists(base.files.entries)
    else { return nil }
    return cached.identity
  }

  private func cachedFindings(of base: OpenedBase, facts: ContentHash) -> CachedFindings? {
    guard let remembered = base.remembered, let bytes = remembered.cache.findings(remembered.key), let found = CachedFindings(bytes),
      found.facts == facts, found.asOf == asOf, found.paths.allSatisfy({ AskedPaths.exists($0.path, in: base.fileSource) == $0.exists })
    else { return nil }
    return found
  }
}
