import Dispatch
import KBGit
import KBModel
import Synchronization

/// One pass over all files, shared by the processors.
struct SearchScan: Sendable {
  struct Found: Sendable {
    var documents: [SearchDocument] = []
    /// For each term, how many files have it.
    var files: [Int]
    /// Bytes of all files that could be read, and how many these are.
    var bytes = 0
    var readable = 0
  }

  let entries: [FileEntry]
  let source: FileSource
  let configuration: Configuration
  let query: SearchQuery
  let scope: SearchScope

  /// Files that a worker takes at a time.
  private static let stretch = 128

  /// - Parameter isPartial: whether some of the words are enough.
  func run(isPartial: Bool) throws(KnowledgeBaseError) -> Found {
    let stretches = (entries.count + Self.stretch - 1) / Self.stretch
    let next = Atomic<Int>(0)
    let parts = Mutex<[Found?]>(Array(repeating: nil, count: stretches))
    let failure = Mutex<GitError?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(stretches, ProcessorCount.active))) { _ in
      do throws(GitError) {
        let reader = try FileReader(of: source)
        var folded = FoldedFile()
        while true {
          let stretch = next.add(1, ordering: .relaxed).oldValue
          guard stretch < stretches else { return }
          let found = search(stretch * Self.stretch..<min(entries.count, (stretch + 1) * Self.stretch), reader, &folded, isPartial: isPartial)
          parts.withLock { $0[stretch] = found }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw .git(error) }
    return parts.withLock { parts in
      parts.reduce(into: Found(files: Array(repeating: 0, count: query.terms.count))) { all, part in
        guard let part else { return }
        all.documents += part.documents
        all.bytes += part.bytes
        all.readable += part.readable
        for term in all.files.indices { all.files[term] += part.files[term] }
      }
    }
  }

  private func search(_ range: Range<Int>, _ reader: FileReader, _ folded: inout FoldedFile, isPartial: Bool) -> Found {
    let matcher = TermMatcher(query.terms)
    let excluded = TermMatcher(query.excluded)
    let all: UInt64 = query.terms.count >= 64 ? .max : (1 << UInt64(query.terms.count)) - 1
    let schema = SearchSchema(configuration.schema)
    var found = Found(files: Array(repeating: 0, count: query.terms.count))
    for place in range {
      guard case .bytes(let bytes, _) = reader.read(entries[place], limit: configuration.fileLimit) else { continue }
      found.bytes += bytes.count
      found.readable += 1
      var present = folded.fold(bytes) { matcher.termsPresent(in: $0) }
      // The id stands in the name of the file.
      for (i, term) in matcher.terms.enumerated() where present & (1 << UInt64(i)) == 0 {
        if idHas(term, entries[place].path) { present |= 1 << UInt64(i) }
      }
      for term in found.files.indices where present & (1 << UInt64(term)) != 0 { found.files[term] += 1 }
      guard isPartial ? present != 0 : present == all else { continue }
      guard let file = SearchFile(bytes: bytes, path: entries[place].path, schema: schema), file.isIn(scope) else { continue }
      found.documents += file.documents(file: place, matcher: matcher, excluded: excluded, scope: scope, isPartial: isPartial)
    }
    return found
  }

  private func idHas(_ term: SearchQuery.Term, _ path: String) -> Bool {
    var path = path
    return path.withUTF8 { path in
      let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      let name = UnsafeBufferPointer(rebasing: path[start..<max(start, path.count - 3)])
      return TermMatcher([term]).termsPresent(in: name) != 0
    }
  }
}
