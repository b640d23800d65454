internal import Foundation

/// A folder of a test's own, which goes when the value goes.
///
/// Keep it alive for as long as its files are used: `let scratch = try ScratchDirectory(); defer { _ = scratch }`, or as a property.
package final class ScratchDirectory: Sendable {
  /// The absolute path, without symbolic links.
  package let path: String

  package init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kb-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = realpath(folder.path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    } ?? folder.path
  }

  deinit {
    // Tests take rights away; they are given back so that the folder can be removed.
    if let files = FileManager.default.enumerator(atPath: path) {
      for case let file as String in files {
        let whole = path + "/" + file
        if let type = try? FileManager.default.attributesOfItem(atPath: whole)[.type] as? FileAttributeType, type == .typeDirectory { chmod(whole, 0o700) }
      }
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, and the folders above it.
  @discardableResult
  package func write(_ file: String, _ text: String) throws -> String { try write(file, bytes: Array(text.utf8)) }

  @discardableResult
  package func write(_ file: String, bytes: [UInt8]) throws -> String { try writeFile(path + "/" + file, bytes) }

  /// Makes a folder, and those above it.
  @discardableResult
  package func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    return path + "/" + name
  }
}

/// Writes a file at an absolute path, and the folders above it.
func writeFile(_ path: String, _ bytes: [UInt8]) throws -> String {
  try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  return path
}
