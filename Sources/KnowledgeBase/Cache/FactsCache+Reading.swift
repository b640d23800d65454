#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBGit
import KBModel

/// The moment before files are looked at: a file that changed about then may have changed since without its times saying so.
struct ReadingMoment {
  /// Nanoseconds since 1970-01-01 UTC.
  private let time: Int64

  init() {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    time = Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
  }

  /// Whether the times of a file that was read prove that it has not changed since.
  func proves(_ stat: FileStat) -> Bool {
    // A file system that keeps whole seconds (or two, as FAT does) says nothing about the rest of the second.
    let isCoarse = stat.changed % 1_000_000_000 == 0 || stat.modified % 1_000_000_000 == 0
    let slack: Int64 = isCoarse ? 2_000_000_000 : 50_000_000
    let newest = max(stat.changed, stat.modified)
    return newest < time - slack
  }
}

extension FactsCache {
  /// Writes what was read where enough of it is new.
  func remember(_ files: [FactsReading.File], of entries: [FileEntry], since moment: ReadingMoment, _ key: Key, replacing cached: CachedFacts?) {
    let fresh = files.count { file in
      guard let stamp = file.stamp, !stamp.isCached, let stat = stamp.stat else { return false }
      return moment.proves(stat)
    }
    // Files that have gone count too; those that cannot be remembered do not.
    let gone = (cached?.count ?? 0) - files.count { $0.stamp?.isCached ?? false }
    guard isWorthWriting(changes: max(fresh, gone), of: files.count) else { return }
    write(key) { writer in
      for (entry, file) in zip(entries, files) {
        guard let stamp = file.stamp else { continue }
        writer.add(path: entry.path, facts: file.facts, stat: stamp.stat.flatMap { moment.proves($0) ? $0 : nil }, hash: stamp.hash)
      }
    }
  }
}
