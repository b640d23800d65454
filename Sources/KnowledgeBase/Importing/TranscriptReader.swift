/// Reads WebVTT and SubRip leniently: what a caption is shows in the line with the arrow, whatever stands around it.
///
/// https://www.w3.org/TR/webvtt1/ says how a caption is written; SubRip differs in the comma before the milliseconds and in
/// the number before each caption. A caption whose times cannot be read keeps its words and is reported.
package struct TranscriptReader {
  private var lines: [Substring]
  private var cues: [Transcript.Cue] = []
  private var faults: [Transcript.Fault] = []

  package static func read(_ text: String) -> Transcript {
    var reader = TranscriptReader(lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
    reader.readBlocks()
    return SpeakerPrefixes.applied(to: Transcript(cues: reader.cues, faults: reader.faults))
  }

  private init(lines: [Substring]) { self.lines = lines }

  // MARK: Blocks

  private mutating func readBlocks() {
    var position = 0
    if let first = lines.first, Self.isHeader(first) {
      // Whatever stands right under the first line belongs to the head.
      while position < lines.count, !lines[position].isBlank, !lines[position].contains("-->") { position += 1 }
    }
    while position < lines.count {
      if lines[position].isBlank {
        position += 1
        continue
      }
      var end = position
      while end < lines.count, !lines[end].isBlank { end += 1 }
      readBlock(position..<end)
      position = end
    }
  }

  private static func isHeader(_ line: Substring) -> Bool {
    line == "WEBVTT" || line.hasPrefix("WEBVTT ") || line.hasPrefix("WEBVTT\t")
  }

  private mutating func readBlock(_ block: Range<Int>) {
    let arrows = block.filter { lines[$0].contains("-->") }
    guard let first = arrows.first else { return readWithoutTimes(block) }
    if ["NOTE", "STYLE", "REGION"].contains(where: { lines[block.lowerBound] == $0 || lines[block.lowerBound].hasPrefix($0 + " ") }), first != block.lowerBound {
      return
    }
    for (i, arrow) in arrows.enumerated() {
      // A blank line between two captions is forgotten now and then; the number of the next one is no speech.
      var end = i + 1 < arrows.count ? arrows[i + 1] : block.upperBound
      if i + 1 < arrows.count, end - 1 > arrow, lines[end - 1].allSatisfy(\.isNumber) { end -= 1 }
      readCue(arrow, payload: arrow + 1..<max(end, arrow + 1))
    }
  }

  private mutating func readWithoutTimes(_ block: Range<Int>) {
    let first = lines[block.lowerBound]
    if ["NOTE", "STYLE", "REGION"].contains(where: { first == $0 || first.hasPrefix($0 + " ") }) { return }
    // A number or name alone has no words to keep.
    let isNumberFirst = first.allSatisfy { $0.isNumber || $0 == " " }
    let isTimes = lines[block.dropFirst(isNumberFirst ? 1 : 0).first ?? block.lowerBound].looksLikeTimes
    let words = (block.lowerBound + (isNumberFirst ? 1 : 0) + (isTimes ? 1 : 0))..<block.upperBound
    faults.append(.init(line: block.lowerBound + 1, message: "a caption without times ('00:00:01.000 --> 00:00:04.000'); its words are kept in their place"))
    append(nil, nil, payload: words, line: block.lowerBound + 1)
  }

  private mutating func readCue(_ arrow: Int, payload: Range<Int>) {
    let line = lines[arrow]
    guard let range = line.firstRange(of: "-->") else { return }
    let start = Self.time(line[..<range.lowerBound].trimmingSpaces)
    let end = Self.time(line[range.upperBound...].trimmingSpaces.prefix { $0 != " " && $0 != "\t" })
    if let start, let end, end < start {
      faults.append(.init(line: arrow + 1, message: "the caption ends before it begins"))
    } else if start == nil || end == nil {
      faults.append(.init(line: arrow + 1, message: "the times cannot be read: '\(line)'; the words are kept in their place"))
    }
    append(start, end, payload: payload, line: arrow + 1)
  }

  private mutating func append(_ start: Int?, _ end: Int?, payload: Range<Int>, line: Int) {
    let text = lines[min(payload.lowerBound, lines.count)..<min(payload.upperBound, lines.count)].joined(separator: "\n")
    let voices = CaptionText.voices(of: text)
    guard !voices.isEmpty else { return }
    cues.append(.init(start: start, end: end, voices: voices, line: line))
  }

  // MARK: Times

  /// `hh:mm:ss.mmm`; the hours may be missing, the milliseconds too, and a comma may stand for the point.
  static func time(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    var seconds = 0
    for part in parts.dropLast() {
      guard (1...6).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part) else { return nil }
      seconds = seconds * 60 + number
    }
    let last = parts[parts.count - 1].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard last.count <= 2, (1...2).contains(last[0].utf8.count), let second = Int(last[0]), second < 60, parts.count == 2 || seconds % 60 < 60 else { return nil }
    if let minutes = Int(parts[parts.count - 2]), minutes > 59, parts.count == 3 { return nil }
    var milliseconds = 0
    if last.count == 2 {
      guard (1...3).contains(last[1].utf8.count), let fraction = Int(last[1]), fraction >= 0 else { return nil }
      milliseconds = fraction * [100, 10, 1][last[1].utf8.count - 1]
    }
    return (seconds * 60 + second) * 1000 + milliseconds
  }
}

extension Substring {
  fileprivate var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

  /// Digits, colons, points and something like an arrow, and nothing else.
  fileprivate var looksLikeTimes: Bool {
    contains(":") && utf8.allSatisfy { (0x30...0x39).contains($0) || ":.,-> \t".utf8.contains($0) }
  }
}
