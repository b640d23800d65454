import ArgumentParser

/// Questions to the person at the terminal. They are asked on standard error: standard output is for data.
enum Prompt {
  /// Asks for one value, with a numbered list where there is something to choose from.
  ///
  /// - Throws: when the input ends.
  static func ask(_ prompt: String, choices: [String]) throws -> String {
    if choices.count > 1, choices.count <= 40 {
      for (i, choice) in choices.enumerated() { StandardError.write("  \(i + 1)  \(choice)\n") }
    }
    while true {
      StandardError.write(choices.count == 1 ? "\(prompt) [\(choices[0])]: " : "\(prompt): ")
      guard let line = readLine() else { throw CleanExit.message("Nothing was written.") }
      let answer = line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      if answer.isEmpty {
        if choices.count == 1 { return choices[0] }
        continue
      }
      if let number = Int(answer), choices.indices.contains(number - 1) { return choices[number - 1] }
      return answer
    }
  }
}
