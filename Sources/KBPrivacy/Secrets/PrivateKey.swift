/// A private key in PEM form, from its first line on.
enum PrivateKey: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    guard text[trigger + 1] == UInt8(ascii: "-"), text.holdsExactly("-----BEGIN ", at: trigger) else { return nil }
    let end = text.end(from: trigger) { $0 != 0x0A && $0 != 0x0D }
    let head = text.lowercased(trigger, end)
    return head.contains("private key") ? PersonalDatum(.secret, trigger, end) : nil
  }
}
