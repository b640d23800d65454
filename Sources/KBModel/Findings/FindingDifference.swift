/// What one state of a knowledge base has found against it that another has not.
package struct FindingDifference: Sendable, Equatable {
  /// In the order of the head's findings. Of several with the same key the later ones count as new.
  package private(set) var new: [Finding] = []
  /// In the order of the base's findings.
  package private(set) var fixed: [Finding] = []

  /// - Parameter renamed: ids and paths of the base that have another name in the head.
  package init(base: [Finding], head: [Finding], renamed: [String: String] = [:]) {
    var open: [FindingKey: [Int]] = [:]
    // Reversed, so that the first of equal ones is taken first.
    for (i, finding) in base.enumerated().reversed() {
      open[FindingKey(finding) { renamed[$0] ?? $0 }, default: []].append(i)
    }
    new = head.filter { open[FindingKey($0)]?.popLast() == nil }
    fixed = open.values.joined().sorted().map { base[$0] }
  }
}
