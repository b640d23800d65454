import Dispatch
import Synchronization

/// Work on a long list, shared by the processors.
package enum Stretches {
  /// So many elements are worked on at a time where each takes about a microsecond: enough that sharing costs nothing, few
  /// enough that no processor idles at the end.
  package static let usual = 512

  /// What `body` makes of each stretch of `0..<count`, in order. `body` runs at the same time on several stretches.
  ///
  /// - Parameter length: how many elements are a stretch.
  package static func map<Result: Sendable>(
    _ count: Int, by length: Int = usual, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let stretches = (count + length - 1) / length
    guard stretches > 1 else { return count > 0 ? [body(0..<count)] : [] }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: stretches))
    DispatchQueue.concurrentPerform(iterations: stretches) { stretch in
      let result = body(stretch * length..<min(count, (stretch + 1) * length))
      results.withLock { $0[stretch] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
