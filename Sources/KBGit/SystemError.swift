#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Error numbers of the system.
package enum SystemError {
  /// The error of the system call that just failed on this thread.
  static var last: Int32 { errno }

  /// The system's words for an error number.
  package static func text(_ code: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      buffer.initialize(repeating: 0)
      // The last byte stays zero whatever the variant of strerror_r writes.
      guard let start = buffer.baseAddress, strerror_r(code, start, 255) == 0 else { return "error \(code)" }
      return String(cString: start)
    }
  }
}
