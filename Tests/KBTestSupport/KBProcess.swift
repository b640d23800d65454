package import Foundation

/// The built `kb`, run as its users run it.
package struct KBProcess: Sendable {
  package var output: String
  package var messages: String
  package var status: Int32
  /// The signal that it died of; `nil` where it ended by itself.
  package var signal: Int32?
  /// How long it ran.
  package var microseconds = 0

  /// Runs `kb` and waits for it.
  ///
  /// - Parameters:
  ///   - folder: the working directory.
  ///   - input: what it reads from standard input.
  ///   - environment: added to a small environment that is the same on every machine.
  ///   - interruption: a signal that it gets, so long after it was started.
  @discardableResult
  package static func run(
    _ arguments: [String], in folder: String, input: String = "", environment: [String: String] = [:],
    interruptedBy interruption: (signal: Int32, microseconds: UInt32)? = nil
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
    let start = ContinuousClock.now
    // Threads that run tests hold signals back, and a process inherits that.
    var (none, held) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &held)
    defer { pthread_sigmask(SIG_SETMASK, &held, nil) }
    try process.run()
    if let interruption {
      usleep(interruption.microseconds)
      if process.isRunning { kill(process.processIdentifier, interruption.signal) }
    }
    process.waitUntilExit()
    let duration = ContinuousClock.now - start
    let wasKilled = process.terminationReason == .uncaughtSignal
    return KBProcess(
      output: String(decoding: try Data(contentsOf: URL(fileURLWithPath: outputPath)), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: URL(fileURLWithPath: messagePath)), as: UTF8.self), status: process.terminationStatus,
      signal: wasKilled ? process.terminationStatus : nil,
      microseconds: Int(duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000))
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
