#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KnowledgeBase
import Synchronization

/// What happens when somebody ends the program (Control-C), or the system does (SIGTERM, SIGHUP).
///
/// What only reads ends at once. What writes ends when its files are whole or gone again. In both cases the terminal is put in
/// order and the process dies of the signal, so that whoever started it sees what ended it (a shell: status 130).
enum Interrupt {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// The signal that came while something was being written; 0 for none.
  private static let pending = Atomic<Int32>(0)
  /// How many pieces of work are under way that must not be cut in two.
  private static let depth = Atomic<Int>(0)
  /// Whether the signal is for another program that runs in the foreground.
  private static let isForOthers = Atomic<Bool>(false)

  /// From here on signals are handled. Those that whoever started the program has turned off stay off.
  static func install() {
    // A handler may not be the first to ask for these.
    Keyboard.prepareForSignals()
    ProgressLine.prepareForSignals()
    _ = (pending.load(ordering: .relaxed), depth.load(ordering: .relaxed), isForOthers.load(ordering: .relaxed))
    for signal in signals {
      var old = sigaction()
      sigaction(signal, nil, &old)
      guard !isIgnored(old) else { continue }
      var action = sigaction()
      setHandler(&action) { Interrupt.received($0) }
      sigemptyset(&action.sa_mask)
      sigaction(signal, &action, nil)
    }
    // A limit on the size of files is an error of the call that meets it. A handler, unlike a signal that is ignored, is not passed
    // on to an editor.
    var action = sigaction()
    setHandler(&action) { _ in }
    sigemptyset(&action.sa_mask)
    sigaction(SIGXFSZ, &action, nil)
  }

  /// Whether somebody wants the program to end, while ``whileWriting(_:)`` holds that back.
  static var isRequested: Bool { pending.load(ordering: .sequentiallyConsistent) != 0 }

  /// For work in the library that can stop half-way and tidy up.
  static let cancellation = Cancellation { isRequested }

  /// Does something that a signal does not cut in two: the process ends after it.
  static func whileWriting<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    depth.add(1, ordering: .sequentiallyConsistent)
    defer {
      if depth.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 {
        let signal = pending.load(ordering: .sequentiallyConsistent)
        if signal != 0 { end(by: signal) }
      }
    }
    return try body()
  }

  /// Does something while another program, such as an editor, has the terminal: Control-C is meant for that one.
  static func whileAnotherRuns<Result>(_ body: () throws -> Result) rethrows -> Result {
    isForOthers.store(true, ordering: .sequentiallyConsistent)
    defer { isForOthers.store(false, ordering: .sequentiallyConsistent) }
    return try body()
  }

  // MARK: In a handler

  // Only what may be called in a handler: no memory is taken, no lock waited for.
  private static func received(_ signal: Int32) {
    if signal == SIGINT, isForOthers.load(ordering: .sequentiallyConsistent) { return }
    if depth.load(ordering: .sequentiallyConsistent) > 0 {
      pending.store(signal, ordering: .sequentiallyConsistent)
      return
    }
    end(by: signal)
  }

  private static func end(by number: Int32) {
    ProgressLine.eraseInHandler()
    Keyboard.restore()
    signal(number, SIG_DFL)
    // In a handler the signal waits until the handler returns.
    raise(number)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
    unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #else
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    #endif
  }

  private static func setHandler(_ action: inout sigaction, _ handler: @escaping @convention(c) (Int32) -> Void) {
    #if canImport(Darwin)
    action.__sigaction_u.__sa_handler = handler
    #else
    action.__sigaction_handler.sa_handler = handler
    #endif
  }
}
