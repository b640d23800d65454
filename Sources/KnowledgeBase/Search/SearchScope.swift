import KBModel

/// The filters of a query with their names resolved.
struct SearchScope: Sendable {
  var types: Set<String> = []
  /// Whether quotes, and records as such, are wanted.
  var takesQuotes = true
  var takesRecords = true
  /// Ids and aliases; `nil` for any.
  var customers: Set<String>?
  var useCases: Set<String>?
  var grades: Set<Grade>?
  var days: ClosedRange<CalendarDate>?

  func accepts(type: String) -> Bool { types.isEmpty || types.contains(type) }

  func accepts(_ grade: Grade) -> Bool { grades?.contains(grade) ?? true }

  func accepts(_ date: CalendarDate?) -> Bool {
    guard let days else { return true }
    return date.map(days.contains) ?? false
  }
}
