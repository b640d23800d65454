package import KBModel

/// Goes through quotes one by one: accept, change, skip, undo. A pure value: nothing is written before ``changes()``, and
/// then only attribution lines.
package struct GradingSession: Sendable {
  package let items: [GradingItem]
  /// The item that is asked about; the count of items at the end.
  package private(set) var position = 0
  /// What was decided of each item; `nil` for one that was skipped or not reached.
  package private(set) var decisions: [GradingDecision?]
  /// What would be accepted now; begins as the suggestion.
  package private(set) var proposal: GradingDecision?

  private let sources: [String: [UInt8]]

  package init(items: [GradingItem], sources: [String: [UInt8]]) {
    self.items = items
    self.sources = sources
    decisions = Array(repeating: nil, count: items.count)
    propose()
  }

  package var current: GradingItem? { position < items.count ? items[position] : nil }
  package var isAtEnd: Bool { position == items.count }
  package var canUndo: Bool { position > 0 }

  private mutating func propose() {
    proposal = current.map { item in
      GradingDecision(grade: item.grade == nil ? item.suggestedGrade : nil, useCases: item.suggestedUseCases.prefix(1).map(\.id))
    }
  }

  // MARK: Steps

  /// Takes the proposal as it stands and goes on.
  package mutating func accept() {
    guard !isAtEnd else { return }
    decisions[position] = proposal
    position += 1
    propose()
  }

  /// Gives the proposal another grade; a grade that the line has already stays.
  package mutating func change(grade: Grade) {
    guard current?.grade == nil else { return }
    proposal?.grade = grade
  }

  /// Gives the proposal other use cases, which may be none.
  package mutating func change(useCases: [String]) { proposal?.useCases = useCases.unique }

  package mutating func skip() {
    guard !isAtEnd else { return }
    decisions[position] = nil
    position += 1
    propose()
  }

  /// Goes back to the item before and forgets what was decided of it.
  package mutating func undo() {
    guard canUndo else { return }
    position -= 1
    decisions[position] = nil
    propose()
  }

  // MARK: What comes of it

  /// The files with the attribution lines of what was decided.
  package func changes() -> ChangeSet {
    var edits: [String: [TextEdit]] = [:]
    for (item, decision) in zip(items, decisions) {
      guard let decision, let edit = Self.edit(item, decision) else { continue }
      edits[item.path, default: []].append(edit)
    }
    var changes = ChangeSet()
    for (path, edits) in edits.sorted(by: { $0.key < $1.key }) {
      guard let before = sources[path], let after = try? before.applying(edits) else { continue }
      changes.edit(path, from: before, to: after)
    }
    return changes
  }

  /// How many quotes were decided on.
  package var decided: Int { zip(items, decisions).count { item, decision in decision.map { Self.edit(item, $0) != nil } ?? false } }

  private static func edit(_ item: GradingItem, _ decision: GradingDecision) -> TextEdit? {
    let grade = item.grade == nil ? decision.grade : nil
    let parts = [grade?.rawValue].compactMap { $0 } + decision.useCases.filter { !item.useCases.contains($0) }.map { "[[\($0)]]" }
    guard !parts.isEmpty else { return nil }
    let text = parts.joined(separator: ", ")
    switch item.place {
    case .line(let offset, let isEmpty):
      return TextEdit(range: ByteRange(offset, offset), replacement: (isEmpty ? " " : ", ") + text)
    case .below(let offset, let margin, let lineEnd):
      return TextEdit(range: ByteRange(offset, offset), replacement: "\(lineEnd)\(margin)>\(lineEnd)\(margin)> — \(text)")
    }
  }
}
