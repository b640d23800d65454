import KBTestSupport

/// A record that a test writes and changes at random: blocks of all kinds, lists in both styles, comments, block ids that are used.
struct RandomRecord {
  /// Lines by key, comments above them included.
  var fields: [[String]]
  var blocks: [String]
  var hasFrontMatter = true
  var hasMark = false
  var lineEnd = "\n"
  var endsWithLineEnd = true

  var text: String {
    let head = hasFrontMatter ? ["---"] + fields.flatMap(\.self) + ["---"] : []
    let lines = head + [""] + blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (hasMark ? "\u{FEFF}" : "") + lines.joined(separator: lineEnd) + (endsWithLineEnd ? lineEnd : "")
  }

  init(_ random: inout SeededGenerator) {
    let isBlock = Bool.random(using: &random)
    fields = [
      ["type: session"], ["date: 2026-06-22"], ["customer: acme"], ["interviewer: dana"], Self.list("covers", ["a", "b"], isBlock: isBlock),
      Self.list("participants", ["p-1a", "p-2b"], isBlock: !isBlock), ["# as agreed", "consent: {basis: consent, scope: notes}"],
    ]
    blocks = ["# Title"]
    for number in 1...Int.random(in: 2...6, using: &random) { blocks.append(Self.block("base", number, &random)) }
  }

  private static func list(_ key: String, _ items: [String], isBlock: Bool) -> [String] {
    isBlock ? ["\(key):"] + items.map { "  - \($0)" } : ["\(key): [\(items.joined(separator: ", "))]"]
  }

  private static func block(_ who: String, _ number: Int, _ random: inout SeededGenerator) -> String {
    let words = ["one", "two", "three"].randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "**Q:** What of \(words), \(who) \(number)? [[\(["a", "b", "c"].randomElement(using: &random) ?? "a")]]"
    case 1: return "Some words of \(who), \(words)\nin two lines."
    case 2: return "## Heading \(who) \(words)"
    case 3: return "```\n\(who) \(words)\n\nfenced\n```"
    case 4: return "- an item of \(who)\n- \(words)"
    case 5: return "<!-- \(who) \(words) -->"
    case 6: return "See [[#^q\(number)]] and [there](#^q\(number)), says \(who)."
    default: return "> Said \(who) \(words).\n>\n> — p-1a, habit, [[a]] ^q\(number)"
    }
  }

  /// The record after somebody worked on it.
  func changed(by who: String, _ random: inout SeededGenerator) -> RandomRecord {
    var record = self
    for number in 1...Int.random(in: 1...5, using: &random) { record.change(who, number, &random) }
    return record
  }

  private mutating func change(_ who: String, _ number: Int, _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...blocks.count, using: &random)
    let field = Int.random(in: 0..<max(1, fields.count), using: &random)
    switch Int.random(in: 0..<24, using: &random) {
    case 0, 1: if place < blocks.count { blocks.remove(at: place) }
    case 2, 3: if place < blocks.count { blocks[place] += " and \(who)\(number)" }
    case 4: if place < blocks.count { blocks[place] = "\(who) first\n" + blocks[place] }
    case 5: if place < blocks.count { blocks.insert(blocks[place], at: Int.random(in: 0...blocks.count, using: &random)) }
    case 6: if place < blocks.count { blocks.insert(blocks.remove(at: place), at: Int.random(in: 0..<max(1, blocks.count), using: &random)) }
    case 7: fields.append(["\(["deal", "next_step", "channel"].randomElement(using: &random) ?? "deal"): \(who)\(number)"])
    case 8: if fields.count > 4 { fields.remove(at: field) }
    case 9: if field < fields.count, let last = fields[field].last, !last.hasSuffix("]"), !last.hasPrefix(" ") { fields[field][fields[field].count - 1] += " \(who)" }
    case 10, 11, 12: extendList(with: "\(["a", "b", "c", "d"].randomElement(using: &random) ?? "a")", &random)
    case 13: shortenList(&random)
    case 14: if field < fields.count { fields[field].insert("# \(who) says", at: 0) }
    case 15: if fields.count > 2 { fields.swapAt(0, fields.count - 1) }
    case 16: if Int.random(in: 0..<4, using: &random) == 0 { hasFrontMatter = false }
    case 17: if Int.random(in: 0..<4, using: &random) == 0 { hasMark = true }
    case 18: lineEnd = "\r\n"
    case 19: endsWithLineEnd = false
    default: blocks.insert(Self.block(who, Int.random(in: 1...9, using: &random), &random), at: place)
    }
  }

  private mutating func extendList(with item: String, _ random: inout SeededGenerator) {
    guard let index = fields.firstIndex(where: { $0[$0.count == 1 ? 0 : $0.count - 1].hasPrefix("covers") || $0.contains("covers:") }) else { return }
    if fields[index].contains("covers:") {
      fields[index].append("  - \(item)\(Bool.random(using: &random) ? " # \(item)" : "")")
    } else if let last = fields[index].last, last.hasSuffix("]") {
      fields[index][fields[index].count - 1] = last.dropLast() + ", \(item)]"
    }
  }

  private mutating func shortenList(_ random: inout SeededGenerator) {
    guard let index = fields.firstIndex(where: { $0.contains("covers:") }), fields[index].count > 2 else { return }
    fields[index].removeLast()
  }
}
