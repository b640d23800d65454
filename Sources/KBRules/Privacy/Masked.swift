/// How a finding speaks of what must not be spread further.
package enum Masked {
  /// The first two characters, or one of a short value, and an ellipsis.
  package static func text(_ value: some StringProtocol) -> String {
    "\(value.prefix(value.count > 4 ? 2 : 1))…"
  }

  /// A mark that tells values apart within one file, and far too short to be turned back into the value by trying all
  /// names or numbers: FNV-1a, folded to 16 bits.
  package static func mark(_ value: some StringProtocol) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in value.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let short = UInt16(truncatingIfNeeded: hash ^ (hash >> 16) ^ (hash >> 32) ^ (hash >> 48))
    return String(short, radix: 16)
  }
}
