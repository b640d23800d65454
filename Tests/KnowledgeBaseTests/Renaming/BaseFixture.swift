import Foundation
import KBModel
import KBTestSupport

@testable import KnowledgeBase

/// A knowledge base on disk that a test writes, changes and looks at.
struct BaseFixture {
  let scratch: ScratchDirectory

  init(_ files: [String: String]) throws {
    scratch = try ScratchDirectory()
    if files["kb.yaml"] == nil { try scratch.write("kb.yaml", "") }
    for (path, text) in files { try scratch.write(path, text) }
  }

  /// A copy of a folder of the package.
  init(copyOf folder: String) throws {
    scratch = try ScratchDirectory()
    try FileManager.default.removeItem(atPath: scratch.path)
    try FileManager.default.copyItem(atPath: KBProcess.package + "/" + folder, toPath: scratch.path)
  }

  var location: KnowledgeBaseLocation { KnowledgeBaseLocation(folder: scratch.path, repository: nil) }

  func snapshot() throws -> Snapshot { try SnapshotLoader(location: location, today: CalendarDate(year: 2026, month: 6, day: 30) ?? CalendarDate(dayNumber: 0)).load() }

  func text(_ path: String) -> String? { FileManager.default.contents(atPath: scratch.path + "/" + path).map { String(decoding: $0, as: UTF8.self) } }

  /// All files by path, but those of the journal's folder.
  func files() -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: scratch.path) ?? .init() where !path.hasPrefix(".kb-journal") {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: scratch.path + "/" + path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[path] = FileManager.default.contents(atPath: scratch.path + "/" + path).map(Array.init)
    }
    return files
  }

  /// Rules and places of what names no record, or the wrong one.
  func brokenReferences() throws -> [String] {
    Validation(of: try snapshot()).findings.filter { $0.code.hasPrefix("KB2") && $0.severity == .error }.map { "\($0.code) \($0.path) \($0.subject)" }
  }
}

/// Removes a file at an absolute path.
func removeFile(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }
