import KBModel
import Testing

struct LineTableTests {
  /// Counted from the line's beginning, scalar by scalar.
  private static func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    var (line, column) = (1, 1)
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while i < offset {
      if bytes[i] == 0x0A || (bytes[i] == 0x0D && (i + 1 == bytes.count || bytes[i + 1] != 0x0A)) {
        (line, column) = (line + 1, 1)
      } else if bytes[i] & 0xC0 != 0x80 {
        column += 1
      }
      i += 1
    }
    return SourcePosition(line: line, column: column)
  }

  @Test(arguments: [
    "", "a", "a\nb", "a\r\nb\rc\n", "\u{FEFF}a\nb", "ä😀\n樺",
    String(repeating: "ä", count: 5000), "short\n" + String(repeating: "a😀", count: 3000) + "\nend",
    String(repeating: "x", count: 4096), String(repeating: "x", count: 8192), "\u{FEFF}" + String(repeating: "é\u{301}", count: 2000) + "\r\n",
  ])
  func columnsAreThoseCountedFromTheBeginningOfTheLine(_ text: String) {
    let bytes = Array(text.utf8)
    let table = LineTable(of: bytes)
    let scalars = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 && bytes[$0] != 0x0A && bytes[$0] != 0x0D }
    for offset in scalars.filter({ $0 % 97 == 0 || $0 < 40 || (1000...1100).contains($0) || $0 > bytes.count - 40 }) + [bytes.count] {
      guard offset > 2 || !bytes.starts(with: [0xEF]) else { continue }
      #expect(table.position(of: offset, in: bytes) == Self.position(of: offset, in: bytes), "\(offset)")
    }
  }
}
