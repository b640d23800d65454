#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The user's pager, for what is longer than the terminal is high. As with the editor, only the user's own environment names it.
enum Pager {
  /// Shows a text with `PAGER`; whether that was done. It is not where nobody sits at a terminal, the text fits, or none is named.
  static func show(_ text: String) -> Bool {
    guard let command = Environment.value("PAGER"), command != "cat", let rows = Terminal.rows, Terminal.isInteractive,
      text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= rows
    else { return false }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    // The pager must not hold the end that is written to, or it would never see the text end.
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    // Colours as they are, and no waiting for a key where the text fits: what git asks of less.
    setenv("LESS", "FRX", 0)
    guard let process = spawn(command, reading: ends[0]) else {
      close(ends[0])
      close(ends[1])
      return false
    }
    close(ends[0])
    // A reader who has seen enough ends the pager, not us; Control-C is the pager's, too.
    let before = (signal(SIGPIPE, SIG_IGN), signal(SIGINT, SIG_IGN))
    StandardOutput.write(text, to: ends[1])
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    signal(SIGPIPE, before.0)
    signal(SIGINT, before.1)
    // The shell's words for a command that is not there or cannot run: then nothing was shown.
    return ![126, 127].contains(status >> 8 & 0xFF)
  }

  /// Starts a command of the shell's language, as git starts `PAGER`, with its standard input from a pipe.
  private static func spawn(_ command: String, reading end: Int32) -> pid_t? {
    let words = ["sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, end, 0)
    posix_spawn_file_actions_addclose(&actions, end)
    var process = pid_t()
    return posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ) == 0 ? process : nil
  }
}
