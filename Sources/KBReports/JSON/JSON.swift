#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How values become JSON: sorted keys, so that the same value is always the same bytes; no escaped slashes.
///
/// Control characters and marks that turn the writing direction around are written as escapes: a reader gets them back, a
/// terminal or a diff that shows the JSON does not act on them.
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
    return escapingControls(String(decoding: data, as: UTF8.self)) + "\n"
  }

  /// The encoder escapes what is below U+0020. The others occur inside of strings only, where an escape means the same.
  private static func escapingControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 != "\n" && TerminalText.isActive($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // The line ends of the layout.
      if scalar != "\n", TerminalText.isActive(scalar) {
        let digits = String(scalar.value, radix: 16)
        result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
