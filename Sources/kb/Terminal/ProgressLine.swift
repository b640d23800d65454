#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBModel
import KnowledgeBase
import Synchronization

/// One line on standard error that says how far the work has come: only on a terminal, only for work that takes over a second, and
/// gone before anything else is written.
enum ProgressLine {
  private struct State {
    var start: ContinuousClock.Instant?
    var shown: ContinuousClock.Instant?
  }

  /// Work that is done sooner shows nothing.
  private static let patience = Duration.seconds(1)
  /// Faster than this nobody reads.
  private static let pace = Duration.milliseconds(100)
  private static let state = Mutex(State())
  /// Whether there is a line to take away. Apart from the rest, for a signal's handler.
  private static let isShown = Atomic<Bool>(false)

  /// Shows what it is told, where there is a terminal to show it on.
  static let progress: WorkProgress = {
    guard Terminal.canErase else { return .unseen }
    return WorkProgress { work, done, total in show(work, done, total) }
  }()

  private static func show(_ work: WorkProgress.Work, _ done: Int, _ total: Int?) {
    let now = ContinuousClock.now
    state.withLock { state in
      let start = state.start ?? now
      state.start = start
      guard now - start >= patience, state.shown.map({ now - $0 >= pace }) ?? true else { return }
      state.shown = now
      isShown.store(true, ordering: .sequentiallyConsistent)
      StandardError.writeKeepingProgress("\r\u{1B}[K\(text(work, done, total))")
    }
  }

  /// Takes the line away, if there is one.
  static func erase() {
    guard isShown.exchange(false, ordering: .sequentiallyConsistent) else { return }
    StandardError.writeKeepingProgress("\r\u{1B}[K")
  }

  /// Takes the line away from a signal's handler: nothing but one system call.
  static func eraseInHandler() {
    guard isShown.exchange(false, ordering: .sequentiallyConsistent) else { return }
    let bytes: StaticString = "\r\u{1B}[K"
    _ = write(2, bytes.utf8Start, bytes.utf8CodeUnitCount)
  }

  /// Makes what a handler needs, so that it is not made there.
  static func prepareForSignals() { _ = isShown.load(ordering: .relaxed) }

  static func text(_ work: WorkProgress.Work, _ done: Int, _ total: Int?) -> String {
    let (verb, things) =
      switch work {
      case .readingFiles: ("reading", "files")
      case .readingCommits: ("reading", "commits")
      case .readingVersions: ("reading", "versions of files")
      case .readingRows: ("reading", "rows")
      case .writingObjects: ("writing", "objects")
      case .writingRows: ("writing", "rows")
      }
    return "\(verb) \(grouped(done))\(total.map { " of \(grouped($0))" } ?? "") \(things) …"
  }

  /// 12345 as 12,345.
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var place = digits.utf8.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
