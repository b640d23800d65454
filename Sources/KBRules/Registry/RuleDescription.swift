package import KBModel

/// All that is said about a rule: `kb rule`, the rule pages, the list, the tests and SARIF read it from here.
package struct RuleDescription: Sendable {
  /// `KB302`.
  package var code: String
  /// `question-tag`; reads well after "allow".
  package var name: String
  /// The severity where `kb.yaml` says nothing.
  package var severity: Severity
  /// One line: what fires.
  package var summary: String
  /// Why it matters: what the fault does to the evidence.
  package var rationale: String
  /// Whether it also looks at sessions whose notes are not worked up (`status: raw`).
  package var readsRawNotes: Bool
  package var bad: [Example]
  package var good: [Example]

  package init(
    code: String, name: String, severity: Severity, summary: String, rationale: String, readsRawNotes: Bool = false,
    bad: [Example], good: [Example]
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.readsRawNotes = readsRawNotes
    self.bad = bad
    self.good = good
  }

  /// The family by which `kb.yaml` can name several rules at once.
  package var family: Family { Family(code: code) }

  package enum Family: String, Sendable, CaseIterable {
    case file, schema, reference, question, grounding, breadth, specificity, sales, privacy, upkeep

    /// KB0xx is `file`, KB1xx `schema`, and so on.
    init(code: String) {
      let digit = code.utf8.dropFirst(2).first.map { Int($0) - 0x30 } ?? 0
      self = Self.allCases[min(max(digit, 0), Self.allCases.count - 1)]
    }
  }
}

/// A small knowledge base that shows what a rule flags, or what it leaves alone.
///
/// `↓` stands right before the place where a finding is due and is taken out before the files are read.
/// Files of `Example.surroundings` are added where the example has none at their path.
package struct Example: Sendable {
  package var files: [(path: String, text: String)]
  /// The as-of date for rules that look at the calendar.
  package var asOf: CalendarDate?
  /// Where the example stands in the source, so that a failing one points there.
  package var sourceFile: String
  package var sourceLine: Int

  package init(_ path: String, _ text: String, asOf: String? = nil, sourceFile: String = #fileID, sourceLine: Int = #line) {
    self.init([(path, text)], asOf: asOf, sourceFile: sourceFile, sourceLine: sourceLine)
  }

  package init(_ files: [(path: String, text: String)], asOf: String? = nil, sourceFile: String = #fileID, sourceLine: Int = #line) {
    self.files = files
    self.asOf = asOf.flatMap { CalendarDate($0) }
    self.sourceFile = sourceFile
    self.sourceLine = sourceLine
  }
}
