internal import KBModel

extension Paint {
  /// The text in the verdict's colour.
  func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .market: color(text, "1;32")
    case .emerging: color(text, "1;36")
    case .customerSpecific: color(text, "1;35")
    case .thin: faint(text)
    }
  }
}
