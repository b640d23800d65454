package import KBModel

/// What the other rules left behind, for those that look after suppressions and baselines.
package struct UpkeepReading: Sendable {
  /// In the order of their paths.
  package var files: [FileFacts]
  /// Suppressions that hold and met no finding.
  package var unused: [UnusedSuppression]
  /// Where the baseline stands, relative to the knowledge base; `nil` where none was given.
  package var baselinePath: String?
  /// Entries of the baseline that no finding matched.
  package var stale: [Baseline.Entry]

  package init(files: [FileFacts], unused: [UnusedSuppression], baselinePath: String? = nil, stale: [Baseline.Entry] = []) {
    self.files = files
    self.unused = unused
    self.baselinePath = baselinePath
    self.stale = stale
  }
}

/// A suppression of which some or all rules met nothing.
package struct UnusedSuppression: Sendable, Equatable {
  /// The index in `UpkeepReading.files`.
  package var file: Int
  /// The index in `FileFacts.suppressions`.
  package var suppression: Int
  /// The rules that met nothing, as written.
  package var rules: [String]
  /// Whether other rules of the same suppression did meet something.
  package var isPartly: Bool

  package init(file: Int, suppression: Int, rules: [String], isPartly: Bool) {
    self.file = file
    self.suppression = suppression
    self.rules = rules
    self.isPartly = isPartly
  }
}
