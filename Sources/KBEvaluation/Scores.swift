/// How predicted sets of labels compare with the labels given by hand.
package struct Scores: Sendable {
  /// Precision and recall of one label or one class of labels.
  package struct Measure: Sendable, Equatable {
    package var truePositives = 0
    package var falsePositives = 0
    package var falseNegatives = 0

    package init() {}

    package var precision: Double { ratio(truePositives, truePositives + falsePositives) }
    package var recall: Double { ratio(truePositives, truePositives + falseNegatives) }
    package var f1: Double {
      let sum = precision + recall
      return sum > 0 ? 2 * precision * recall / sum : 0
    }
    /// How many items have the label by hand.
    package var support: Int { truePositives + falseNegatives }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }

    mutating func count(_ gold: Bool, _ predicted: Bool) {
      if gold, predicted { truePositives += 1 }
      if !gold, predicted { falsePositives += 1 }
      if gold, !predicted { falseNegatives += 1 }
    }
  }

  /// By label, for labels that occur by hand or predicted.
  package private(set) var labels: [String: Measure] = [:]
  /// Some label against none.
  package private(set) var any = Measure()
  /// presupposition, tag, agreement and loaded as one class.
  package private(set) var leading = Measure()
  package private(set) var items = 0
  package private(set) var exact = 0
  /// Items without a label, and those of them with a prediction.
  package private(set) var fine = 0
  package private(set) var falseAlarms = 0

  package init() {}

  package init(_ pairs: some Sequence<(gold: Set<String>, predicted: Set<String>)>) {
    for pair in pairs { add(gold: pair.gold, predicted: pair.predicted) }
  }

  package mutating func add(gold: Set<String>, predicted: Set<String>) {
    items += 1
    if gold == predicted { exact += 1 }
    for label in gold.union(predicted) { labels[label, default: Measure()].count(gold.contains(label), predicted.contains(label)) }
    any.count(!gold.isEmpty, !predicted.isEmpty)
    leading.count(!gold.isDisjoint(with: Self.leadingFamily), !predicted.isDisjoint(with: Self.leadingFamily))
    if gold.isEmpty {
      fine += 1
      if !predicted.isEmpty { falseAlarms += 1 }
    }
  }

  /// The plain mean of F1 over labels with at least `support` items by hand.
  package func macroF1(support: Int = 1) -> Double {
    let values = labels.sorted { $0.key < $1.key }.map(\.value).filter { $0.support >= support }
    return values.isEmpty ? 0 : values.reduce(0) { $0 + $1.f1 } / Double(values.count)
  }

  /// The share of fine items with a prediction.
  package var falseAlarmRate: Double { fine > 0 ? Double(falseAlarms) / Double(fine) : 0 }

  package var exactShare: Double { items > 0 ? Double(exact) / Double(items) : 0 }

  private static let leadingFamily: Set<String> = ["presupposition", "tag", "agreement", "loaded"]
}
