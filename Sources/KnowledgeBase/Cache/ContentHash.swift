/// 128 bits that tell one content from another, at several bytes a cycle.
///
/// Two chains of multiplications whose product of 128 bits is folded (Wang Yi's "wyhash" made the construction known). It keeps
/// contents apart that nobody chose to collide; whoever can choose them can write the cache itself.
struct ContentHash: Equatable, BitwiseCopyable, Sendable {
  var high: UInt64
  var low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init(_ bytes: UnsafeRawBufferPointer) {
    var a = Self.keys.0 ^ UInt64(bytes.count)
    var b = Self.keys.1
    var position = 0
    while position + 16 <= bytes.count {
      let first = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let second = bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
      a = Self.folded(first ^ Self.keys.2, second ^ a)
      b = Self.folded(second ^ Self.keys.3, first ^ b)
      position += 16
    }
    var rest: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &rest) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position...])) }
    a = Self.folded(rest.0 ^ Self.keys.2, rest.1 ^ a)
    b = Self.folded(rest.1 ^ Self.keys.3, rest.0 ^ b)
    high = Self.folded(a ^ Self.keys.0, b ^ Self.keys.3)
    low = Self.folded(b ^ Self.keys.1, a ^ Self.keys.2)
  }

  init(_ bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentHash($0) } }

  /// 32 hexadecimal digits.
  var text: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// The binary digits of the fractions of √2, √3, √5 and √7, made odd.
  private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
    0x6A09_E667_F3BC_C909, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1
  )

  @inline(__always)
  private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
