import KBGit
import KBModel

/// What a validation found, kept for as long as nothing that it looked at has changed.
///
/// It hangs on the facts of all files, which the identity of their cache stands for; on the day that verdicts hold for; and on which
/// paths there are that links lead to, which are looked for again.
struct CachedFindings {
  var facts: ContentHash
  var asOf: CalendarDate?
  var paths: [(path: String, exists: Bool)]
  var findings: [Finding]
  var suppressed: [SuppressedFinding]
  var files: Int
  var records: Int

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(facts.high)
    writer.write(facts.low)
    writer.write(asOf?.dayNumber ?? .min)
    writer.list(paths) { writer, answer in
      writer.write(answer.path)
      writer.write(answer.exists)
    }
    writer.list(findings) { $0.write($1) }
    writer.list(suppressed) { writer, finding in
      writer.write(finding.finding)
      writer.write(finding.reason)
    }
    writer.write(Int64(files))
    writer.write(Int64(records))
    let hash = ContentHash(writer.bytes)
    var whole = ByteWriter()
    whole.write(hash.high)
    whole.write(hash.low)
    return whole.bytes + writer.bytes
  }

  /// `nil` for bytes that are not as they were written.
  init?(_ bytes: HeldBytes) {
    let width = MemoryLayout<ContentHash>.size
    guard bytes.count > width else { return nil }
    let body = bytes.part(width..<bytes.count)
    let hash = body.withUnsafeBufferPointer { ContentHash(UnsafeRawBufferPointer($0)) }
    guard UInt64(littleEndian: bytes.load(0)) == hash.high, UInt64(littleEndian: bytes.load(8)) == hash.low else { return nil }
    var reader = ByteReader(body)
    guard let high = reader.integer(UInt64.self), let low = reader.integer(UInt64.self), let day = reader.integer(Int32.self),
      let paths = reader.list({ reader in reader.text().flatMap { path in reader.flag().map { (path: path, exists: $0) } } }),
      let findings = reader.list({ $0.finding() }),
      let suppressed = reader.list({ reader in
        reader.finding().flatMap { finding in reader.text().map { SuppressedFinding(finding: finding, reason: $0) } }
      }),
      let files = reader.integer(Int64.self), let records = reader.integer(Int64.self), reader.isAtEnd
    else { return nil }
    facts = ContentHash(high: high, low: low)
    asOf = day == .min ? nil : CalendarDate(dayNumber: day)
    self.paths = paths
    self.findings = findings
    self.suppressed = suppressed
    self.files = Int(files)
    self.records = Int(records)
  }

  init(
    of validation: Validation, facts: ContentHash, asOf: CalendarDate?, paths: [(path: String, exists: Bool)]
  ) {
    self.facts = facts
    self.asOf = asOf
    self.paths = paths
    findings = validation.findings
    suppressed = validation.suppressed
    files = validation.summary.files
    records = validation.summary.records
  }
}
