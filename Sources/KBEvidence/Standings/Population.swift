/// The customers of a denominator, as far as counting needs to know them.
struct Population {
  private(set) var count = 0
  private(set) var arr = 0.0
  private(set) var arrSquares = 0.0
  /// Customers per segment, by the segment's place.
  private(set) var perSegment: [Int]
  /// Segments with at least one customer.
  private(set) var segments = 0

  init(segments: Int) { perSegment = Array(repeating: 0, count: segments) }

  init(_ accounts: some Sequence<Int>, of rollUp: AccountRollUp) {
    self.init(segments: rollUp.segments.count)
    for account in accounts { add(account, of: rollUp) }
  }

  mutating func add(_ account: Int, of rollUp: AccountRollUp) {
    let revenue = rollUp.tops[account].arr
    count += 1
    arr += revenue
    arrSquares += revenue * revenue
    let segment = rollUp.segmentOf[account]
    guard segment >= 0 else { return }
    if perSegment[segment] == 0 { segments += 1 }
    perSegment[segment] += 1
  }
}
