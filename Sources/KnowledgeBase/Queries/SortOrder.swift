import KBModel

/// One field to sort by.
struct SortOrder: Sendable, Equatable {
  var name: String
  var isDescending = false

  /// Reads `arr`, `arr:asc` and `arr:desc`.
  static func read(_ texts: [String]) throws(QueryFault) -> [SortOrder] {
    var orders: [SortOrder] = []
    for text in texts {
      guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else {
        orders.append(SortOrder(name: text))
        continue
      }
      let direction = String(text[text.utf8.index(after: colon)...])
      guard direction == "asc" || direction == "desc" else {
        let offset = text.utf8.distance(from: text.utf8.startIndex, to: colon) + 1
        throw QueryFault(
          query: text, range: offset..<text.utf8.count, message: "'\(direction)' is no direction", remedy: "Write \(text[..<colon]):desc, or :asc.")
      }
      orders.append(SortOrder(name: String(text[..<colon]), isDescending: direction == "desc"))
    }
    return orders
  }

  /// The elements in order. What has no value comes last in either direction; equals keep their order.
  static func sorted<Element>(_ elements: [Element], by orders: [SortOrder], keys: [(Element) -> [RowValue]]) -> [Element] {
    guard !orders.isEmpty else { return elements }
    let keyed = elements.map { element in keys.map { key in key(element).map(Key.init) } }
    let places = elements.indices.sorted { a, b in
      for (i, order) in orders.enumerated() {
        let (x, y) = (keyed[a][i], keyed[b][i])
        if x.isEmpty != y.isEmpty { return y.isEmpty }
        if x == y { continue }
        return x.lexicographicallyPrecedes(y) != order.isDescending
      }
      return a < b
    }
    return places.map { elements[$0] }
  }

  /// A value as it is ordered: numbers before texts, texts without case and accents.
  private struct Key: Comparable {
    let number: Double?
    let folded: [UInt8]
    let text: String

    init(_ value: RowValue) {
      number = value.number
      folded = value.number == nil ? FoldedText.fold(value.text) : []
      text = value.text
    }

    static func < (a: Key, b: Key) -> Bool {
      switch (a.number, b.number) {
      case (let x?, let y?): return x < y
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return a.folded == b.folded ? a.text < b.text : a.folded.lexicographicallyPrecedes(b.folded)
      }
    }

    static func == (a: Key, b: Key) -> Bool { a.number != nil && b.number != nil ? a.number == b.number : a.number == b.number && a.text == b.text }
  }
}
