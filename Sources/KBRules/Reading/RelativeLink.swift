/// Where the destination of a Markdown link leads.
package enum RelativeLink: Equatable {
  /// To a web address, a mail address or a place in the same file.
  case elsewhere
  /// To a path of the knowledge base, without `.` and `..`; empty for its root.
  case within(String)
  /// Above the knowledge base, or to a drive.
  case outside

  /// Reads a destination as it stands in the file at `path`: with `%20` for blanks, `<…>` around it, `?query` or
  /// `#fragment` behind it. A path that begins with `/` begins at the root of the knowledge base.
  package init(_ destination: String, from path: String) {
    var bytes = Array(destination.utf8)[...]
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") { bytes = bytes.dropFirst().dropLast() }
    if let end = bytes.firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }) { bytes = bytes[..<end] }
    guard let first = bytes.first else {
      self = .elsewhere
      return
    }
    if let scheme = Self.scheme(bytes) {
      // One letter is a drive.
      self = scheme == 1 ? .outside : .elsewhere
      return
    }
    let slash = UInt8(ascii: "/")
    if bytes.starts(with: [slash, slash]) {
      self = .elsewhere
      return
    }
    var parts: [ArraySlice<UInt8>] = first == slash ? [] : Array(path.utf8).split(separator: slash).dropLast()
    for part in Self.decoded(bytes).split(separator: slash) {
      switch String(decoding: part, as: UTF8.self) {
      case ".": break
      case "..":
        if parts.isEmpty {
          self = .outside
          return
        }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    self = .within(String(decoding: Array(parts.joined(separator: [slash])), as: UTF8.self))
  }

  /// The length of the scheme in front of a `:`; `nil` where there is none.
  private static func scheme(_ bytes: ArraySlice<UInt8>) -> Int? {
    for (k, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): if k == 0 { return nil }
      case UInt8(ascii: ":"): return k == 0 ? nil : k
      default: return nil
      }
    }
    return nil
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
    var decoded: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.endIndex, let high = digit(bytes[i + 1]), let low = digit(bytes[i + 2]) {
        decoded.append(high << 4 | low)
        i += 3
      } else {
        decoded.append(bytes[i])
        i += 1
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
