#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Data goes here.
enum StandardOutput {
  static func write(_ text: String) {
    ProgressLine.erase()
    writeAll(text, to: 1)
  }

  /// What somebody reads: with the user's pager where it is longer than the terminal is high.
  static func show(_ text: String) {
    ProgressLine.erase()
    if !Pager.show(text) { writeAll(text, to: 1) }
  }

  /// The same bytes where they go to somebody else's input.
  static func write(_ text: String, to descriptor: Int32) { writeAll(text, to: descriptor) }
}

/// Messages go here.
enum StandardError {
  static func write(_ text: String) {
    ProgressLine.erase()
    writeAll(text, to: 2)
  }

  /// What belongs to the progress line itself.
  static func writeKeepingProgress(_ text: String) { writeAll(text, to: 2) }
}

/// The standard input, read to its end.
enum StandardInput {
  static func bytes() -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}

private func writeAll(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      // A reader that has gone away needs no more.
      guard count > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
