/// What one state of a knowledge base has found against it that another has not.
package struct FindingDifference: Sendable, Equatable {
  /// In the order of the head's findings. Of several with the same key the later ones count as new.
  package private(set) var new: [Finding] = []
  /// In the order of the base's findings.
  package private(set) var fixed: [Finding] = []

  /// - Parameter renamed: ids and paths of the base that have another name in the head.
  package init(base: [Finding], head: [Finding], renamed: [String: String] = [:]) {
    let keys = base.map { finding in FindingKey(finding) { renamed[$0] ?? $0 } }
    (new, fixed) = Self.unmatched(base, head, keys: keys)
    guard !renamed.isEmpty, !new.isEmpty, !fixed.isEmpty else { return }
    // What is left may speak of a record by its old name on one side and by its new one on the other.
    var names: [String: String] = [:]
    for (old, now) in renamed { names[FindingKey.normalized(old)] = FindingKey.normalized(now) }
    (new, fixed) = Self.unmatched(
      fixed, new, keys: fixed.map { finding in FindingKey(finding) { renamed[$0] ?? $0 }.followingRenames(names) })
  }

  /// What has no counterpart on the other side; `keys` are those of `base`.
  private static func unmatched(_ base: [Finding], _ head: [Finding], keys: [FindingKey]) -> (new: [Finding], fixed: [Finding]) {
    var open: [FindingKey: [Int]] = [:]
    // Reversed, so that the first of equal ones is taken first.
    for i in base.indices.reversed() { open[keys[i], default: []].append(i) }
    let new = head.filter { open[FindingKey($0)]?.popLast() == nil }
    return (new, open.values.joined().sorted().map { base[$0] })
  }
}
