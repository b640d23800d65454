/// A quote with an attribution line.
package struct QuoteFact: Sendable, Equatable {
  package struct Mention: Sendable, Equatable {
    /// The use case's id or alias as written.
    package let target: String
    package let isAgainst: Bool
    /// The number of `target` in the file's table.
    package let name: NameIndex
  }

  /// The attribution line.
  package let span: SourceSpan
  /// The first line of the words.
  package let line: Int32
  /// The whole quote, as bytes of the file.
  package let range: ByteRange
  /// As written, with brackets for a term; the only participant where it was left out; `nil` where nobody is known.
  package let speaker: String?
  /// As written; `nil` counts as `opinion`.
  package let grade: Grade?
  package let hand: Hand
  /// The use cases it names, or else those that its question names.
  package let mentions: FactList<Mention>
  /// Without `^`.
  package let blockID: String?
  /// The index of the question it answers in `FileFacts.questions`, or -1.
  package let question: Int32
  package let wordCount: Int32

  package var effectiveGrade: Grade { grade ?? .opinion }
}

extension QuoteFact: PackedFact {
  @inlinable package static var width: Int { 11 }

  package init(of file: FileFacts, at position: Int) {
    span = file.span(at: position)
    line = file.signed(position + 2)
    range = file.range(at: position + 3)
    speaker = file.optionalText(at: position + 5)
    let flags = file.word(position + 6)
    grade = flags & 0xFF == 0 ? nil : Grade.allCases[Int(flags & 0xFF) - 1]
    hand = Hand.allCases[Int(flags >> 8)]
    mentions = file.list(at: position + 7)
    blockID = file.optionalText(at: position + 8)
    question = file.signed(position + 9)
    wordCount = file.signed(position + 10)
  }

  static func flags(grade: Grade?, hand: Hand) -> UInt32 {
    let grade = grade.flatMap { Grade.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return UInt32(grade | (Hand.allCases.firstIndex(of: hand) ?? 0) << 8)
  }
}

extension QuoteFact.Mention: PackedFact {
  @inlinable package static var width: Int { 1 }

  package init(of file: FileFacts, at position: Int) {
    let word = file.word(position)
    name = NameIndex(word & ~Self.against)
    target = file.names.text(name)
    isAgainst = word & Self.against != 0
  }

  static let against: UInt32 = 1 << 31

  static func word(_ target: NameIndex, isAgainst: Bool) -> UInt32 { target.value | (isAgainst ? against : 0) }
}
