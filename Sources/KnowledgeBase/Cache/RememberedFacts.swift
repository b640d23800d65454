import KBGit
import KBModel
import Synchronization

/// The facts that an earlier command left, and which of them still hold: found out while the folder is listed, since most names that
/// the listing will give are known.
final class RememberedFacts: Sendable {
  let cache: FactsCache
  let key: FactsCache.Key
  let cached: CachedFacts?
  private let folder: FileSource
  private let next = Atomic<Int>(0)
  private let parts: Mutex<[[Bool]]>

  /// Entries that a core looks at at a time.
  private static let stretch = 256

  /// `nil` where the folder's `kb.yaml` cannot be read.
  init?(_ cache: FactsCache, at location: KnowledgeBaseLocation, today: CalendarDate) {
    folder = .folder(location.folder, nil)
    guard let files = try? FileReader(of: folder), case .bytes(let text, _) = files.read(path: Configuration.path, limit: 1 << 20) else { return nil }
    self.cache = cache
    key = FactsCache.Key(program: cache.program, folder: location.folder, today: today, configuration: text)
    cached = cache.read(key)
    let stretches = ((cached?.count ?? 0) + Self.stretch - 1) / Self.stretch
    parts = Mutex(Array(repeating: [], count: stretches))
  }

  /// Looks which files are as they were; several cores may do so at once.
  func check() {
    guard let cached, let files = try? FileReader(of: folder) else { return }
    let stretches = (cached.count + Self.stretch - 1) / Self.stretch
    while true {
      let stretch = next.add(1, ordering: .relaxed).oldValue
      guard stretch < stretches else { return }
      let current = (stretch * Self.stretch..<min(cached.count, (stretch + 1) * Self.stretch)).map { index in
        files.status(ofPath: cached.path(at: index)).map { cached[index].matches($0) } ?? false
      }
      parts.withLock { $0[stretch] = current }
    }
  }

  /// By entry whether its facts hold. Empty where nothing is remembered.
  var isCurrent: [Bool] { parts.withLock { Array($0.joined()) } }
}
