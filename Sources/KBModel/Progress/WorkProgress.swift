/// Told now and then how far some work has come. Whoever does the work does not know whether anybody looks.
package struct WorkProgress: Sendable {
  package enum Work: Sendable, Equatable, CaseIterable {
    case readingFiles, readingCommits, readingVersions, readingRows, writingObjects, writingRows
  }

  private let observer: (@Sendable (_ work: Work, _ done: Int, _ total: Int?) -> Void)?

  /// - Parameter observer: called from any thread, often: it had better be quick.
  package init(_ observer: @escaping @Sendable (_ work: Work, _ done: Int, _ total: Int?) -> Void) { self.observer = observer }

  private init() { observer = nil }

  /// Nobody looks.
  package static let unseen = WorkProgress()

  /// - Parameter total: `nil` where it is not known beforehand.
  package func report(_ work: Work, _ done: Int, of total: Int? = nil) { observer?(work, done, total) }
}
