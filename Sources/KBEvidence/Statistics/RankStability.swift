/// How much an order of use cases owes to one customer.
package struct RankStability: Sendable, Equatable {
  /// The order with everybody, and the order without the customer; both hold the same ids.
  package var order, orderWithout: [String]

  package init(order: [String], orderWithout: [String]) {
    self.order = order
    self.orderWithout = orderWithout
  }

  /// The share of the first `k` that are among the first `k` of both orders, from 0 to 1; `nil` when there is nothing to
  /// compare. With fewer than `k` use cases all of them are compared.
  package func overlap(at k: Int) -> Double? {
    let size = min(k, order.count)
    guard size > 0 else { return nil }
    let first = Set(order.prefix(size))
    return Double(orderWithout.prefix(size).count(where: first.contains)) / Double(size)
  }

  /// How many places each use case moves, by its place in `order`; positive when it falls without the customer.
  package var shifts: [Int] {
    let places = Dictionary(orderWithout.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return order.enumerated().map { place, id in (places[id] ?? place) - place }
  }

  /// The largest number of places any use case moves.
  package var largestShift: Int { shifts.reduce(0) { max($0, abs($1)) } }
}
