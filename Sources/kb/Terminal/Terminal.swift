#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the terminal can show.
enum Terminal {
  static var isOutput: Bool { isatty(1) == 1 }
  /// Whether questions can be asked and answered.
  static var isInteractive: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Whether what was written can be taken back with escape sequences.
  static var canErase: Bool { isatty(2) == 1 && Environment.value("TERM") != nil && Environment.value("TERM") != "dumb" }

  /// Lines that the terminal shows; `nil` without one.
  static var rows: Int? {
    var size = winsize()
    return isOutput && ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : nil
  }

  /// Columns of text: the terminal's, at most 120 so that lines stay readable; 80 without a terminal.
  static var width: Int {
    var size = winsize()
    guard isOutput, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(120, max(60, Int(size.ws_col)))
  }
}
