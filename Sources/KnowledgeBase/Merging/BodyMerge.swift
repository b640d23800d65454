import KBDocuments
import KBModel

/// Merges what stands below the front matter: by blocks (a question, a quote, a paragraph), and by lines within a block that both
/// sides changed.
struct BodyMerge {
  /// Lines up to a blank one, and what separates them from the next block.
  struct Block: Hashable {
    var content: ArraySlice<UInt8>
    var separator: ArraySlice<UInt8>

    /// What separates blocks is layout: blocks are equal where their lines are.
    static func == (a: Block, b: Block) -> Bool { a.content == b.content }
    func hash(into hasher: inout Hasher) { hasher.combine(content) }

    var bytes: [UInt8] { Array(content) + Array(separator) }
    /// Whether a quote below it would answer something else than before: a question or a heading.
    var opensTopic: Bool {
      let body = DocumentReader().read(Array(content)).body
      return !body.questions.isEmpty || body.blocks.contains { if case .heading = $0.kind { true } else { false } }
    }
  }

  private let lineEnd: [UInt8]
  private var blocks: [Block] = []
  private(set) var conflicts = 0

  /// - Parameter base: `nil` where both sides added the file: then what they share stands for what was there before.
  static func merge(base: [UInt8]?, ours: [UInt8], theirs: [UInt8], lineEnd: [UInt8]) -> MergedText {
    var merge = BodyMerge(lineEnd: lineEnd)
    let (o, t) = (Self.blocks(of: ours), Self.blocks(of: theirs))
    let b = base.map(Self.blocks) ?? Self.shared(o, t)
    for region in ThreeWay.regions(base: b, ours: o, theirs: t) {
      switch region {
      case .stable(let base, let ours, let theirs):
        for (k, position) in ours.enumerated() {
          var block = o[position]
          // A side that changed the layout has its way.
          if block.separator == b[base.lowerBound + k].separator { block.separator = t[theirs.lowerBound + k].separator }
          merge.blocks.append(block)
        }
      case .changed(let base, let ours, let theirs): merge.settle(Array(b[base]), Array(o[ours]), Array(t[theirs]))
      }
    }
    return merge.text
  }

  private static func shared(_ ours: [Block], _ theirs: [Block]) -> [Block] {
    var shared = ours
    for change in LineDifference.changes(from: ours, to: theirs).reversed() { shared.removeSubrange(change.old) }
    return shared
  }

  private init(lineEnd: [UInt8]) { self.lineEnd = lineEnd }

  /// What a stretch becomes that at least one side changed.
  private mutating func settle(_ base: [Block], _ ours: [Block], _ theirs: [Block]) {
    if ours == theirs || theirs == base {
      blocks += ours
    } else if ours == base {
      blocks += theirs
    } else if base.isEmpty, let added = both(ours, theirs) {
      blocks += added
    } else {
      var text = MergedText(lineEnd: lineEnd)
      text.mergeLines(base: base.flatMap(\.bytes), ours: ours.flatMap(\.bytes), theirs: theirs.flatMap(\.bytes))
      conflicts += text.conflicts
      blocks += Self.blocks(of: text.bytes)
    }
  }

  /// What both sides added at one place, one after the other; `nil` where a quote would then answer another question.
  private func both(_ ours: [Block], _ theirs: [Block]) -> [Block]? {
    let news = theirs.filter { !ours.contains($0) }
    // Some of theirs are ours already: then the order of the rest is not certain.
    guard news.count == theirs.count, let first = news.first, let ourFirst = ours.first else { return news.isEmpty ? ours : nil }
    if first.opensTopic || !ours.contains(where: \.opensTopic) { return ours + news }
    if ourFirst.opensTopic, !news.contains(where: \.opensTopic) { return news + ours }
    return nil
  }

  private var text: MergedText {
    var text = MergedText(lineEnd: lineEnd)
    text.conflicts = conflicts
    for (position, block) in blocks.enumerated() {
      text.bytes += block.content
      let isLast = position == blocks.count - 1
      text.bytes += isLast || block.content.isEmpty || Self.lineEnds(in: block.separator) > 1 ? Array(block.separator) : lineEnd + lineEnd
    }
    return text
  }

  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    let feeds = bytes.count { $0 == 0x0A }
    return feeds > 0 ? feeds : bytes.count { $0 == 0x0D }
  }

  /// The blocks of a text; blank lines at its beginning are an empty block.
  static func blocks(of bytes: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    var start = 0
    var contentEnd: Int?
    var position = 0
    for line in LineDifference.lines(of: bytes) {
      let isBlank = line.allSatisfy { $0.isBlank || $0 == 0x0A || $0 == 0x0D }
      if !isBlank, let end = contentEnd, line.startIndex > end, Self.lineEnds(in: bytes[end..<line.startIndex]) > 1 || end == start {
        blocks.append(Block(content: bytes[start..<end], separator: bytes[end..<line.startIndex]))
        start = line.startIndex
      }
      if !isBlank {
        var end = line.endIndex
        while end > line.startIndex, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        contentEnd = end
      } else if contentEnd == nil {
        contentEnd = start
      }
      position = line.endIndex
    }
    if start < position { blocks.append(Block(content: bytes[start..<(contentEnd ?? start)], separator: bytes[(contentEnd ?? start)..<position])) }
    return blocks
  }
}
