/// A day of the proleptic Gregorian calendar, without time of day or zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  package var dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day of that year, month (1 to 12) and day of month, or `nil` where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, with the year beginning in March so that the leap day is its last.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `YYYY-MM-DD`, exactly ten bytes; `nil` for anything else and for days that do not exist.
  package init?(iso utf8: some Collection<UInt8>) {
    guard utf8.count == 10 else { return nil }
    var fields = (0, 0, 0)
    for (i, byte) in utf8.enumerated() {
      if i == 4 || i == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      if i < 4 { fields.0 = fields.0 * 10 + digit } else if i < 7 { fields.1 = fields.1 * 10 + digit } else { fields.2 = fields.2 * 10 + digit }
    }
    self.init(year: fields.0, month: fields.1, day: fields.2)
  }

  package init?(_ text: String) { self.init(iso: text.utf8) }

  /// Year, month (1 to 12) and day of month.
  package var components: (year: Int, month: Int, day: Int) {
    let z = Int(dayNumber) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day that many days later.
  package func advanced(byDays days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + Int32(clamping: days))
  }

  /// The same day of month that many months later, or the last day of that month.
  package func advanced(byMonths months: Int) -> CalendarDate {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let (y, m) = (index / 12, index % 12 + 1)
    return CalendarDate(year: y, month: m, day: min(day, Self.length(ofMonth: m, year: y))) ?? self
  }

  /// Days from `other` to this day; negative when this day is earlier.
  package func days(since other: CalendarDate) -> Int { Int(dayNumber) - Int(other.dayNumber) }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  package var description: String {
    let (year, month, day) = components
    func padded(_ n: Int, _ width: Int) -> String {
      let digits = String(n)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
