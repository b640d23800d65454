import ArgumentParser

/// Whether output is coloured.
struct ColorOption: ParsableArguments {
  enum Choice: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Option(help: "Colour the output.")
  var color = Choice.auto

  var isOn: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Terminal.isOutput && Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"
    }
  }
}
