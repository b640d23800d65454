import KBDocuments
import KBModel

/// Reads text that need not be a file.
enum DocumentReading {
  static func document(_ bytes: [UInt8]) -> Document { DocumentReader().read(bytes) }
  static func markdown(_ text: String) -> Document { DocumentReader().read(Array(text.utf8)) }
  static func yaml(_ text: String) -> Document { yaml(Array(text.utf8)) }
  static func yaml(_ bytes: [UInt8]) -> Document { DocumentReader().readYAML(bytes) }
  static func body(of bytes: [UInt8]) -> Body { DocumentReader().read(bytes).body }
}
