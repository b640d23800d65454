/// What is written down before files are changed, so that whoever comes next can finish or undo it: for each path the bytes
/// before and after.
///
/// The file begins with a line that names the format and ends with a check sum: a journal that was cut off or damaged is
/// recognised.
struct ChangeJournal: Equatable {
  struct Entry: Equatable {
    /// Relative to the knowledge base.
    var path: String
    var before: [UInt8]?
    var after: [UInt8]?
    /// The permissions that the file is to have; `nil` for those of a new file.
    var mode: UInt32?
  }

  /// The knowledge base's folder in the repository, empty for its root or without a repository.
  var prefix: String
  var entries: [Entry]

  private static let magic = Array("kb-journal 1\n".utf8)

  // MARK: Writing

  var bytes: [UInt8] {
    var bytes = Self.magic
    Self.append(prefix, to: &bytes)
    Self.append(UInt64(entries.count), to: &bytes)
    for entry in entries {
      Self.append(entry.path, to: &bytes)
      Self.append(entry.mode.map(UInt64.init) ?? .max, to: &bytes)
      Self.append(entry.before, to: &bytes)
      Self.append(entry.after, to: &bytes)
    }
    Self.append(Self.checkSum(bytes[...]), to: &bytes)
    return bytes
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    append(UInt64(text.utf8.count), to: &bytes)
    bytes += text.utf8
  }

  /// Nothing is written as the greatest length.
  private static func append(_ content: [UInt8]?, to bytes: inout [UInt8]) {
    append(content.map { UInt64($0.count) } ?? .max, to: &bytes)
    if let content { bytes += content }
  }

  /// FNV-1a in 64 bits.
  private static func checkSum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return sum
  }

  // MARK: Reading

  init(prefix: String, entries: [Entry]) {
    self.prefix = prefix
    self.entries = entries
  }

  /// `nil` for bytes that are no whole journal.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(rest: bytes[...])
    guard bytes.count >= 8, reader.take(Self.magic.count).map(Array.init) == Self.magic, let prefix = reader.text(), let count = reader.number()
    else { return nil }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard let path = reader.text(), let mode = reader.number(), let before = reader.content(),
        let after = reader.content()
      else { return nil }
      entries.append(Entry(path: path, before: before, after: after, mode: UInt32(exactly: mode)))
    }
    guard let sum = reader.number(), reader.rest.isEmpty, sum == Self.checkSum(bytes.dropLast(8)) else { return nil }
    self.init(prefix: prefix, entries: entries)
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard count >= 0, count <= rest.count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }

    mutating func number() -> UInt64? {
      take(8).map { bytes in bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    }

    mutating func text() -> String? {
      number().flatMap(Int.init(exactly:)).flatMap { take($0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    mutating func content() -> [UInt8]?? {
      guard let count = number() else { return nil }
      if count == .max { return .some(nil) }
      return Int(exactly: count).flatMap { take($0) }.map { .some(Array($0)) }
    }
  }
}
