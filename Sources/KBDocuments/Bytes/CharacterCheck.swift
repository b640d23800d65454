/// Whether valid UTF-8 holds only characters that YAML takes for ordinary ones.
enum CharacterCheck {
  /// Whether a range holds no tab, no control character, no line end but LF, and no byte order mark.
  static func isText(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let raw = UnsafeRawBufferPointer(source)
    var i = range.lowerBound
    var (lowest, nearest, all) = (SIMD16<UInt8>(repeating: .max), SIMD16<UInt8>(repeating: .max), SIMD16<UInt8>(repeating: 0))
    while i + 16 <= range.upperBound {
      let bytes = raw.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
      lowest = pointwiseMin(lowest, bytes.replacing(with: .space, where: bytes .== .lineFeed))
      // 0 where a byte is DEL.
      nearest = pointwiseMin(nearest, bytes ^ 0x7F)
      all |= bytes
      i += 16
    }
    guard lowest.min() >= .space, nearest.min() > 0 else { return false }
    var isASCII = all.max() < 0x80
    while i < range.upperBound {
      let byte = source[i]
      guard byte >= .space || byte == .lineFeed, byte != 0x7F else { return false }
      if byte >= 0x80 { isASCII = false }
      i += 1
    }
    return isASCII || !holdsUncommon(source, range)
  }

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
