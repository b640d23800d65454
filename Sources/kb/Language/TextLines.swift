import ArgumentParser

/// The texts a language command judges, each on its own: its arguments, or else the lines of standard input.
struct TextLines: ParsableArguments {
  @Argument(help: ArgumentHelp("Texts to judge, each on its own; without one, the lines of standard input.", valueName: "text"))
  var texts: [String] = []

  /// The texts in order. Empty lines are texts too, so that results and lines can be matched; bytes that are no UTF-8 are
  /// read as replacement characters.
  func all() -> [String] {
    guard texts.isEmpty else { return texts }
    var lines = StandardInput.bytes().split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self) }
  }
}
