/// The topmost accounts of a market, numbered in the order of their ids.
struct AccountRollUp {
  /// The topmost accounts inside the scope, by id, each with the revenue of all its subsidiaries.
  private(set) var tops: [Account] = []
  /// For every account of the market, topmost or not, the place of its topmost account in `tops`; -1 outside the scope.
  private(set) var places: [Int] = []
  /// The segments of `tops` by name, and for each top account its segment's place in them, or -1 without one.
  private(set) var segments: [String] = []
  private(set) var segmentOf: [Int] = []

  /// All accounts, each once, by id, and the place of each one's topmost account in `tops`.
  private let distinct: [Account]
  private let placeOfDistinct: [Int]

  init(_ accounts: [Account], scope: MarketScope) {
    // Of two accounts with one id the first by content counts, so that the order of input does not matter.
    let order = accounts.indices.sorted { Self.precedes(accounts[$0], accounts[$1]) }
    var distinct: [Account] = []
    distinct.reserveCapacity(accounts.count)
    var distinctOf = [Int](repeating: 0, count: accounts.count)
    for i in order {
      if distinct.last?.id != accounts[i].id { distinct.append(accounts[i]) }
      distinctOf[i] = distinct.count - 1
    }
    let roots = Self.roots(of: distinct)

    let excluded = Set(scope.without.compactMap { id in Self.place(of: id, in: distinct).map { roots[$0] } })
    var placeOfRoot = [Int](repeating: -1, count: distinct.count)
    for i in distinct.indices where roots[i] == i && !excluded.contains(i) {
      guard scope.segments.isEmpty || scope.segments.contains(distinct[i].segment),
        scope.stages.isEmpty || scope.stages.contains(distinct[i].stage)
      else { continue }
      placeOfRoot[i] = tops.count
      tops.append(distinct[i])
    }
    for i in distinct.indices where roots[i] != i && placeOfRoot[roots[i]] >= 0 { tops[placeOfRoot[roots[i]]].arr += distinct[i].arr }
    placeOfDistinct = roots.map { placeOfRoot[$0] }
    places = distinctOf.map { [placeOfDistinct] in placeOfDistinct[$0] }
    self.distinct = distinct

    segments = Set(tops.lazy.map(\.segment).filter { !$0.isEmpty }).sorted()
    let segmentPlace = Dictionary(uniqueKeysWithValues: segments.enumerated().map { ($1, $0) })
    segmentOf = tops.map { segmentPlace[$0.segment] ?? -1 }
  }

  /// The id of an account's topmost one; `nil` for an unknown id and outside the scope.
  func topmostAccount(of id: String) -> String? {
    guard let place = Self.place(of: id, in: distinct), placeOfDistinct[place] >= 0 else { return nil }
    return tops[placeOfDistinct[place]].id
  }

  /// The place of an id among accounts that are sorted by it.
  private static func place(of id: String, in accounts: [Account]) -> Int? {
    var (low, high) = (0, accounts.count)
    while low < high {
      let middle = (low + high) / 2
      if accounts[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < accounts.count && accounts[low].id == id ? low : nil
  }

  /// The topmost parent of every account. Where parents form a circle, the smallest id on it is the topmost.
  private static func roots(of accounts: [Account]) -> [Int] {
    let parents = accounts.map { account in account.parent.flatMap { place(of: $0, in: accounts) } ?? -1 }
    var roots = [Int](repeating: -1, count: accounts.count)
    for start in accounts.indices where roots[start] < 0 {
      guard parents[start] >= 0 else {
        roots[start] = start
        continue
      }
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
          if parents[current] >= 0 { current = parents[current] } else { root = current }
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
