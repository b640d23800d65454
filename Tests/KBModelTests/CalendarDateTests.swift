import KBModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-06-30", 20_634), ("0001-01-01", -719_162),
  ])
  func readsAndPrintsTheSameDay(text: String, dayNumber: Int32) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.dayNumber == dayNumber)
    #expect(date.description == text)
  }

  @Test(arguments: ["2024-13-45", "2023-02-29", "2024-1-1", "2024-01-01T00", "", "0000-01-01", "2024/01/01", "２０２４-01-01"])
  func refusesWhatIsNoDay(text: String) { #expect(CalendarDate(text) == nil) }

  @Test func everyDayOfFourCenturiesSurvivesTheRoundTrip() {
    for day in Int32(-80_000)...Int32(80_000) {
      let (y, m, d) = CalendarDate(dayNumber: day).components
      if CalendarDate(year: y, month: m, day: d)?.dayNumber != day { Issue.record("day \(day)") }
    }
  }

  @Test func monthsClampToTheLastDay() {
    #expect(CalendarDate("2024-01-31")?.advanced(byMonths: 1).description == "2024-02-29")
    #expect(CalendarDate("2024-06-22")?.advanced(byMonths: 24).description == "2026-06-22")
    #expect(CalendarDate("2024-03-31")?.advanced(byMonths: -1).description == "2024-02-29")
  }
}
