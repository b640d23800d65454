/// A small generator of random numbers whose runs can be repeated from their seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func pick(_ choices: [String]) -> String { choices[next(below: choices.count)] }
}

/// Markdown put together at random from what begins, continues and ends blocks.
enum MarkdownSource {
  static let prefixes = ["> ", ">", ">> ", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "  ", "    ", "\t", " ", "   ", "-   ", ">  "]
  static let contents = [
    "foo", "bar baz", "# h", "## h ##", "###", "```", "~~~", "````", "``` swift", "---", "===", "***", "- - -", "--", "=", "<div>", "</div>", "<!-- c -->",
    "<!--", "-->", "<pre>", "</pre>", "<b>", "<?", "?>", "[a]: /u", "[a]:", "/u 'title'", "'t", "[b]: <x>", "`x`", "    code", "\tcode", "-", "1.", "*",
    "\u{2014} x", "\u{1F600}", "a\\", "| a |", "[[x]]", "<a", "#x", "",
  ]

  static func document(_ random: inout SplitMix) -> String {
    var text = ""
    for _ in 0...random.next(below: 9) {
      // Half of the lines have no prefix, a few have four.
      var prefixCount = 0
      while prefixCount < 4, random.next(below: 2) == 0 { prefixCount += 1 }
      for _ in 0..<prefixCount { text += random.pick(prefixes) }
      if random.next(below: 6) > 0 { text += random.pick(contents) }
      if random.next(below: 12) == 0 { text += " " }
      text += "\n"
    }
    if random.next(below: 4) == 0 { text.removeLast() }
    return text
  }
}
