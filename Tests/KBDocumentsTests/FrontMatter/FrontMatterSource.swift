/// Front matter put together at random along the grammar, with what is nasty in YAML strewn in, and real front matter, broken.
enum FrontMatterSource {
  static let keys = ["type", "date", "a", "b", "consent", "retain_until", "x y", "2024", "é", "日本", "k-1", "a.b", "A", "naïve key", "a#b", "a:b", "_x", "\"q\"", "'q'", "?", "- a", "<<", "a ", "[k]", "&a k", "!t k", "*a", "~"]
  static let plainKeys = 12

  static let words = [
    "session", "2026-01-05", "p-18084d", "Buyer's", "a b  c", "12", "-3", "+4", "1e3", "~", "null", "true", "é", "日本語", "\u{1F600}", "http://a.b/c?d=e&f", "a:b", "a::b", "a#b", "a,b", "a]b", "a}b", "a[b", "it''s", "x\"y",
    "(a)", "$5", "^q1", "<b>", "=", ".5", "/p", "a - b", "a ? b", "---x", "a%b", "a@b.c", "a & b", "a * b", "a ! b", "a|b", "a > b", "\\", "a\\nb", "-", "--", "...", "<<", "\u{A0}x", "x\u{A0}", "\u{3000}", "\u{FFFD}",
  ]
  static let nasty = [
    ": ", ":", " #", "#", " # c", "'", "\"", "''", "\"\"", "- ", "-", "- - x", "? ", "?", "?x", ":x", "! ", "!t", "!!str ", "& ", "&a ", "*a", "* ", "% ", "%YAML 1.1", "@", "`", "[", "]", "{", "}", ",", "[a", "b]", "{a: b", "|", ">", "|-", ">+2", "\t", "\t#", " ", "  ",
    "\n", "\n\n", "\n ", "\n  ", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{80}", "\u{9F}", "\u{7F}", "\u{1}", "\u{1B}", "---", "...", "\n---\n", "\n...\n", "--- ", "\\", "\\\"", "\\x41", "\\n", "=", "<<: ", "key:value", "key: ", "~", "\n# c\n", "\n  # c\n",
  ]

  /// A document that may go astray in a few places.
  static func document(_ random: inout SplitMix) -> String {
    var text = random.next(below: 4) == 0 ? "" : random.next(below: 12) == 0 ? "--- \n" : "---\n"
    mapping(&random, indent: random.next(below: 15) == 0 ? 2 : 0, depth: 0, to: &text)
    if random.next(below: 30) == 0 { text.removeLast() }
    return text
  }

  private static func rarely(_ random: inout SplitMix, _ times: Int = 25) -> Bool { random.next(below: times) == 0 }

  private static func key(_ random: inout SplitMix, _ index: Int) -> String {
    if rarely(&random, 30) { return random.pick(keys) }
    let key = keys[random.next(below: plainKeys)]
    // Keys that stand twice are to be rare, not absent.
    return rarely(&random, 8) ? key : key + String(index)
  }

  private static func line(_ random: inout SplitMix, _ text: inout String) {
    if rarely(&random) { text += random.pick([" # comment", " #", "# c", "  # é: [", " \t# c", "   "]) }
    text += rarely(&random, 200) ? random.pick(["\r\n", "\r", "\u{85}", "\u{2028}"]) : "\n"
    if rarely(&random) { text += random.pick(["\n", "  \n", "# comment\n", "    # c: d\n", "\t\n", "  - \n", "---\n", "...\n", "%x\n"]) }
  }

  private static func mapping(_ random: inout SplitMix, indent: Int, depth: Int, to text: inout String, firstIsPlaced: Bool = false) {
    for index in 0...random.next(below: depth == 0 ? 7 : 4) {
      if index > 0 || !firstIsPlaced { text += String(repeating: " ", count: rarely(&random, 60) ? random.next(below: 6) : indent) }
      text += key(&random, index) + (rarely(&random, 40) ? random.pick([" :", ":", "", ": :", " : "]) : ":")
      value(&random, indent: indent, depth: depth, to: &text)
    }
  }

  private static func value(_ random: inout SplitMix, indent: Int, depth: Int, to text: inout String) {
    switch random.next(below: 12) {
    case 0:
      line(&random, &text)
    case 1 where depth < 4:
      line(&random, &text)
      mapping(&random, indent: indent + random.next(below: 3) + (rarely(&random, 12) ? 0 : 1), depth: depth + 1, to: &text)
    case 2 where depth < 4, 3 where depth < 4:
      line(&random, &text)
      let own = indent + (random.next(below: 3) == 0 ? 0 : 2)
      for _ in 0...random.next(below: 3) {
        text += String(repeating: " ", count: rarely(&random, 60) ? random.next(below: 6) : own) + "-" + (rarely(&random, 12) ? "   " : " ")
        if random.next(below: 3) == 0 {
          mapping(&random, indent: own + 2, depth: depth + 1, to: &text, firstIsPlaced: true)
        } else {
          text += scalar(&random, inFlow: false)
          line(&random, &text)
        }
      }
    case 4, 5:
      text += " " + flow(&random, depth: depth)
      line(&random, &text)
    default:
      text += rarely(&random) ? "   " : " "
      text += scalar(&random, inFlow: false)
      line(&random, &text)
    }
  }

  private static func flow(_ random: inout SplitMix, depth: Int) -> String {
    let isMapping = random.next(below: 4) == 0
    var parts: [String] = []
    for index in 0..<random.next(below: 4) {
      let value = depth < 4 && rarely(&random, 6) ? flow(&random, depth: depth + 1) : scalar(&random, inFlow: true)
      parts.append(isMapping ? key(&random, index) + (rarely(&random, 20) ? ":" : ": ") + value : value)
    }
    let inside = parts.joined(separator: random.pick([", ", ", ", ",", " , "])) + (rarely(&random) ? random.pick([",", " ", ", ", ",,"]) : "")
    return isMapping ? "{\(inside)}" : "[\(inside)]"
  }

  private static func scalar(_ random: inout SplitMix, inFlow: Bool) -> String {
    var text = random.pick(words)
    if rarely(&random, 4) { text += " " + random.pick(words) }
    if rarely(&random, inFlow ? 20 : 12) { text = rarely(&random, 2) ? random.pick(nasty) + text : text + random.pick(nasty) }
    if rarely(&random, 30) { text += random.pick(nasty) + random.pick(words) }
    switch random.next(below: 10) {
    case 0: return "'" + (rarely(&random, 3) ? text + "''s" : text) + "'"
    case 1: return "\"" + (rarely(&random, 3) ? text + random.pick(["\\\"", "\\\\", "\\n", "\\é", "\\x41", "\\"]) : text) + "\""
    case 2 where rarely(&random, 4): return ""
    default: return text
    }
  }

  /// The same bytes with a few changes: bytes flipped, taken out, put in; lines doubled, swapped, shifted.
  static func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.next(below: 3) {
      guard bytes.count > 4 else { break }
      let i = random.next(below: bytes.count)
      switch random.next(below: 10) {
      case 0: bytes[i] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes[i] ^= 1 << UInt8(random.next(below: 8))
      case 2: bytes.remove(at: i)
      case 3: bytes.removeSubrange(i..<min(bytes.count, i + 1 + random.next(below: 12)))
      case 4: bytes.insert(contentsOf: bytes[i..<min(bytes.count, i + 1 + random.next(below: 12))], at: random.next(below: bytes.count))
      case 5, 6: bytes.insert(contentsOf: random.pick(nasty).utf8, at: i)
      default: changeLines(&bytes, &random)
      }
    }
    return bytes
  }

  private static func changeLines(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    let (a, b) = (random.next(below: lines.count), random.next(below: lines.count))
    switch random.next(below: 5) {
    case 0: lines.swapAt(a, b)
    case 1: lines.insert(lines[a], at: b)
    case 2: lines[a].insert(contentsOf: [UInt8](repeating: 0x20, count: 1 + random.next(below: 4)), at: 0)
    case 3: while lines[a].first == 0x20, random.next(below: 3) > 0 { lines[a].removeFirst() }
    default: lines.remove(at: a)
    }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
