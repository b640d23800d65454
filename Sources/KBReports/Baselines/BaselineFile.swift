#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
package import KBModel

/// The file of a baseline, `kb.baseline/1`: JSON with one entry a line, sorted, so that git merges it and a change reads as
/// lines that came or went.
package enum BaselineFile {
  /// Why a file is no baseline.
  package struct Fault: Error, Equatable, CustomStringConvertible {
    package var path: String
    package var reason: String

    package var description: String {
      "'\(path)' is no baseline: \(reason). Write it anew with 'kb validate --write-baseline \(path)'."
    }
  }

  private static let schema = "kb.baseline/1"

  package static func text(of baseline: Baseline) -> String {
    let lines = baseline.entries.map { "    " + JSON.line(Entry($0)).dropLast() }
    let list = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
    return "{\n  \"schema\": \"\(schema)\",\n  \"findings\": \(list)\n}\n"
  }

  /// - Parameter path: the file's name, for messages.
  package static func baseline(in bytes: [UInt8], path: String) throws(Fault) -> Baseline {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw Fault(path: path, reason: reason(error))
    }
    guard document.schema == schema else {
      throw Fault(path: path, reason: "its schema is '\(TerminalText.safe(document.schema))', expected '\(schema)'")
    }
    let lines = linesOfFingerprints(in: bytes)
    var entries: [Baseline.Entry] = []
    for (i, entry) in document.findings.enumerated() {
      guard let fingerprint = Fingerprint(text: entry.fingerprint) else {
        throw Fault(path: path, reason: "'findings[\(i)].fingerprint' must be 32 hexadecimal digits")
      }
      guard (1...1_000_000).contains(entry.count ?? 1) else {
        throw Fault(path: path, reason: "'findings[\(i)].count' must be from 1 to 1000000")
      }
      entries.append(
        Baseline.Entry(
          rule: entry.rule, code: entry.code, path: entry.path, record: entry.record, fingerprint: fingerprint,
          count: entry.count ?? 1, line: lines[entry.fingerprint]))
    }
    return Baseline(entries: entries)
  }

  private struct Document: Decodable {
    var schema: String
    var findings: [Entry]
  }

  private struct Entry: Codable {
    var rule, code, path: String
    var record: String?
    var fingerprint: String
    /// Left out where it is 1.
    var count: Int?

    init(_ entry: Baseline.Entry) {
      rule = entry.rule
      code = entry.code
      path = entry.path
      record = entry.record
      fingerprint = entry.fingerprint.text
      count = entry.count == 1 ? nil : entry.count
    }
  }

  /// The line of each word of 32 hexadecimal digits. The decoder says nothing of lines, and a finding about an entry needs one.
  private static func linesOfFingerprints(in bytes: [UInt8]) -> [String: Int] {
    var lines: [String: Int] = [:]
    for (i, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      for word in line.split(separator: 0x22) where word.count == 32 {
        let word = String(decoding: word, as: UTF8.self)
        if lines[word] == nil, Fingerprint(text: word) != nil { lines[word] = i + 1 }
      }
    }
    return lines
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it cannot be read as JSON" }
    switch error {
    case .keyNotFound(let key, let context): return "'\(place(context.codingPath + [key]))' is missing"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      let place = place(context.codingPath)
      return place.isEmpty ? "it must be a JSON object" : "'\(place)' must be \(noun(type))"
    case .dataCorrupted(let context):
      let place = place(context.codingPath)
      return place.isEmpty ? "it is not valid JSON" : "'\(place)' is not valid"
    @unknown default: return "it cannot be read as JSON"
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue { text += "[\(index)]" } else { text += (text.isEmpty ? "" : ".") + key.stringValue }
    }
  }

  private static func noun(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Int.Type: "a whole number"
    case is [Any].Type: "a list"
    default: "a mapping"
    }
  }
}
