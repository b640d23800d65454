package import KBPrivacy

/// What a scan for personal data found, values masked.
package struct ScanReport: Sendable, Equatable {
  package var result: ScanResult

  package init(_ result: ScanResult) { self.result = result }

  /// - Parameter width: columns, at least 40.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    var last: String??
    for hit in result.hits {
      if last != .some(hit.path) {
        if last != nil { page.blank() }
        page.line(page.paint.strong(TerminalText.safe(hit.path ?? "messages of commits and tags").truncated(to: page.width)))
        last = .some(hit.path)
      }
      let place = "  \(hit.line):\(hit.column)".padded(to: 10)
      var origin = hit.commit.map { "  " + String($0.prefix(10)) } ?? ""
      if hit.versions > 1 { origin += " and \(hit.versions - 1) more" }
      page.line("\(place)\(TerminalText.safe("\(hit.kind) '\(hit.masked)'").padded(to: 36))\(origin)".trimmedRight)
    }
    if !result.hits.isEmpty { page.blank() }
    page.paragraph(summary)
    for remark in remarks { page.paragraph(remark) }
    return page.text
  }

  package func json() -> String {
    JSON.document(
      JSONValue.object([
        "schema": "kb.privacy-scan/1",
        "scope": .text(result.isHistory ? "history" : "files"),
        "files": .number(Double(result.files)),
        "messages": .number(Double(result.messages)),
        "skipped": ["binary": .number(Double(result.binaries)), "tooLarge": .number(Double(result.tooLarge))],
        "isShallow": .bool(result.isShallow),
        "names": result.names.map { .number(Double($0)) } ?? .null,
        "found": .list(
          result.hits.map { hit in
            [
              "kind": .text(hit.kind), "masked": .text(hit.masked), "path": hit.path.map { .text($0) } ?? .null,
              "place": .text(hit.path == nil ? "message" : "file"), "line": .number(Double(hit.line)), "column": .number(Double(hit.column)),
              "commit": hit.commit.map { .text($0) } ?? .null, "versions": .number(Double(hit.versions)),
            ]
          }),
      ]))
  }

  private var summary: String {
    let looked =
      result.isHistory
      ? "\(Plural.count(result.files, "version")) of files and \(Plural.count(result.messages, "message")) of commits and tags"
      : Plural.count(result.files, "file")
    return result.hits.isEmpty ? "Nothing found in \(looked)." : "\(Plural.count(result.hits.count, "value")) found in \(looked)."
  }

  private var remarks: [String] {
    var remarks: [String] = []
    if result.binaries > 0 { remarks.append("\(Plural.count(result.binaries, "file")) not looked at: no text.") }
    if result.tooLarge > 0 { remarks.append("\(Plural.count(result.tooLarge, "file")) not looked at: too large.") }
    if result.isShallow { remarks.append("This clone is shallow: what is older was not looked at. Fetch it with: git fetch --unshallow") }
    remarks.append(
      result.names.map { "\(Plural.count($0, "listed name")) looked for." }
        ?? "Names of people have no form and were not looked for: see 'kb privacy names --help'.")
    return remarks
  }
}
