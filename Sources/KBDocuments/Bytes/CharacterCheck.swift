/// Whether valid UTF-8 holds only characters that YAML takes for ordinary ones.
enum CharacterCheck {
  /// Whether a range holds no tab, no control character, no line end but LF, and no byte order mark.
  static func isText(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let raw = UnsafeRawBufferPointer(source)
    var i = range.lowerBound
    // Eight bytes at once; no sum below reaches beyond its byte, since the highest bits are taken off.
    var (faults, all): (UInt64, UInt64) = (0, 0)
    while i + 8 <= range.upperBound {
      let bytes = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let low = bytes & each(0x7F)
      // In the highest bit of each byte: whether it is below a space, is no LF, is DEL.
      let isControl = ~(low &+ each(0x60))
      let isNoLineFeed = (low ^ each(.lineFeed)) &+ each(0x7F)
      let isDelete = ~((low ^ each(0x7F)) &+ each(0x7F))
      faults |= (isControl & isNoLineFeed | isDelete) & ~bytes
      all |= bytes
      i += 8
    }
    guard faults & each(0x80) == 0 else { return false }
    var isASCII = all & each(0x80) == 0
    while i < range.upperBound {
      let byte = source[i]
      guard byte >= .space || byte == .lineFeed, byte != 0x7F else { return false }
      if byte >= 0x80 { isASCII = false }
      i += 1
    }
    return isASCII || !holdsUncommon(source, range)
  }

  @inline(__always)
  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Whether there are C1 control characters (the line end NEL among them), the line ends LS and PS, or U+FEFF, U+FFFE, U+FFFF.
  private static func holdsUncommon(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where source[i] >= 0xC2 {
      let rest = range.upperBound - i
      switch source[i] {
      case 0xC2: if rest < 2 || source[i + 1] < 0xA0 { return true }
      case 0xE2: if rest < 3 || source[i + 1] == 0x80 && (source[i + 2] == 0xA8 || source[i + 2] == 0xA9) { return true }
      case 0xEF: if rest < 3 || source[i + 1] == 0xBB && source[i + 2] == 0xBF || source[i + 1] == 0xBF && source[i + 2] >= 0xBE { return true }
      default: break
      }
    }
    return false
  }
}
