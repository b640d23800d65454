/// A question that was asked or is planned. A view of its file: each value is decoded when it is asked for.
package struct QuestionFact: PackedFact {
  @usableFromInline let file: FileFacts
  @usableFromInline let position: Int

  @inlinable package static var width: Int { 7 }

  @inlinable
  package init(of file: FileFacts, at position: Int) {
    self.file = file
    self.position = position
  }

  package var span: SourceSpan { file.span(at: position) }
  /// The words, as bytes of the file.
  package var words: ByteRange { file.range(at: position + 2) }
  /// The first fault that takes the weight from opinions, requests, hypotheticals and compliments that answer it:
  /// neither suppressed with a reason nor switched off.
  package var prompting: QuestionFault? {
    let number = file.word(position + 4) & 0xFF
    return number == 0 ? nil : QuestionFault.allCases[Int(number) - 1]
  }
  /// Whether there is such a fault.
  package var isPrompting: Bool { file.word(position + 4) & 0xFF != 0 }
  package var isOpen: Bool { file.word(position + 4) & 0x100 != 0 }
  package var asksForInstance: Bool { file.word(position + 4) & 0x200 != 0 }
  /// The faults found in it, also those that are suppressed or switched off.
  package var faults: FactList<QuestionFault> { file.list(at: position + 5) }
  /// The use cases that it names.
  package var covers: FactList<TargetName> { file.list(at: position + 6) }

  static func flags(prompting: QuestionFault?, isOpen: Bool, asksForInstance: Bool) -> UInt32 {
    (prompting.map { $0.number + 1 } ?? 0) | (isOpen ? 0x100 : 0) | (asksForInstance ? 0x200 : 0)
  }
}

/// A name of a record, as it is written.
package struct TargetName: PackedFact {
  @usableFromInline let file: FileFacts
  @usableFromInline let position: Int

  @inlinable package static var width: Int { 1 }

  @inlinable
  package init(of file: FileFacts, at position: Int) {
    self.file = file
    self.position = position
  }

  package var text: String { file.text(at: position) }
  /// Its number in the file's table.
  package var name: NameIndex { file.name(at: position) }
}

extension QuestionFault: PackedFact {
  @inlinable package static var width: Int { 1 }
  package init(of file: FileFacts, at position: Int) { self = Self.allCases[Int(file.word(position))] }

  /// Its place among all cases.
  var number: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
}
