/// The difference of two texts as `diff -u` writes it, safe to show.
package enum UnifiedDifference {
  /// - Parameters:
  ///   - old: `nil` for a file that is new.
  ///   - context: unchanged lines around a change.
  package static func text(old: (name: String, text: String)?, new: (name: String, text: String), context: Int = 3) -> String {
    let before = old.map { lines($0.text) } ?? []
    let after = lines(new.text)
    let steps = steps(from: before, to: after)
    guard steps.contains(where: { $0.sign != " " }) else { return "" }
    var result = "--- \(TerminalText.safe(old?.name ?? "/dev/null"))\n+++ \(TerminalText.safe(new.name))\n"
    for hunk in hunks(of: steps, context: context) {
      let part = steps[hunk]
      let (oldCount, newCount) = (part.count { $0.sign != "+" }, part.count { $0.sign != "-" })
      let first = steps[hunk.lowerBound]
      result += "@@ -\(place(first.old, oldCount)) +\(place(first.new, newCount)) @@\n"
      for step in part { result += "\(step.sign)\(TerminalText.safe(String(step.text)))\n" }
    }
    return result
  }

  private struct Step {
    var sign: Character
    var text: Substring
    /// Lines before it in both texts.
    var old, new: Int
  }

  private static func place(_ before: Int, _ count: Int) -> String { "\(count == 0 ? before : before + 1)\(count == 1 ? "" : ",\(count)")" }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func steps(from before: [Substring], to after: [Substring]) -> [Step] {
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var steps: [Step] = []
    var (i, k) = (0, 0)
    while i < before.count || k < after.count {
      if removed.contains(i) {
        steps.append(Step(sign: "-", text: before[i], old: i, new: k))
        i += 1
      } else if inserted.contains(k) {
        steps.append(Step(sign: "+", text: after[k], old: i, new: k))
        k += 1
      } else {
        steps.append(Step(sign: " ", text: before[i], old: i, new: k))
        i += 1
        k += 1
      }
    }
    return steps
  }

  private static func hunks(of steps: [Step], context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (i, step) in steps.enumerated() where step.sign != " " {
      let range = max(0, i - context)..<min(steps.count, i + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound { hunks[hunks.count - 1] = last.lowerBound..<range.upperBound } else { hunks.append(range) }
    }
    return hunks
  }
}
