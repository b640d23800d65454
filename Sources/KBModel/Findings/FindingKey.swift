/// What makes two findings the same one, in two states of a knowledge base.
///
/// A finding is known by its rule, its record and what it is about, never by its line or the wording of its message: text
/// above it may grow, a message may be bettered, a file may move to another folder. Several findings of a record may have
/// the same key; what tells them apart is how many there are.
package struct FindingKey: Sendable, Hashable {
  /// The rule's code: names may be bettered, codes stay.
  package var code: String
  /// The record's id, or the path of a file that is no record.
  package var place: String
  /// The finding's subject as `normalized(_:)` leaves it.
  package var subject: String
  /// Whether the subject holds what must not be spread, so that nothing that is written down may follow from it.
  package var hidesSubject: Bool

  /// - Parameter renamed: the id or path that a record or file has in the other state; itself where it was not renamed.
  package init(_ finding: Finding, renamed: (String) -> String = { $0 }) {
    code = finding.code
    place = renamed(finding.record ?? finding.path)
    subject = Self.normalized(finding.subject)
    hidesSubject = finding.hidesSource
  }

  /// The key as it may be stored and sent: the same for the same key in every version of `kb`.
  ///
  /// It is the FNV-1a hash of 128 bits over the UTF-8 of `kb.finding/1`, code, place and subject, parted by the control
  /// character U+001F, and of the occurrence where it is not the first.
  ///
  /// Where the subject is personal data it is left out, since short text can be found again from its hash by trying; the
  /// findings of such a rule in a record then differ by their occurrence only.
  ///
  /// - Parameter occurrence: which one it is, from 1, among the findings with this key.
  package func fingerprint(occurrence: Int = 1) -> Fingerprint {
    var text = "kb.finding/1\u{1F}\(code)\u{1F}\(place)\u{1F}"
    if !hidesSubject { text += subject }
    if occurrence > 1 { text += "\u{1F}\(occurrence)" }
    return Fingerprint(of: text)
  }

  /// The text without what reformatting changes: letter case, line breaks and indentation, markers of emphasis and of
  /// block quotes, kinds of dashes, quotation marks, invisible characters.
  package static func normalized(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isSpacePending = false
    var beginsLine = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpacePending = true
        if scalar == "\n" || scalar == "\r" { beginsLine = true }
        continue
      }
      // The marker of a block quote's further lines.
      if beginsLine, scalar == ">" { continue }
      beginsLine = false
      guard let kept = kept(scalar) else { continue }
      if isSpacePending, !result.isEmpty { result.append(" ") }
      isSpacePending = false
      result.append(contentsOf: kept.unicodeScalars)
    }
    return String(result)
  }

  private static func kept(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x41...0x5A: return String(Unicode.Scalar(scalar.value + 0x20)!)  // ASCII letters are 0x20 apart.
    // Quotation marks, straight, typographic and angled; emphasis and code spans.
    case 0x22, 0x27, 0x2A, 0x60, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: return nil
    case 0x2010...0x2015, 0x2212: return "-"
    case 0..<0x80: return String(scalar)
    default: return scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar.properties.lowercaseMapping
    }
  }
}
