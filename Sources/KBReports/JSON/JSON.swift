#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How values become JSON: sorted keys, so that the same value is always the same bytes; no escaped slashes.
package enum JSON {
  /// Indented, with a line end.
  package static func document(_ value: some Encodable) -> String { encode(value, [.prettyPrinted]) }

  /// On one line, with a line end.
  package static func line(_ value: some Encodable) -> String { encode(value, []) }

  private static func encode(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    // Only numbers that JSON cannot write make this fail; the values here are finite.
    guard let data = try? encoder.encode(value) else { preconditionFailure("a value that JSON cannot write") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
