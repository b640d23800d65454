#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import Synchronization

/// Single keys, without waiting for the end of a line.
enum Keyboard {
  /// How the terminal was before a key was waited for. Written before `isRaw` is set and read only where it is, also in a signal's
  /// handler, which is why it lies in memory that never moves.
  nonisolated(unsafe) private static let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  private static let isRaw = Atomic<Bool>(false)

  /// Waits for a key. Control-C and control-D are `nil`, as is the end of the input or a signal that ends the program.
  static func key() -> Character? {
    guard tcgetattr(0, saved) == 0 else { return nil }
    var raw = saved.pointee
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    isRaw.store(true, ordering: .sequentiallyConsistent)
    tcsetattr(0, TCSADRAIN, &raw)
    defer { restore() }
    var byte: UInt8 = 0
    while true {
      let count = read(0, &byte, 1)
      if count < 0, errno == EINTR, !Interrupt.isRequested { continue }
      guard count == 1, byte != 3, byte != 4 else { return nil }
      return byte == 13 ? "\n" : Character(Unicode.Scalar(byte))
    }
  }

  /// Gives the terminal back as it was, where a key is being waited for. A signal's handler may call it.
  static func restore() {
    if isRaw.exchange(false, ordering: .sequentiallyConsistent) { tcsetattr(0, TCSADRAIN, saved) }
  }

  /// Makes what a handler needs, so that it is not made there.
  static func prepareForSignals() { _ = (saved, isRaw.load(ordering: .relaxed)) }
}
