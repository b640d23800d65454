#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes text files into Swift source: `embed-files FOLDER OUTPUT FILE…`. The build runs it.
@main
struct EmbedFiles {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count > 2 else { throw Failure(description: "usage: embed-files FOLDER OUTPUT FILE…") }
    let folder = arguments[0].hasSuffix("/") ? arguments[0] : arguments[0] + "/"
    var source = """
      /// Written by the build from the files of a folder.
      enum EmbeddedFiles {
        static let all: [(path: String, text: String)] = [

      """
    for file in arguments[2...].sorted() {
      guard file.hasPrefix(folder) else { throw Failure(description: "'\(file)' is not in '\(folder)'") }
      guard let text = String(validating: try Data(contentsOf: URL(filePath: file)), as: UTF8.self) else {
        throw Failure(description: "'\(file)' is not UTF-8 text")
      }
      source += "    (\(literal(String(file.dropFirst(folder.count)))), \(literal(text))),\n"
    }
    source += "  ]\n}\n"
    try Data(source.utf8).write(to: URL(filePath: arguments[1]))
  }

  /// A string as Swift source, on one line.
  private static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
