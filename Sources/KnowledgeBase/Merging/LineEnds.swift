import KBModel

/// How a text ends its lines, so that two sides of which one was saved on another system can be compared.
enum LineEnds: Equatable {
  case feed, returnAndFeed
  /// There are none, or more than one kind.
  case various

  init(of bytes: [UInt8]) {
    var (feeds, pairs, returns) = (0, 0, 0)
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A { if last == 0x0D { pairs += 1 } else { feeds += 1 } }
      if byte == 0x0D { returns += 1 }
      last = byte
    }
    switch (feeds > 0, pairs > 0, returns > pairs) {
    case (true, false, false): self = .feed
    case (false, true, false): self = .returnAndFeed
    default: self = .various
    }
  }

  /// Three texts with line feeds only.
  struct Levelled {
    var texts: (base: [UInt8], ours: [UInt8], theirs: [UInt8])
    /// How the merged text is to end its lines: as the side does that changed it.
    var result: LineEnds
  }

  /// `nil` where the texts are alike already, or cannot be made so.
  static func levelled(base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> Levelled? {
    let (b, o, t) = (LineEnds(of: base), LineEnds(of: ours), LineEnds(of: theirs))
    guard o != .various, t != .various, b != .various || base.isEmpty, o != t || (b != o && !base.isEmpty) else { return nil }
    return Levelled(texts: (withFeeds(base), withFeeds(ours), withFeeds(theirs)), result: o == b ? t : o)
  }

  private static func withFeeds(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 0x0D } }

  /// A text with line feeds, as this ends its lines.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    guard self == .returnAndFeed else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 20)
    for byte in bytes {
      if byte == 0x0A { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }
}
