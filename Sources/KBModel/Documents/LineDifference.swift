/// The smallest set of stretches in which two sequences differ (E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", 1986).
package enum LineDifference {
  /// Elements of the old sequence that gave way to elements of the new one; either range may be empty, not both.
  package struct Change: Sendable, Equatable {
    package var old: Range<Int>
    package var new: Range<Int>

    package init(old: Range<Int>, new: Range<Int>) {
      self.old = old
      self.new = new
    }
  }

  /// The lines of a text, each with its line end.
  package static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let starts = LineTable(of: bytes).starts.map(Int.init)
    var lines: [ArraySlice<UInt8>] = []
    lines.reserveCapacity(starts.count)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      if start < end { lines.append(bytes[start..<end]) }
    }
    return lines
  }

  /// The changes in order. Sequences that have more than `limit` differences are taken for different from the first
  /// difference to the last.
  package static func changes<Element: Hashable>(from old: [Element], to new: [Element], limit: Int = 1000) -> [Change] {
    // Equal elements become equal numbers, which compare fast.
    var numbers: [Element: Int32] = [:]
    func number(_ element: Element) -> Int32 {
      if let number = numbers[element] { return number }
      let number = Int32(numbers.count)
      numbers[element] = number
      return number
    }
    let (a, b) = (old.map(number), new.map(number))
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var (aEnd, bEnd) = (a.count, b.count)
    while aEnd > start, bEnd > start, a[aEnd - 1] == b[bEnd - 1] {
      aEnd -= 1
      bEnd -= 1
    }
    if start == aEnd || start == bEnd { return start == aEnd && start == bEnd ? [] : [Change(old: start..<aEnd, new: start..<bEnd)] }
    guard let kept = kept(Array(a[start..<aEnd]), Array(b[start..<bEnd]), limit: limit) else {
      return [Change(old: start..<aEnd, new: start..<bEnd)]
    }
    var changes: [Change] = []
    var (i, j) = (start, start)
    for (x, y) in kept.map({ ($0 + start, $1 + start) }) + [(aEnd, bEnd)] {
      if i < x || j < y { changes.append(Change(old: i..<x, new: j..<y)) }
      (i, j) = (x + 1, y + 1)
    }
    return changes
  }

  /// Pairs of equal elements of a longest common subsequence; `nil` beyond the limit.
  private static func kept(_ a: [Int32], _ b: [Int32], limit: Int) -> [(Int, Int)]? {
    let most = min(limit, a.count + b.count)
    var reach = [Int](repeating: 0, count: 2 * most + 3)
    let origin = most + 1
    var trace: [ArraySlice<Int>] = []
    for d in 0...most {
      trace.append(reach[(origin - d - 1)...(origin + d + 1)])
      for k in stride(from: -d, through: d, by: 2) {
        let isDown = k == -d || (k != d && reach[origin + k - 1] < reach[origin + k + 1])
        var x = isDown ? reach[origin + k + 1] : reach[origin + k - 1] + 1
        while x < a.count, x - k < b.count, a[x] == b[x - k] { x += 1 }
        reach[origin + k] = x
        if x >= a.count, x - k >= b.count { return path(trace, origin: origin, ends: (a.count, b.count)) }
      }
    }
    return nil
  }

  private static func path(_ trace: [ArraySlice<Int>], origin: Int, ends: (Int, Int)) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (x, y) = ends
    for d in trace.indices.reversed() {
      let reach = trace[d]
      let k = x - y
      let isDown = k == -d || (k != d && reach[origin + k - 1] < reach[origin + k + 1])
      let previous = isDown ? k + 1 : k - 1
      let fromX = d == 0 ? 0 : reach[origin + previous]
      let fromY = d == 0 ? 0 : fromX - previous
      while x > fromX, y > fromY, d == 0 || x > (isDown ? fromX : fromX + 1) || y > (isDown ? fromY + 1 : fromY) {
        x -= 1
        y -= 1
        pairs.append((x, y))
      }
      (x, y) = (fromX, fromY)
    }
    return pairs.reversed()
  }
}
