import KBDocuments
import KBGit
package import KBModel
package import KBPrivacy

/// Somebody's words in what a repository holds: where they are, and a copy without them.
package struct HistoryErasure: Sendable {
  private let target: ErasureTarget
  private let day: CalendarDate
  private let place: RepositoryLocation
  /// The words of all versions.
  private var words: WordSequences
  private var history: ReachableHistory
  /// Blobs and messages that hold something to take out.
  private var blobs: Set<BlobID> = []
  private var messages: Set<ObjectID> = []
  private let isShallow: Bool

  /// Larger files are no records.
  private static let limit = 64 << 20
  private static let replacement = "(erased)"

  /// Reads every version of every file. `nil` outside of a repository.
  package init?(_ erasure: Erasure, progress: WorkProgress = .unseen) throws(KnowledgeBaseError) {
    guard let place = erasure.location.repository else { return nil }
    self.place = place
    target = erasure.target
    day = erasure.summary.day
    words = erasure.words
    do throws(GitError) {
      let repository = try Repository(at: place)
      isShallow = repository.isShallow
      history = try repository.reachableHistory()
      // First the words of all versions, then who repeats them.
      for (position, blob) in history.blobs.enumerated() where blob.path.hasSuffix(".md") {
        if position % 128 == 0 { progress.report(.readingVersions, position, of: history.blobs.count) }
        guard let bytes = try repository.blob(blob.id, limit: Self.limit), mayConcern(bytes),
          let found = DocumentErasure(of: DocumentReader().read(bytes), target: target, day: day)
        else { continue }
        blobs.insert(blob.id)
        for text in found.erased { words.add(text) }
      }
      for blob in history.blobs where !blobs.contains(blob.id) {
        if let bytes = try repository.blob(blob.id, limit: Self.limit), !words.ranges(in: bytes).isEmpty { blobs.insert(blob.id) }
      }
      for id in history.commits + history.tags where try !words.ranges(in: repository.message(of: id)).isEmpty { messages.insert(id) }
    } catch {
      throw .git(error)
    }
  }

  /// A quick look before a document is read: whether the pseudonym or the customer stands in it at all.
  private func mayConcern(_ bytes: [UInt8]) -> Bool {
    let wanted = (target.person.map { [$0] } ?? []) + Set(target.talks.map(\.customer))
    return bytes.withUnsafeBufferPointer { buffer in wanted.contains { buffer.contains(Array($0.utf8)) } }
  }

  package var isEmpty: Bool { blobs.isEmpty && messages.isEmpty }

  /// The commits and references that hold the words.
  package func traces() throws(KnowledgeBaseError) -> ErasureSummary.Traces {
    var traces = ErasureSummary.Traces()
    do throws(GitError) {
      let repository = try Repository(at: place)
      let found = try repository.commits(of: history, holding: blobs, or: messages)
      traces.commits = found.holding.map { "\($0)" }
      for reference in try repository.tips() {
        let reached = try repository.target(of: reference)
        if found.tainted.contains(reached) || blobs.contains(reached) || messages.contains(reference.target) { traces.references.append(reference.name) }
      }
    } catch {
      throw .git(error)
    }
    traces.versions = blobs.count
    traces.messages = messages.count
    traces.paths = Set(history.blobs.filter { blobs.contains($0.id) }.map(\.path)).sorted()
    traces.isShallow = isShallow
    return traces
  }

  /// Writes a bare copy of the repository in which no version of a file and no message holds the words, and reads all of it again.
  ///
  /// - Parameter folder: a new or empty folder outside of the repository.
  /// - Throws: where something is left, too; then the copy stays for a look and must not be used.
  package func rewrite(into folder: String, cancellation: Cancellation = .never, progress: WorkProgress = .unseen) throws(KnowledgeBaseError) -> ErasedHistory {
    if isShallow { throw .git(.shallowHistory(revision: "HEAD")) }
    let empty = try EmptyFolder(folder, outside: place.workTree ?? place.gitDirectory)
    let copy = empty.path
    let map: [ObjectID: ObjectID]
    do throws(GitError) {
      let source = try Repository(at: place)
      map = try source.copyHistory(
        history, to: copy, isCancelled: cancellation.isRequested, progress: progress,
        blob: { id, bytes in blobs.contains(id) ? erased(bytes) : nil },
        message: { id, bytes in messages.contains(id) ? words.replacing(in: bytes, with: Self.replacement) : nil })
    } catch {
      empty.takeBack()
      throw cancellation.isRequested() ? .cancelled : .git(error)
    }
    do throws(GitError) {
      let lines = history.commits.map { "\($0) \(map[$0] ?? $0)\n" }.joined()
      let mapFile = copy + "/kb-commit-map"
      do throws(KnowledgeBaseError) { try UserFile.write(mapFile, Array(lines.utf8)) } catch { throw GitError.library(operation: "write the map", code: 0, detail: error.message) }
      let proved = try prove(copy)
      return ErasedHistory(
        folder: copy, map: mapFile, commits: history.commits.count, changed: history.commits.count { map[$0] != $0 }, proved: proved)
    } catch {
      throw .git(error)
    }
  }

  private func erased(_ bytes: [UInt8]) -> [UInt8] {
    let structural = DocumentErasure(of: DocumentReader().read(bytes), target: target, day: day)?.bytes ?? bytes
    return words.replacing(in: structural, with: Self.replacement) ?? structural
  }

  /// Reads every object that a reference of the copy leads to.
  private func prove(_ copy: String) throws(GitError) -> Int {
    guard let place = RepositoryLocation.containing(copy) else { throw .repositoryInvalid(path: copy, detail: "it was not written") }
    let repository = try Repository(at: place)
    let history = try repository.reachableHistory()
    for blob in history.blobs {
      guard let bytes = try repository.blob(blob.id, limit: Self.limit) else { continue }
      let isLeft = !words.ranges(in: bytes).isEmpty
        || blob.path.hasSuffix(".md") && mayConcern(bytes) && DocumentErasure(of: DocumentReader().read(bytes), target: target, day: day) != nil
      if isLeft { throw .corruptObject(id: blob.id, detail: "words are left in '\(blob.path)' of the copy, which must not be used") }
    }
    for id in history.commits + history.tags where try !words.ranges(in: repository.message(of: id)).isEmpty {
      throw .corruptObject(id: id, detail: "words are left in a message of the copy, which must not be used")
    }
    return history.blobs.count + history.trees.count + history.commits.count + history.tags.count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether some bytes stand anywhere in these.
  fileprivate func contains(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, count >= wanted.count else { return false }
    for i in 0...(count - wanted.count) where self[i] == first {
      if (1..<Swift.max(1, wanted.count)).allSatisfy({ self[i + $0] == wanted[$0] }) { return true }
    }
    return false
  }
}
