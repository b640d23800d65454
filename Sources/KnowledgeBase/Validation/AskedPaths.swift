import KBGit
import Synchronization

/// Whether there are files or folders at paths of the knowledge base, in the source that was read: each is looked for once.
final class AskedPaths: Sendable {
  private let source: FileSource
  private let known = Mutex<[String: Bool]>([:])

  init(in source: FileSource) { self.source = source }

  func exist(_ path: String) -> Bool {
    known.withLock { known in
      if let answer = known[path] { return answer }
      let answer = Self.exists(path, in: source)
      known[path] = answer
      return answer
    }
  }

  /// What was asked and answered so far, by path.
  var answers: [(path: String, exists: Bool)] { known.withLock { $0.map { ($0.key, $0.value) } }.sorted { $0.path < $1.path } }

  static func exists(_ path: String, in source: FileSource) -> Bool {
    // A source that cannot be asked proves no link broken.
    do { return try FileReader(of: source).kind(ofPath: path) != nil } catch { return true }
  }
}
