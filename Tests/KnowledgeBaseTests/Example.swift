import Foundation
import KBModel
import KBTestSupport
@testable import KnowledgeBase

/// The knowledge base in `kb-example`, and small ones of a test's own.
enum Example {
  static let asOf = day("2026-06-30")

  static var location: KnowledgeBaseLocation {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return KnowledgeBaseLocation(folder: package.appending(path: "kb-example").path, repository: nil)
  }

  static var loader: SnapshotLoader { SnapshotLoader(location: location, today: asOf, asOf: asOf) }
  static func snapshot() throws -> Snapshot { try loader.load() }

  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(dayNumber: 0) }

  /// A knowledge base of these files; `kb.yaml` is empty where it is not among them.
  static func base(_ files: [String: String]) throws -> (scratch: ScratchDirectory, loader: SnapshotLoader) {
    let scratch = try ScratchDirectory()
    if files["kb.yaml"] == nil { try scratch.write("kb.yaml", "name: Test\n") }
    for (path, text) in files { try scratch.write(path, text) }
    return (scratch, SnapshotLoader(location: KnowledgeBaseLocation(folder: scratch.path, repository: nil), today: asOf, asOf: asOf))
  }

  static func customer(_ name: String, segment: String = "energy", further: String = "") -> String {
    "---\ntype: customer\nname: \(name)\nsegment: \(segment)\nstage: customer\n\(further)---\n\n# \(name)\n"
  }

  static func session(_ customer: String, _ date: String, _ body: String, further: String = "") -> String {
    """
    ---
    type: session
    date: \(date)
    customer: \(customer)
    interviewer: dana
    participants: [p-1a]
    covers: [offline]
    consent: {basis: consent, scope: internal-quote, retain_until: 2035-12-31}
    \(further)---

    \(body)

    """
  }
}
