import KBModel

/// KB104: a date that is none.
struct DateInvalid: FileRule {
  static let description = RuleDescription(
    code: "KB104", name: "date-invalid", severity: .error,
    summary: "A date is not written YYYY-MM-DD, or no calendar has it.",
    rationale: """
      Evidence ages, and only what lies in the window counts. A talk whose day cannot be read lies in no window.
      """,
    readsRawNotes: true,
    bad: [
      Example(
        "field-notes/2026-06-22-acme.md",
        """
        ---
        type: field-note
        date: ↓22.06.2026
        customer: acme
        reported_by: sam
        ---
        """),
      Example(
        "field-notes/2026-02-28-acme.md",
        """
        ---
        type: field-note
        date: ↓2026-02-30
        customer: acme
        reported_by: sam
        ---
        """),
    ],
    good: [
      Example(
        "field-notes/2024-02-29-acme.md",
        """
        ---
        type: field-note
        date: 2024-02-29
        customer: acme
        reported_by: sam
        ---
        """)
    ])

  static func check(_ file: FileReading, _ findings: inout FileFindings) {
    for fault in file.fieldFaults where fault.kind == .noDate {
      findings.add(
        Self.self, in: file, at: fault.range, field: fault.field, message: message(fault), help: help,
        subject: "\(fault.field) \(fault.text)")
    }
  }

  /// The date that other ways of writing it leave no doubt about: with the year first, or day and month with dots.
  private static func meant(_ text: String) -> CalendarDate? {
    var numbers: [Int] = []
    var separators: Set<UInt8> = []
    var isInNumber = false
    for byte in text.utf8.prefix(while: { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }) {
      if (0x30...0x39).contains(byte) {
        if !isInNumber { numbers.append(0) }
        isInNumber = true
        numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + Int(byte - 0x30), 99_999_999)
      } else {
        guard isInNumber, "-/._".utf8.contains(byte) else { return nil }
        isInNumber = false
        separators.insert(byte)
      }
    }
    if numbers.count == 1, text.utf8.count == 8 { numbers = [numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100] }
    guard numbers.count == 3, separators.count <= 1 else { return nil }
    if numbers[0] >= 1000 { return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard separators == [UInt8(ascii: ".")], numbers[2] >= 1000 else { return nil }
    return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
  }
}

extension DateInvalid {
  fileprivate static func message(_ fault: FieldFault) -> String {
    let words = "'\(fault.text)' in '\(fault.field)' is no date, so that nobody knows when this was so"
    return meant(fault.text).map { "\(words); did you mean '\($0)'?" } ?? words
  }

  fileprivate static let help = "Write a day that exists, as YYYY-MM-DD."
}
