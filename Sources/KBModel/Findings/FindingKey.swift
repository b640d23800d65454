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

  /// The key as it is when names within the subject follow renames too: a reference to a renamed record has its new id.
  ///
  /// Only whole names are replaced; the rest of the subject stays, since it may be anybody's words.
  func followingRenames(_ renamed: [String: String]) -> FindingKey {
    var key = self
    var subject = ""
    var name = ""
    func isPartOfName(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-_./".utf8.contains(byte)
    }
    for part in self.subject.unicodeScalars {
      if !part.isASCII || isPartOfName(UInt8(part.value)) {
        name.unicodeScalars.append(part)
      } else {
        subject += renamed[name] ?? name
        name = ""
        subject.unicodeScalars.append(part)
      }
    }
    key.subject = subject + (renamed[name] ?? name)
    return key
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
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isSpacePending = false
    var beginsLine = false

    func append(_ byte: UInt8) {
      if isSpacePending, !result.isEmpty { result.append(0x20) }
      isSpacePending = false
      beginsLine = false
      result.append(byte)
    }

    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D:
        isSpacePending = true
        beginsLine = true
      case 0x09, 0x0B, 0x0C, 0x20: isSpacePending = true
      // The marker of a block quote's further lines.
      case 0x3E where beginsLine: break
      // Straight quotation marks, emphasis and code spans.
      case 0x22, 0x27, 0x2A, 0x60: beginsLine = false
      case 0x41...0x5A: append(UInt8(scalar.value) + 0x20)
      case 0..<0x80: append(UInt8(scalar.value))
      // Typographic and angled quotation marks.
      case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: beginsLine = false
      case 0x2010...0x2015, 0x2212: append(0x2D)
      default:
        let properties = scalar.properties
        if properties.isWhitespace {
          isSpacePending = true
        } else if !properties.isDefaultIgnorableCodePoint {
          for byte in properties.lowercaseMapping.utf8 { append(byte) }
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
