import KBModel
import KBRules
import Testing

/// Every example of every rule, replayed: what is bad is found at its marks and nowhere else, what is good is left alone.
struct ExampleReplayTests {
  struct Case: CustomTestStringConvertible {
    var rule: any Rule.Type
    var example: Example
    var isBad: Bool

    var testDescription: String { "\(rule.description.name), \(example.sourceFile):\(example.sourceLine)" }

    /// Points a failure to the example in the rule's file.
    var place: SourceLocation {
      SourceLocation(fileID: example.sourceFile, filePath: example.sourceFile, line: example.sourceLine, column: 1)
    }
  }

  static let all: [Case] = RuleRegistry.all.flatMap { rule in
    rule.description.bad.map { Case(rule: rule, example: $0, isBad: true) }
      + rule.description.good.map { Case(rule: rule, example: $0, isBad: false) }
  }
  static let bad = all.filter(\.isBad)

  @Test(arguments: all)
  func isFoundAtItsMarksAndNowhereElse(_ item: Case) {
    let base = ExampleBase(item.example)
    #expect(base.places(of: item.rule) == base.due, "\(base.findings.map(\.message))", sourceLocation: item.place)
    #expect(base.due.isEmpty != item.isBad, "a bad example has marks, a good one has none", sourceLocation: item.place)
  }

  @Test(arguments: all)
  func endsOfLinesMakeNoDifference(_ item: Case) {
    let base = ExampleBase(item.example) { _, text in text.replacing("\n", with: "\r\n") }
    #expect(base.places(of: item.rule) == base.due, sourceLocation: item.place)
  }

  @Test(arguments: all)
  func columnsCountScalarsAndNotBytes(_ item: Case) {
    let base = ExampleBase(item.example) { path, text in path.hasSuffix(".md") ? Self.withEmoji(text) : text }
    #expect(base.places(of: item.rule) == base.due, sourceLocation: item.place)
  }

  @Test(arguments: bad)
  func isSilentWhenSwitchedOff(_ item: Case) {
    for name in [item.rule.description.name, item.rule.description.code, item.rule.description.family.rawValue] {
      #expect(ExampleBase(item.example, switchedOff: name).places(of: item.rule).isEmpty, sourceLocation: item.place)
    }
  }

  /// In a fence the words are an illustration. What stands in the front matter, or is about the file, remains; so do
  /// bytes that are no text, and personal data, which is no less personal in a fence.
  @Test(arguments: bad.filter { !["file-encoding", "personal-data"].contains($0.rule.description.name) })
  func whatTheBodyShowsAsCodeIsNoEvidence(_ item: Case) {
    let fenced = ExampleBase(item.example) { path, text in path.hasSuffix(".md") ? Self.withFencedBody(text) : text }
    let bodies = Dictionary(uniqueKeysWithValues: item.example.files.map { ($0.path, Self.bodyLine(of: $0.text)) })
    let left = fenced.places(of: item.rule).filter { Int($0.position.line) >= bodies[$0.path] ?? .max }
    #expect(left.isEmpty, sourceLocation: item.place)
  }

  @Test(arguments: bad)
  func eachFindingSaysWhatIsWrongAndWhatToDo(_ item: Case) {
    for finding in ExampleBase(item.example).findings where finding.code == item.rule.description.code {
      #expect(finding.message.count > 20 && finding.help.count > 10, sourceLocation: item.place)
      #expect(finding.message.last != "." && !finding.message.contains("\n"), sourceLocation: item.place)
      #expect(finding.help.last.map { ".?'".contains($0) } == true, "\(finding.help)", sourceLocation: item.place)
      #expect(!finding.subject.isEmpty, sourceLocation: item.place)
      #expect(finding.span.start <= finding.span.end, sourceLocation: item.place)
    }
  }

  /// A safe fix removes its finding, brings no new one, and leaves nothing to fix.
  @Test(arguments: bad)
  func aSafeFixRemovesItsFinding(_ item: Case) {
    let before = ExampleBase(item.example)
    let fixes = before.findings.filter { $0.code == item.rule.description.code }.compactMap { finding in
      finding.fix.flatMap { $0.isSafe ? (path: finding.path, edits: $0.edits, newPath: $0.newPath) : nil }
    }
    guard !fixes.isEmpty else { return }
    var moved = item.example
    for (i, file) in moved.files.enumerated() {
      if let fix = fixes.first(where: { $0.path == file.path }), let newPath = fix.newPath { moved.files[i].path = newPath }
    }
    let after = ExampleBase(moved) { path, text in
      let edits = fixes.filter { $0.path == path }.flatMap(\.edits).sorted { $0.range.start > $1.range.start }
      var bytes = Array(text.replacing("↓", with: "").utf8)
      for edit in edits { bytes.replaceSubrange(edit.range.range, with: edit.replacement) }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(after.places(of: item.rule).count == before.places(of: item.rule).count - fixes.count, sourceLocation: item.place)
    #expect(after.findings.count <= before.findings.count - fixes.count, "\(after.findings.map(\.message))", sourceLocation: item.place)
  }

  // MARK: Variants

  /// The line, from 1, after the front matter; beyond the end where there is no front matter.
  private static func bodyLine(of text: String) -> Int {
    let lines = text.replacing("↓", with: "").split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return .max }
    return end + 2
  }

  /// An emoji of several scalars in front of the words of plain lines and quotes of the body, where it is part of the text.
  private static func withEmoji(_ text: String) -> String {
    let first = bodyLine(of: text)
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line -> String in
      if line.hasPrefix("```") { isCode.toggle() }
      let plain = line.replacing("↓", with: "")
      guard index + 1 >= first, !isCode, let start = plain.unicodeScalars.first, start.properties.isAlphabetic || start == "[" else {
        return String(line)
      }
      // A definition or a setext heading would become something else.
      guard !plain.contains("]:") else { return String(line) }
      return "👩🏽‍🔧 \(line)"
    }.joined(separator: "\n")
  }

  private static func withFencedBody(_ text: String) -> String {
    let first = bodyLine(of: text)
    guard first != .max else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.prefix(first - 1) + ["~~~~"] + lines.dropFirst(first - 1) + ["~~~~", ""]).joined(separator: "\n")
  }
}
