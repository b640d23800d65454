/// A question that was asked or is planned.
package struct QuestionFact: Sendable, Equatable {
  package let span: SourceSpan
  /// The words, as bytes of the file.
  package let words: ByteRange
  /// The faults found in it, also those that are suppressed or switched off.
  package let faults: FactList<QuestionFault>
  /// The first fault that takes the weight from opinions, requests, hypotheticals and compliments that answer it:
  /// neither suppressed with a reason nor switched off.
  package let prompting: QuestionFault?
  package let isOpen: Bool
  package let asksForInstance: Bool
  /// The use cases that it names.
  package let covers: FactList<TargetName>
}

/// A name of a record, as it is written.
package struct TargetName: Sendable, Equatable {
  package let text: String
  /// Its number in the file's table.
  package let name: NameIndex
}

extension TargetName: PackedFact {
  @inlinable package static var width: Int { 1 }

  package init(of file: FileFacts, at position: Int) {
    text = file.text(at: position)
    name = file.name(at: position)
  }
}

extension QuestionFact: PackedFact {
  @inlinable package static var width: Int { 7 }

  package init(of file: FileFacts, at position: Int) {
    span = file.span(at: position)
    words = file.range(at: position + 2)
    let flags = file.word(position + 4)
    prompting = flags & 0xFF == 0 ? nil : QuestionFault.allCases[Int(flags & 0xFF) - 1]
    isOpen = flags & 0x100 != 0
    asksForInstance = flags & 0x200 != 0
    faults = file.list(at: position + 5)
    covers = file.list(at: position + 6)
  }

  static func flags(prompting: QuestionFault?, isOpen: Bool, asksForInstance: Bool) -> UInt32 {
    (prompting.map { $0.number + 1 } ?? 0) | (isOpen ? 0x100 : 0) | (asksForInstance ? 0x200 : 0)
  }
}

extension QuestionFault: PackedFact {
  @inlinable package static var width: Int { 1 }
  package init(of file: FileFacts, at position: Int) { self = Self.allCases[Int(file.word(position))] }

  /// Its place among all cases.
  var number: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
}
