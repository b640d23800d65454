package import KBModel

extension QuoteBlock {
  /// The blank `>` line before the attribution that keeps it from running into the words when rendered; `nil` where it is
  /// there, and where the line has no `>` of its own to be set apart with.
  package func settingApart(in document: Document) -> TextEdit? {
    guard let attribution, !attribution.isSetApart, !lines.isEmpty else { return nil }
    let bytes = document.bytes
    let start = Int(attribution.range.start)
    let line = document.lines.lineIndex(of: start)
    guard line > 0 else { return nil }
    let lineStart = Int(document.lines.starts[line])
    var marker = Array(bytes[lineStart..<start])
    while marker.last == UInt8(ascii: " ") || marker.last == UInt8(ascii: "\t") { marker.removeLast() }
    guard marker.last == UInt8(ascii: ">") else { return nil }
    let before = document.lines.line(line - 1, in: bytes)
    return TextEdit(range: ByteRange(lineStart, lineStart), replacement: marker + bytes[Int(before.end)..<lineStart])
  }

  /// The em dash for one that is written in another way; `nil` for an em dash, and for a bullet, which has a finding of its own.
  package func writingDash(in document: Document) -> TextEdit? {
    guard let attribution, attribution.dash == .en || attribution.dash == .hyphens else { return nil }
    let start = Int(attribution.range.start)
    var end = start
    if attribution.dash == .en {
      end += "–".utf8.count
    } else {
      while end < Int(attribution.range.end), document.bytes[end] == UInt8(ascii: "-") { end += 1 }
    }
    let isSpaced = end < Int(attribution.range.end) && document.bytes[end] == UInt8(ascii: " ")
    return TextEdit(range: ByteRange(start, end), replacement: isSpaced ? "—" : "— ")
  }
}
