import KBDocuments
import KBModel
import KBPrivacy

/// Takes out of any text what an audience must not see: pseudonyms, personal data, names, withheld words.
struct Redaction: Sendable {
  /// What each pseudonym, and each speaker who goes by a name, becomes.
  let roles: [String: String]
  let names: Phrases
  let withheld: WordSequences

  /// How often something was taken out.
  struct Count {
    var roles = 0
    var personalData = 0
    var names = 0
    var repeats = 0
  }

  /// What a text becomes where a role is not known.
  static let unknownRole = "participant"

  /// The text without what must not be seen. What takes its place has no marks that YAML or Markdown would read.
  func redacted(_ bytes: [UInt8], _ count: inout Count) -> [UInt8] {
    var edits: [TextEdit] = []
    func take(_ ranges: [ByteRange], _ text: (ByteRange) -> String, _ counter: inout Int) {
      for range in ranges where !edits.contains(where: { $0.range.start < range.end && range.start < $0.range.end }) {
        edits.append(TextEdit(range: range, replacement: text(range)))
        counter += 1
      }
    }
    take(withheld.ranges(in: bytes), { _ in "(withheld)" }, &count.repeats)
    take(PersonalDataScanner().scan(bytes).map(\.range), { _ in "(redacted)" }, &count.personalData)
    take(pseudonyms(in: bytes), { roles[bytes.text($0)] ?? Self.unknownRole }, &count.roles)
    take(names.ranges(in: bytes), { _ in "(name)" }, &count.names)
    // They do not overlap, so this cannot fail.
    return (try? bytes.applying(edits)) ?? []
  }

  func redacted(_ text: String, _ count: inout Count) -> String { String(decoding: redacted(Array(text.utf8), &count), as: UTF8.self) }

  /// Whether a text holds anything that must not be seen.
  func isClean(_ bytes: [UInt8]) -> Bool {
    withheld.ranges(in: bytes).isEmpty && PersonalDataScanner().scan(bytes).isEmpty && pseudonyms(in: bytes).isEmpty && names.ranges(in: bytes).isEmpty
  }

  private func pseudonyms(in bytes: [UInt8]) -> [ByteRange] {
    // A digit tells what nobody has as a participant any more ("p-7f3k") from a word ("p-value").
    Pseudonym.ranges(in: bytes).filter { range in
      bytes[range].contains { (0x30...0x39).contains($0) } || roles[String(decoding: bytes[range], as: UTF8.self)] != nil
    }.map { ByteRange($0.lowerBound, $0.upperBound) }
  }
}
