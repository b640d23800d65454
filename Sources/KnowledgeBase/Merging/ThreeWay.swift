import KBModel

/// Two sequences that grew from one, laid side by side.
enum ThreeWay {
  /// A stretch in which both sides are as they were, or in which at least one of them changed.
  enum Region: Equatable {
    case stable(base: Range<Int>, ours: Range<Int>, theirs: Range<Int>)
    case changed(base: Range<Int>, ours: Range<Int>, theirs: Range<Int>)
  }

  /// The stretches in order; changes that touch each other are one.
  static func regions<Element: Hashable>(base: [Element], ours: [Element], theirs: [Element]) -> [Region] {
    var left = LineDifference.changes(from: base, to: ours)[...]
    var right = LineDifference.changes(from: base, to: theirs)[...]
    var regions: [Region] = []
    var (b, o, t) = (0, 0, 0)
    while let start = [left.first?.old.lowerBound, right.first?.old.lowerBound].compactMap(\.self).min() {
      if start > b {
        let count = start - b
        regions.append(.stable(base: b..<start, ours: o..<o + count, theirs: t..<t + count))
        (b, o, t) = (start, o + count, t + count)
      }
      // How far each side is ahead of the base tells where the stretch ends in it.
      var end = start
      var (oursGrowth, theirsGrowth) = (0, 0)
      while true {
        if let change = left.first, change.old.lowerBound <= end {
          end = max(end, change.old.upperBound)
          oursGrowth += change.new.count - change.old.count
          left = left.dropFirst()
        } else if let change = right.first, change.old.lowerBound <= end {
          end = max(end, change.old.upperBound)
          theirsGrowth += change.new.count - change.old.count
          right = right.dropFirst()
        } else {
          break
        }
      }
      let (oursEnd, theirsEnd) = (o + end - b + oursGrowth, t + end - b + theirsGrowth)
      regions.append(.changed(base: b..<end, ours: o..<oursEnd, theirs: t..<theirsEnd))
      (b, o, t) = (end, oursEnd, theirsEnd)
    }
    if b < base.count { regions.append(.stable(base: b..<base.count, ours: o..<ours.count, theirs: t..<theirs.count)) }
    return regions
  }
}

/// Text that a merge puts together, with the places where it could not decide.
struct MergedText: Equatable {
  var bytes: [UInt8] = []
  var conflicts = 0
  /// How the file ends its lines.
  var lineEnd: [UInt8] = [0x0A]

  /// Both sides between markers, as git writes them.
  mutating func conflict(ours: some Sequence<UInt8>, theirs: some Sequence<UInt8>) {
    conflicts += 1
    startLine()
    bytes += Array("<<<<<<< ours".utf8) + lineEnd
    bytes += ours
    startLine()
    bytes += Array("=======".utf8) + lineEnd
    bytes += theirs
    startLine()
    bytes += Array(">>>>>>> theirs".utf8) + lineEnd
  }

  private mutating func startLine() {
    if let last = bytes.last, last != 0x0A, last != 0x0D { bytes += lineEnd }
  }

  /// Merges three texts by lines.
  mutating func mergeLines(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    let (b, o, t) = (LineDifference.lines(of: base), LineDifference.lines(of: ours), LineDifference.lines(of: theirs))
    for region in ThreeWay.regions(base: b, ours: o, theirs: t) {
      switch region {
      case .stable(_, let ours, _): bytes += o[ours].joined()
      case .changed(let base, let ours, let theirs):
        if o[ours] == t[theirs] || t[theirs] == b[base] {
          bytes += o[ours].joined()
        } else if o[ours] == b[base] {
          bytes += t[theirs].joined()
        } else {
          conflict(ours: o[ours].joined(), theirs: t[theirs].joined())
        }
      }
    }
  }
}
