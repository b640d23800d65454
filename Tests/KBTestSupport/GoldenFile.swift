#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import Testing

/// Compares text with the file `Golden/NAME` beside the calling test.
///
/// With `KB_RECORD=1` in the environment, and when the file is missing, the text is written to the file and the test fails
/// once, so that a recording is never taken for a comparison.
package func expectGolden(
  _ actual: String, _ name: String, testFile: String = #filePath, fileID: String = #fileID, line: Int = #line,
  column: Int = #column
) {
  let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
  expectFile(
    actual, folder.appending(path: name), at: SourceLocation(fileID: fileID, filePath: testFile, line: line, column: column))
}

/// Compares text with a generated page of the documentation, `docs/NAME`; recorded as golden files are.
package func expectDocumentation(
  _ actual: String, _ name: String, testFile: String = #filePath, fileID: String = #fileID, line: Int = #line,
  column: Int = #column
) {
  let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs")
  expectFile(actual, docs.appending(path: name), at: SourceLocation(fileID: fileID, filePath: testFile, line: line, column: column))
}

private func expectFile(_ actual: String, _ file: URL, at place: SourceLocation) {
  let folder = file.deletingLastPathComponent()
  let name = file.lastPathComponent
  let isRecording = ProcessInfo.processInfo.environment["KB_RECORD"] == "1"
  let expected = try? Data(contentsOf: file)

  if let expected, !isRecording {
    let expected = String(decoding: expected, as: UTF8.self)
    guard expected != actual else { return }
    Issue.record("\(name) differs; KB_RECORD=1 records it again\n\(difference(expected, actual))", sourceLocation: place)
  } else {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record("recorded \(name): read it, then run the test again", sourceLocation: place)
    } catch {
      Issue.record("cannot record \(name): \(error)", sourceLocation: place)
    }
  }
}

/// The first lines that differ, with the line before them.
private func difference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let first = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
  var lines = first > 0 ? ["  \(old[first - 1])"] : []
  lines += old.dropFirst(first).prefix(3).map { "- \($0)" }
  lines += new.dropFirst(first).prefix(3).map { "+ \($0)" }
  return "line \(first + 1):\n" + lines.joined(separator: "\n")
}
