import CMalloc
import Synchronization

/// How the process gets memory from the system.
enum Memory {
  /// Takes it in large pieces and keeps them. The allocator's way, a few pages at a time and large arrays back at once, is meant for
  /// processes that live long; one that reads ten thousand files and ends spends a tenth of its time on it.
  static func takeInLargePieces() {
    #if canImport(Glibc)
    mallopt(M_TOP_PAD, 16 << 20)
    mallopt(M_TRIM_THRESHOLD, 1 << 30)
    mallopt(M_MMAP_THRESHOLD, 4 << 20)
    #endif
  }

  private static let kept = Mutex<[any Sendable]>([])

  /// Keeps a value until the process ends, which gives all back at once: piece by piece, ten thousand records take some milliseconds.
  static func keep(_ value: some Sendable) { kept.withLock { $0.append(value) } }
}
