internal import Foundation

/// Somebody else's reader of a format that `kb` writes, run in Python.
///
/// `scripts/install-dependencies --tests` makes its environment; `KB_PEERS` names the folder of its programs. Tests of peers are
/// skipped where it is not set: `@Suite(.enabled(if: Peer.isAvailable, Peer.remedy))`.
package enum Peer {
  package static var isAvailable: Bool { python != nil }

  /// Why a test is skipped.
  package static let remedy = "KB_PEERS is not set: run scripts/test"

  /// The program failed; `output` is what it said.
  package struct Failure: Error, CustomStringConvertible {
    package var output: String
    package var description: String { output }
  }

  private static var python: String? { ProcessInfo.processInfo.environment["KB_PEERS"].map { $0 + "/python" } }

  /// Runs a script with text on its standard input and gives back what it printed, without the last line's end.
  ///
  /// - Throws: `Failure` where the script raises an exception.
  @discardableResult
  package static func run(_ script: String, input: String) throws -> String {
    guard let python else { throw Failure(output: remedy) }
    let scratch = try ScratchDirectory()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-I", "-X", "utf8", try scratch.write("script.py", script)]
    // A file and not a pipe: nobody has to feed it while the output is read.
    process.standardInput = FileHandle(forReadingAtPath: try scratch.write("input", input))
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(output: printed) }
    return printed.hasSuffix("\n") ? String(printed.dropLast()) : printed
  }
}
