/// A short stand-in for a text: FNV-1a with 128 bits.
///
/// FNV-1a is fixed for all time, needs no library, and 128 bits keep some thousand texts apart. It is no cryptographic
/// hash: it hides nothing from somebody who can guess the text. Source: RFC 9923, "The FNV Non-Cryptographic Hash
/// Algorithm".
package struct Fingerprint: Sendable, Hashable, Comparable {
  private let value: UInt128

  package init(of text: String) {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* 0x0100_0000_0000_0000_0000_013B }
    value = hash
  }

  /// Reads what `text` writes; `nil` for anything else.
  package init?(text: String) {
    guard text.utf8.count == 32, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }),
      let value = UInt128(text, radix: 16)
    else { return nil }
    self.value = value
  }

  /// 32 hexadecimal digits, small letters.
  package var text: String {
    Self.digits(UInt64(truncatingIfNeeded: value >> 64)) + Self.digits(UInt64(truncatingIfNeeded: value))
  }

  private static func digits(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The order of `text`.
  package static func < (a: Fingerprint, b: Fingerprint) -> Bool { a.value < b.value }
}

extension Sequence<Finding> {
  /// The fingerprint of each finding, in the same order; no two are the same.
  ///
  /// Findings with the same key are counted in the order given, which is that of paths and places.
  package func fingerprints() -> [Fingerprint] {
    var seen: [FindingKey: Int] = [:]
    return map { finding in
      var key = FindingKey(finding)
      // Where the fingerprint leaves the subject out, the count must too.
      if key.hidesSubject { key.subject = "" }
      seen[key, default: 0] += 1
      return key.fingerprint(occurrence: seen[key, default: 1])
    }
  }
}
