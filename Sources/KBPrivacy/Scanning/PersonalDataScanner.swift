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
    return Self.triggers.withUnsafeBufferPointer { triggers in
      var found: [PersonalDatum] = []
      var i = 0
      let count = bytes.count
      while i < count {
        let group = triggers[Int(base[i])]
        if group == 0 {
          i += 1
          continue
        }
        if group == Self.digits {
          i = scanNumber(text, at: i, &found)
          continue
        }
        var next = i + 1
        for detector in Self.groups[Int(group)] {
          if let datum = detector.find(in: text, at: i) {
            next = max(next, keep(datum, &found))
            break
          }
        }
        i = next
      }
      return found
    }
  }

  /// Looks at the run of digit groups that begins there; where to go on.
  private func scanNumber(_ text: Text, at start: Int, _ found: inout [PersonalDatum]) -> Int {
    let end = text.end(from: start + 1) { $0.isDigit }
    // Most numbers in notes are short and stand alone: "41 permits".
    if end - start < 4, !text[end].isNumberSeparator, !text[end].isLetter, !text[start - 1].isLetter, text[start - 1] != UInt8(ascii: "+"),
      text[start - 1] != UInt8(ascii: "("), text[end] != UInt8(ascii: ":")
    {
      return end
    }
    let number = NumberRun(in: text, from: start)
    for detector in Self.numberDetectors {
      if let datum = detector.find(in: text, number) { return max(end, keep(datum, &found)) }
    }
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

  // MARK: Tables

  private static let detectors: [any Detector.Type] = [
    EmailAddress.self, Handle.self, WebProfile.self, MeetingLink.self, IPv6Address.self, MACAddress.self, NamedPerson.self,
    MailSignature.self, PrivateKey.self, PrefixedToken.self, AssignedSecret.self,
  ]

  private static let numberDetectors: [any NumberDetector.Type] = [
    DateOfBirth.self, IBAN.self, IPv4Address.self, PaymentCard.self, StreetAddress.self, PhoneNumber.self,
  ]

  private static let digits: UInt8 = 255

  /// By byte: 0 for nothing, `digits`, or the index in `groups` of the detectors to ask.
  private static let triggers: [UInt8] = table.triggers
  private static let groups: [[any Detector.Type]] = table.groups

  private static let table: (triggers: [UInt8], groups: [[any Detector.Type]]) = {
    var byByte = [[any Detector.Type]](repeating: [], count: 256)
    for detector in detectors {
      let word = detector.triggers
      for i in 0..<word.utf8CodeUnitCount { byByte[Int(word.utf8Start[i])].append(detector) }
    }
    var triggers = [UInt8](repeating: 0, count: 256)
    var groups: [[any Detector.Type]] = [[]]
    for (byte, asked) in byByte.enumerated() where !asked.isEmpty {
      triggers[byte] = UInt8(groups.count)
      groups.append(asked)
    }
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { triggers[Int(digit)] = digits }
    return (triggers, groups)
  }()
}
