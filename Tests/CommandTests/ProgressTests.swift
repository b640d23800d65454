import Foundation
import KBTestSupport
import Testing

/// What is shown on a terminal while something takes long, and only there.
@Suite struct ProgressTests {
  private func corpus() throws -> ScratchDirectory {
    let scratch = try ScratchDirectory()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", KBProcess.package + "/Benchmarks/corpus.py", scratch.path + "/base", "--n", "6000"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return scratch
  }

  private static let arguments = ["validate", "--as-of", "2026-09-30", "--rule", "config-invalid"]
  private static let hasScript = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  /// What a terminal shows at the end: a line that is begun anew and erased is gone.
  private func screen(_ text: String) -> (lines: String, progress: [String]) {
    var progress: [String] = []
    var kept = ""
    for (position, part) in text.replacing("\r\n", with: "\n").components(separatedBy: "\r\u{1B}[K").enumerated() {
      // Progress has no line end; whatever follows an erased line does.
      if position > 0, !part.isEmpty, !part.contains("\n") { progress.append(part) } else { kept += part }
    }
    return (kept, progress)
  }

  @Test(.enabled(if: hasScript, "needs script(1) to make a terminal")) func aTerminalShowsHowFarItIsAndKeepsNothingOfIt() throws {
    let scratch = try corpus()
    let folder = scratch.path + "/base"
    let plain = try KBProcess.run(Self.arguments, in: folder)
    #expect(plain.messages.isEmpty, "a file gets no progress")
    #expect(!plain.output.utf8.contains(0x1B))
    for terminal in ["xterm", "dumb"] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
      #if os(Linux)
      process.arguments = ["-qec", ([KBProcess.binary.path] + Self.arguments + ["--color", "never"]).joined(separator: " "), "/dev/null"]
      #else
      process.arguments = ["-q", "/dev/null", KBProcess.binary.path] + Self.arguments + ["--color", "never"]
      #endif
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": terminal, "NO_COLOR": "1"]
      let output = Pipe()
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let (lines, progress) = screen(text)
      #expect(lines == plain.output, "\(terminal)")
      // A machine that is done within a second shows nothing, which is right too.
      #expect(progress.allSatisfy { $0.hasPrefix("reading ") && $0.hasSuffix(" of 6,000 files …") }, "\(progress)")
      if terminal == "dumb" { #expect(progress.isEmpty && !text.utf8.contains(0x1B)) }
    }
  }
}
