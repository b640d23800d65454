/// The topmost accounts of a market, numbered in the order of their ids.
struct AccountRollUp {
  /// The topmost accounts inside the scope, by id, each with the revenue of all its subsidiaries.
  private(set) var tops: [Account] = []
  /// For every account id, topmost or not, the place of its topmost account in `tops`; accounts outside the scope have none.
  private(set) var place: [String: Int] = [:]
  /// The segments of `tops` by name, and for each top account its segment's place in them, or -1 without one.
  private(set) var segments: [String] = []
  private(set) var segmentOf: [Int] = []

  init(_ accounts: [Account], scope: MarketScope) {
    // Of two accounts with one id the first by content counts, so that the order of input does not matter.
    let accounts = accounts.sorted(by: Self.precedes)
    var index: [String: Int] = [:]
    index.reserveCapacity(accounts.count)
    var distinct: [Account] = []
    for account in accounts where index[account.id] == nil {
      index[account.id] = distinct.count
      distinct.append(account)
    }
    let roots = Self.roots(of: distinct, index: index)

    let excluded = Set(scope.without.compactMap { index[$0].map { roots[$0] } })
    var placeOfRoot = [Int](repeating: -1, count: distinct.count)
    for (i, account) in distinct.enumerated() where roots[i] == i && !excluded.contains(i) {
      guard scope.segments.isEmpty || scope.segments.contains(account.segment),
        scope.stages.isEmpty || scope.stages.contains(account.stage)
      else { continue }
      placeOfRoot[i] = tops.count
      tops.append(account)
    }
    place.reserveCapacity(distinct.count)
    for (i, account) in distinct.enumerated() where placeOfRoot[roots[i]] >= 0 {
      let top = placeOfRoot[roots[i]]
      place[account.id] = top
      if roots[i] != i { tops[top].arr += account.arr }
    }

    segments = Set(tops.lazy.map(\.segment).filter { !$0.isEmpty }).sorted()
    let segmentPlace = Dictionary(uniqueKeysWithValues: segments.enumerated().map { ($1, $0) })
    segmentOf = tops.map { segmentPlace[$0.segment] ?? -1 }
  }

  /// The topmost parent of every account. Where parents form a circle, the smallest id on it is the topmost.
  private static func roots(of accounts: [Account], index: [String: Int]) -> [Int] {
    var roots = [Int](repeating: -1, count: accounts.count)
    for start in accounts.indices where roots[start] < 0 {
      var path: [Int] = []
      var placeOnPath: [Int: Int] = [:]
      var current = start
      var root = -1
      while root < 0 {
        if roots[current] >= 0 {
          root = roots[current]
        } else if let circle = placeOnPath[current] {
          // Accounts are sorted by id, so the smallest number is the smallest id.
          root = path[circle...].min() ?? current
        } else {
          placeOnPath[current] = path.count
          path.append(current)
          if let parent = accounts[current].parent.flatMap({ index[$0] }) { current = parent } else { root = current }
        }
      }
      for account in path { roots[account] = root }
    }
    return roots
  }

  private static func precedes(_ a: Account, _ b: Account) -> Bool {
    if a.id != b.id { return a.id < b.id }
    if a.segment != b.segment { return a.segment < b.segment }
    if a.stage != b.stage { return a.stage < b.stage }
    if a.arr != b.arr { return a.arr > b.arr }
    return (a.parent ?? "") < (b.parent ?? "")
  }
}
