internal import KBEvidence

/// A share with its interval and the market line, drawn on a scale from 0 to 100 %.
struct IntervalBar {
  let share: Double
  let interval: WilsonInterval
  /// Where the market line stands.
  let line: Double

  /// So many cells: dots for the scale, a bar from lower to upper bound, ● at the share, and where the market line is.
  func cells(_ count: Int) -> String {
    func cell(_ value: Double) -> Int { min(count - 1, max(0, Int((value * Double(count - 1)).rounded()))) }
    var cells = [Character](repeating: "·", count: count)
    let (low, middle, high) = (cell(interval.lower), cell(share), cell(interval.upper))
    for i in low...high { cells[i] = "━" }
    cells[low] = "├"
    cells[high] = "┤"
    let market = cell(line)
    cells[market] = isCrossed ? "┿" : "¦"
    // The share itself is never hidden.
    cells[middle] = "●"
    return String(cells)
  }

  /// The sign that marks the market line: another one where the bar crosses it.
  var lineSign: String { isCrossed ? "┿" : "¦" }

  private var isCrossed: Bool { interval.lower < line && line < interval.upper }
}
