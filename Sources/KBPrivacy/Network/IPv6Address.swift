/// An IPv6 address: eight groups, or fewer with one `::`.
enum IPv6Address: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    // From the first colon of an address only.
    let next = text[trigger + 1]
    guard next == UInt8(ascii: ":") || next.isHex, text[trigger - 1].isHex else { return nil }
    let start = text.start(before: trigger, limit: 5) { $0.isHex }
    guard trigger - start <= 4, !text[start - 1].isWord, text[start - 1] != UInt8(ascii: ":"), text[start - 1] != UInt8(ascii: "-") else { return nil }
    let end = text.end(from: trigger) { $0.isHex || $0 == UInt8(ascii: ":") }
    guard !text[end].isWord else { return nil }
    var groups = 0
    var length = trigger - start
    var longest = length
    var hasDigit = (start..<trigger).contains { text[$0].isDigit }
    var gaps = 0
    groups = 1
    var i = trigger
    while i < end {
      if text[i] == UInt8(ascii: ":") {
        if text[i + 1] == UInt8(ascii: ":"), i + 1 < end {
          gaps += 1
          i += 1
        }
        length = 0
        if i + 1 < end, text[i + 1].isHex { groups += 1 }
      } else {
        length += 1
        longest = max(longest, length)
        hasDigit = hasDigit || text[i].isDigit
      }
      i += 1
    }
    guard longest <= 4, hasDigit, groups == 8 && gaps == 0 || gaps == 1 && groups <= 7 && longest >= 3 else { return nil }
    return PersonalDatum(.ipAddress, start, end)
  }
}
