import KBModel

/// Whether bytes are UTF-8 text: where the first byte stands that is not, and the first NUL.
struct EncodingCheck {
  /// The length of a byte order mark at the beginning, 0 or 3.
  let markLength: Int
  let firstInvalid: Int?
  let firstNUL: Int?

  /// Whether a YAML parser can be handed the bytes as they are.
  var isClean: Bool { firstInvalid == nil && firstNUL == nil }

  init(_ bytes: [UInt8]) {
    (markLength, firstInvalid, firstNUL) = bytes.withUnsafeBufferPointer { source in
      let mark = source.holds("\u{FEFF}", at: 0, before: source.count) ? 3 : 0
      let nul = source.offset(of: UInt8(0), from: 0, to: source.count)
      return (mark, Self.firstInvalid(in: source), nul < source.count ? nul : nil)
    }
  }

  func report(into faults: inout [DocumentFault]) {
    if markLength > 0 { faults.append(DocumentFault(kind: .byteOrderMark, range: ByteRange(0, markLength))) }
    if let firstInvalid { faults.append(DocumentFault(kind: .notUTF8, range: ByteRange(firstInvalid, firstInvalid + 1))) }
    if let firstNUL { faults.append(DocumentFault(kind: .nulByte, range: ByteRange(firstNUL, firstNUL + 1))) }
  }

  private static func firstInvalid(in source: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(source)
    var i = 0
    let n = source.count
    while i < n {
      // Eight bytes of ASCII at once; text is mostly that.
      while i + 8 <= n, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { i += 8 }
      guard i < n else { break }
      if source[i] < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(in: source, at: i)
      guard length > 0 else { return i }
      i += length
    }
    return nil
  }

  /// The length of the well-formed sequence that begins there, or 0 (Unicode, table 3-7).
  static func sequenceLength(in source: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    func isContinuation(_ k: Int) -> Bool { k < source.count && source[k] & 0xC0 == 0x80 }
    let lead = source[i]
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return isContinuation(i + 1) ? 2 : 0
    case 0xE0...0xEF:
      guard isContinuation(i + 1), isContinuation(i + 2) else { return 0 }
      if lead == 0xE0, source[i + 1] < 0xA0 { return 0 }
      if lead == 0xED, source[i + 1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard isContinuation(i + 1), isContinuation(i + 2), isContinuation(i + 3) else { return 0 }
      if lead == 0xF0, source[i + 1] < 0x90 { return 0 }
      if lead == 0xF4, source[i + 1] > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }
}
