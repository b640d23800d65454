import KBModel

/// Finds personal data in a text by its form: one pass over the bytes, a table that says which of them can give something
/// away, and detectors that look closer there.
///
/// Names in running text have no form and are not found.
package struct PersonalDataScanner: Sendable {
  package init() {}

  /// What is found, in order, without overlaps.
  package func scan(_ bytes: [UInt8]) -> [PersonalDatum] {
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  package func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> [PersonalDatum] {
    guard let base = bytes.baseAddress else { return [] }
    let text = Text(bytes, base: base)
    return Trigger.table.withUnsafeBufferPointer { triggers in
      var found: [PersonalDatum] = []
      var i = 0
      let count = bytes.count
      // Kept apart from what it calls, so that the walk over bytes that give nothing away stays a few instructions.
      while true {
        var trigger = Trigger.nothing.rawValue
        while i < count {
          trigger = triggers[Int(base[i])]
          if trigger != Trigger.nothing.rawValue { break }
          i += 1
        }
        guard i < count else { return found }
        if trigger == Trigger.digit.rawValue {
          i = scanNumber(text, at: i, &found)
        } else if let datum = Trigger.find(trigger, in: text, at: i) {
          i = max(i + 1, keep(datum, &found))
        } else {
          i += 1
        }
      }
    }
  }

  /// Looks at the run of digit groups that begins there; where to go on.
  @inline(never)
  private func scanNumber(_ text: Text, at start: Int, _ found: inout [PersonalDatum]) -> Int {
    var end = start + 1
    while text[end].isDigit { end += 1 }
    let before = text[start - 1]
    let after = text[end]
    // Part of a word ("p-7f3k", "acme-000123"), but for an account ("DE89…") and a postal code ("D-10115").
    if before.isLetter || before == UInt8(ascii: "_") || before == UInt8(ascii: "^") || before == UInt8(ascii: "-") {
      if !text[start - 2].isLetter || before == UInt8(ascii: "-") && !text[start - 2].isUppercase { return end }
    }
    // Most numbers in notes are short and stand alone: "41 permits".
    if end - start < 4, !after.isNumberSeparator, !after.isLetter, !before.isLetter, before != UInt8(ascii: "+"), before != UInt8(ascii: "(") {
      return end
    }
    if end - start == 4, isRecentDate(text, start) { return start + 10 }
    return scanRun(text, at: start, end, &found)
  }

  /// A date of these years is nobody's birth, and by far the most frequent number in records.
  private func isRecentDate(_ text: Text, _ start: Int) -> Bool {
    text[start] == UInt8(ascii: "2") && text[start + 1] == UInt8(ascii: "0") && text[start + 2] >= UInt8(ascii: "2")
      && text[start + 4] == UInt8(ascii: "-") && text[start + 5].isDigit && text[start + 6].isDigit
      && text[start + 7] == UInt8(ascii: "-") && text[start + 8].isDigit && text[start + 9].isDigit && !text[start + 10].isDigit
  }

  @inline(never)
  private func scanRun(_ text: Text, at start: Int, _ end: Int, _ found: inout [PersonalDatum]) -> Int {
    let number = NumberRun(in: text, from: start)
    // Too few digits for anything but the beginning of an account or the digit in a postal code.
    if number.digitCount < 4, !text[number.end].isUppercase, !text[start - 1].isLetter { return number.end }
    if let datum = Trigger.find(in: text, number) { return max(end, keep(datum, &found)) }
    // What follows a date may be a number of its own; a run of other groups is done with.
    return number.isDate ? number.end(ofGroup: 2) : end
  }

  /// Adds what is found; where to go on after it.
  private func keep(_ datum: PersonalDatum, _ found: inout [PersonalDatum]) -> Int {
    while let last = found.last, last.range.start >= datum.range.start { found.removeLast() }
    if let last = found.last, last.range.end > datum.range.start { return Int(datum.range.end) }
    found.append(datum)
    return Int(datum.range.end)
  }
}
