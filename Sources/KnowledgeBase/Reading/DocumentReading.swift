import KBDocuments
import KBModel

/// Reads text that never was a file.
enum DocumentReading {
  static func markdown(_ text: String) -> Document { DocumentReader().read(Array(text.utf8)) }
  static func yaml(_ text: String) -> Document { DocumentReader().readYAML(Array(text.utf8)) }
}
