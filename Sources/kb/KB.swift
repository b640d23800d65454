import ArgumentParser

@main
struct KB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kb", abstract: "Keep what customers really said, and see whether a need is the market's or one customer's.")
}
