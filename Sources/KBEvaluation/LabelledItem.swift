#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One line of a labelled file: a question, a guide item or a quote.
package struct LabelledItem: Sendable, Decodable {
  package var text: String
  /// The faults of a question; absent for quotes.
  package var labels: [String]?
  /// The rung of a quote; absent for questions.
  package var specificity: String?
  /// `question` or `note`, in a guide.
  package var kind: String?
  /// The guide that the item stands in; items of one guide are in order.
  package var guide: String?
  package var usability: Bool?
  /// Whether a reasonable expert could differ: no error counts.
  package var open: Bool?

  /// Reads a file of JSON lines.
  ///
  /// - Throws: what the decoder says about the first line that it cannot read.
  package static func items(ofLines text: String) throws -> [LabelledItem] {
    let decoder = JSONDecoder()
    return try text.utf8.split(separator: 0x0a).filter { $0.count > 1 }.map { line in
      try decoder.decode(LabelledItem.self, from: Data(line))
    }
  }
}
