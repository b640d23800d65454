/// The address of a network card: six pairs with colons or hyphens, or three groups of four with dots.
enum MACAddress: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    let separator = text[trigger]
    let width = separator == UInt8(ascii: ".") ? 4 : 2
    let groups = separator == UInt8(ascii: ".") ? 3 : 6
    // The second separator stands in its place, or it is something else.
    guard text[trigger + width + 1] == separator, text[trigger + 1].isHex, text[trigger - 1].isHex else { return nil }
    let start = trigger - width
    let end = start + groups * (width + 1) - 1
    guard !text[start - 1].isWord, text[start - 1] != separator, !text[end].isWord, text[end] != separator || !text[end + 1].isHex else { return nil }
    var letters = 0
    for i in 0..<(end - start) {
      let byte = text[start + i]
      if i % (width + 1) == width {
        guard byte == separator else { return nil }
      } else {
        guard byte.isHex else { return nil }
        letters += byte.isLetter ? 1 : 0
      }
    }
    // Three groups of four digits with dots are a number.
    guard width == 2 || letters > 0 else { return nil }
    return PersonalDatum(.macAddress, start, end)
  }
}
