/// A quote with an attribution line. A view of its file: each value is decoded when it is asked for.
package struct QuoteFact: PackedFact {
  @usableFromInline let file: FileFacts
  @usableFromInline let position: Int

  @inlinable package static var width: Int { 11 }

  @inlinable
  package init(of file: FileFacts, at position: Int) {
    self.file = file
    self.position = position
  }

  /// The attribution line.
  package var span: SourceSpan { file.span(at: position) }
  /// The first line of the words.
  package var line: Int32 { file.signed(position + 2) }
  /// The whole quote, as bytes of the file.
  package var range: ByteRange { file.range(at: position + 3) }
  /// As written, with brackets for a term; the only participant where it was left out; `nil` where nobody is known.
  package var speaker: String? { file.optionalText(at: position + 5) }
  /// Whether it has a speaker whose bytes pass a test.
  package func hasSpeaker(where test: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    let name = file.name(at: position + 5)
    guard name != .none else { return false }
    let range = file.names.range(of: name)
    return file.names.bytes.withUnsafeBufferPointer { test(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// As written; `nil` counts as `opinion`.
  package var grade: Grade? { Self.grade(file.word(position + 6)) }
  package var hand: Hand { Self.hand(file.word(position + 6)) }
  /// The use cases it names, or else those that its question names.
  package var mentions: FactList<Mention> { file.list(at: position + 7) }
  /// Without `^`.
  package var blockID: String? { file.optionalText(at: position + 8) }
  /// The index of the question it answers in `FileFacts.questions`, or -1.
  package var question: Int32 { file.signed(position + 9) }
  package var wordCount: Int32 { file.signed(position + 10) }

  package var effectiveGrade: Grade { grade ?? .opinion }

  /// Whether the question that it answers put the answer into the customer's mouth.
  package var isPrompted: Bool {
    let (questions, question) = (file.questions, Int(question))
    return questions.indices.contains(question) && questions[question].isPrompting
  }

  // MARK: Grade and hand in one word

  static func flags(grade: Grade?, hand: Hand) -> UInt32 {
    let grade = grade.flatMap { Grade.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    return UInt32(grade | (Hand.allCases.firstIndex(of: hand) ?? 0) << 8)
  }

  private static func grade(_ flags: UInt32) -> Grade? { flags & 0xFF == 0 ? nil : grades[Int(flags & 0xFF) - 1] }
  private static func hand(_ flags: UInt32) -> Hand { hands[Int(flags >> 8)] }

  /// `allCases` makes a list each time.
  private static let grades = Grade.allCases
  private static let hands = Hand.allCases
}

extension QuoteFact {
  /// A use case that a quote names.
  package struct Mention: PackedFact {
    @usableFromInline let file: FileFacts
    @usableFromInline let position: Int

    @inlinable package static var width: Int { 1 }

    @inlinable
    package init(of file: FileFacts, at position: Int) {
      self.file = file
      self.position = position
    }

    /// The use case's id or alias as written.
    package var target: String { file.names.text(name) }
    /// The number of `target` in the file's table.
    package var name: NameIndex { NameIndex(file.word(position) & ~Self.against) }
    package var isAgainst: Bool { file.word(position) & Self.against != 0 }

    static let against: UInt32 = 1 << 31

    static func word(_ target: NameIndex, isAgainst: Bool) -> UInt32 { target.value | (isAgainst ? against : 0) }
  }
}
