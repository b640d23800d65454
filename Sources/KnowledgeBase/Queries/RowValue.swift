import KBModel

/// One value of a field, as a query compares it.
struct RowValue: Sendable, Hashable {
  var text: String
  /// Where the value is a number.
  var number: Double?

  init(_ text: String, number: Double? = nil) {
    self.text = text
    self.number = number
  }

  var date: CalendarDate? { CalendarDate(text) }
  var listed: Listing.Value { number.map { .number($0, written: text) } ?? .text(text) }
}

/// What a query compares with.
struct Literal: Sendable, Equatable {
  var text: String
  var folded: [UInt8]
  var number: Double?
  /// The days that a date means: one, or those of a month (`2026-05`) or year (`2026`).
  var days: ClosedRange<CalendarDate>?

  init(_ text: String) {
    self.text = text
    folded = FoldedText.fold(text)
    number = Self.number(text)
    days = Self.days(text)
  }

  private static func number(_ text: String) -> Double? {
    guard let first = text.utf8.first, first.isDigit || "+-.".utf8.contains(first), text.utf8.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) })
    else { return nil }
    return Double(text)
  }

  static func days(_ text: String) -> ClosedRange<CalendarDate>? {
    if let day = CalendarDate(text) { return day...day }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
    if parts.count == 1 {
      guard let first = CalendarDate(text + "-01-01"), let last = CalendarDate(text + "-12-31") else { return nil }
      return first...last
    }
    guard let first = CalendarDate(text + "-01") else { return nil }
    return first...first.advanced(byMonths: 1).advanced(byDays: -1)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
}
