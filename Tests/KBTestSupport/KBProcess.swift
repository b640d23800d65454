package import Foundation

/// The built `kb`, run as its users run it.
package struct KBProcess: Sendable {
  package var output: String
  package var messages: String
  package var status: Int32

  /// Runs `kb` and waits for it.
  ///
  /// - Parameters:
  ///   - folder: the working directory.
  ///   - input: what it reads from standard input.
  ///   - environment: added to a small environment that is the same on every machine.
  @discardableResult
  package static func run(
    _ arguments: [String], in folder: String, input: String = "", environment: [String: String] = [:]
  ) throws -> KBProcess {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"]
      .merging(environment) { $1 }
    // Files instead of pipes: nothing blocks however much is written.
    let scratch = try ScratchDirectory()
    let (inputPath, outputPath, messagePath) = (scratch.path + "/in", scratch.path + "/out", scratch.path + "/err")
    try Data(input.utf8).write(to: URL(fileURLWithPath: inputPath))
    for path in [outputPath, messagePath] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardInput = FileHandle(forReadingAtPath: inputPath)
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: messagePath)
    try process.run()
    process.waitUntilExit()
    return KBProcess(
      output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: outputPath)), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: URL(fileURLWithPath: messagePath)), as: UTF8.self), status: process.terminationStatus)
  }

  /// The program beside the test bundle.
  package static let binary: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    #if canImport(Darwin)
    // The bundle's program lies in KB.xctest/Contents/MacOS.
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folder = bundle.bundleURL.deletingLastPathComponent()
    }
    #endif
    return folder.appendingPathComponent("kb")
  }()

  /// The root of the package.
  package static let package: String = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
}
