/// Paths as relative references of RFC 3986.
enum RelativeReference {
  /// The path with every byte percent-encoded that is not unreserved or `/`: so no part of it reads as a scheme, query or
  /// fragment.
  static func text(of path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += byte < 0x10 ? "%0\(String(byte, radix: 16, uppercase: true))" : "%\(String(byte, radix: 16, uppercase: true))"
      }
    }
    return result
  }
}
