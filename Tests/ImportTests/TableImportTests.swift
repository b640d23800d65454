import KBModel
import KBTestSupport
import KnowledgeBase
import Testing

@Suite struct CSVReaderTests {
  private func rows(_ text: String, delimiter: UInt8? = nil) -> [[String]] {
    var reader = CSVReader(Array(text.utf8), delimiter: delimiter)
    var rows: [[String]] = []
    while let row = reader.next() { rows.append(row.cells) }
    return rows
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a;b\r\n1;2", [["a", "b"], ["1", "2"]]), ("a\tb\n\"x\ty\"\tz", [["a", "b"], ["x\ty", "z"]]),
    ("sep=|\na|b,c\n", [["a", "b,c"]]), ("\"a \"\"b\"\"\",c", [["a \"b\"", "c"]]), ("\"two\nlines\",x\ny,z", [["two\nlines", "x"], ["y", "z"]]),
    ("a,\n,b", [["a", ""], ["", "b"]]), ("\n\na,b\n\n", [["a", "b"]]), ("a,b\r1,2", [["a", "b"], ["1", "2"]]), ("\"a\"b,c", [["ab", "c"]]), ("", []),
  ] as [(String, [[String]])])
  func cellsAreReadAsTheyWereMeant(_ text: String, _ expected: [[String]]) { #expect(rows(text) == expected) }

  @Test func linesCountLineEndsWithinCells() {
    var reader = CSVReader(Array("a,b\n\"x\r\ny\",z\nlast,row\n".utf8))
    var lines: [Int] = []
    while let row = reader.next() { lines.append(row.line) }
    #expect(lines == [1, 2, 4])
  }

  @Test func aQuoteThatIsNeverClosedIsReported() {
    var reader = CSVReader(Array("a,b\n1,\"open\n2,3\n".utf8))
    #expect(reader.next()?.fault == nil)
    #expect(reader.next()?.fault == "the quote that opens on line 2 is never closed")
    #expect(reader.next() == nil)
  }

  /// Python's reader takes the same cells from what it wrote itself.
  @Test(.enabled(if: Peer.isAvailable, Comment(rawValue: Peer.remedy)), arguments: [",", ";", "\t"])
  func pythonReadsTheSameCells(_ delimiter: String) throws {
    var generator = SeededGenerator(seed: 7)
    let pieces = ["a", "\"", ",", ";", "\n", "\r\n", "x y", "é", "1", "\t", "=1"]
    var text = "h1\(delimiter)h2\(delimiter)h3\r\n"
    for _ in 0..<200 {
      let cells = (0..<3).map { _ in (0..<Int.random(in: 1...4, using: &generator)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined() }
      text += cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter) + "\r\n"
    }
    let script = """
      import csv, sys, io
      sys.stdin.reconfigure(newline="")
      for row in csv.reader(io.StringIO(sys.stdin.read(), newline=""), delimiter=\(delimiter == "\t" ? "'\\t'" : "'\(delimiter)'")):
          print(ascii(row))
      """
    var reader = CSVReader(Array(text.utf8))
    var ours: [String] = []
    while let row = reader.next() { ours.append("[" + row.cells.map(Self.ascii).joined(separator: ", ") + "]") }
    #expect(try Peer.run(script, input: text) == ours.joined(separator: "\n"))
  }

  /// As Python's `ascii` writes a string.
  private static func ascii(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "é": result += "\\xe9"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}

@Suite struct TableImportTests {
  private static let acme = "---\ntype: customer\nname: Acme GmbH   # the big one\nsegment: enterprise\nstage: trial\narr: [{from: 2026-01-01, value: 5}]\nowner:\nx-ref: 42\n---\n\nWords.\n"

  private func base() throws -> (Snapshot, ScratchDirectory) {
    let scratch = try ScratchDirectory()
    try scratch.write("kb.yaml", "defaults: {customer: {segment: smb}}\n")
    try scratch.write("customers/acme.md", Self.acme)
    try scratch.write("customers/birch.md", "---\ntype: customer\nname: Birch\naliases: [Birch & Sons]\nsegment: smb\nstage: customer\narr: 100\n---\n")
    try scratch.write("customers/twin-1.md", "---\ntype: customer\nname: Twin\nsegment: smb\nstage: customer\n---\n")
    try scratch.write("customers/twin-2.md", "---\ntype: customer\nname: Twin Ltd\nsegment: smb\nstage: customer\n---\n")
    try scratch.write("field-notes/2026-01-02-birch.md", "---\ntype: field-note\ndate: 2026-01-02\ncustomer: birch\nreported_by: ravi\ndeal: Renewal\n---\n")
    let today = try #require(CalendarDate("2026-06-30"))
    return (try SnapshotLoader(location: KnowledgeBaseLocation(containing: scratch.path), today: today).load(), scratch)
  }

  private func table(_ text: String, type: String = "customer", mapping: [String] = [], overwrite: Set<String> = [], defaults: [String] = []) throws -> TableImport {
    let (snapshot, scratch) = try base()
    defer { _ = scratch }
    return try TableImport(source: "t.csv", bytes: Array(text.utf8), .init(type: type, mapping: mapping, overwrite: overwrite, defaults: defaults), in: snapshot)
  }

  private func report(_ table: TableImport) -> String {
    table.rows.map { "\($0.line) \($0.action.rawValue) \($0.record ?? "-") | \($0.notes.joined(separator: "; "))" }.joined(separator: "\n")
      + "\n\n" + table.files.map { "== \($0.path)\n\(String(decoding: $0.after, as: UTF8.self))" }.joined(separator: "\n") + "\n"
  }

  @Test func aSalesforceExportIsUnderstood() throws {
    let table = try table(
      """
      "Account Name","Type","Industry","Annual Recurring Revenue","Account Owner","Billing City"
      "ACME","Customer - Direct","enterprise","9","Lena","Bonn"
      "Birch & Sons","Customer","retail","€ 1.250,50","Ravi","Ulm"
      "Cobalt, Inc.","Prospect","smb","$1,200","Ravi","Köln"
      "cobalt","Prospect","smb","","",""
      "Twin","Customer","smb","","",""
      "","Customer","","","",""
      "Dune","Friend","smb","","",""
      "Elm","Lead","","1.200","",""
      "Fir","Lead","x","1","extra","cells","here"
      """)
    expectGolden(report(table), "salesforce.txt")
  }

  @Test func onlyOverwriteTakesTheTablesValue() throws {
    let text = "Company name;Lifecycle Stage;ARR\nBirch;Churned;200\n"
    #expect(try table(text).files.isEmpty)
    let file = try #require(try table(text, overwrite: ["arr"]).files.first)
    #expect(String(decoding: file.after, as: UTF8.self) == "---\ntype: customer\nname: Birch\naliases: [Birch & Sons]\nsegment: smb\nstage: customer\narr: 200\n---\n")
  }

  @Test func everythingAroundAChangeStays() throws {
    let file = try #require(try table("name,owner\nAcme,Lena: east\n").files.first)
    #expect(String(decoding: file.after, as: UTF8.self) == Self.acme.replacing("owner:\n", with: "owner: \"Lena: east\"\n"))
  }

  @Test func dealsBecomeFieldNotes() throws {
    let table = try table(
      #"""
      Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Opportunity Owner,Description
      Renewal,Birch,Negotiation,64000,2026-07-31,2026-01-02,Ravi,
      New seats,Acme,Shortlist,"12,000",8/31/2026,2026-06-01,Lena,"They said: ""no offline, no deal."""
      Late,Acme,Shortlist,1,03/04/2026,2026-06-01,Lena,
      Nobody,Unknown AG,Shortlist,1,2026-07-01,2026-06-01,Lena,
      """#, type: "field-note")
    expectGolden(report(table), "deals.txt")
  }

  @Test func mappingsThatMakeNoSenseAreRefused() throws {
    for mapping in [["Nme=name"], ["name=nmae"], ["name"]] {
      #expect(throws: KnowledgeBaseError.self, "\(mapping)") { try table("name,stage\nA,trial\n", mapping: mapping) }
    }
    #expect(throws: KnowledgeBaseError.self) { try table("city,stage\nBonn,trial\n") }
    #expect(throws: KnowledgeBaseError.self) { try table("") }
    #expect(throws: KnowledgeBaseError.self) { try table("name\nA\n", type: "session") }
    #expect(throws: KnowledgeBaseError.self) { try table("name\nA\n", defaults: ["stage=nowhere"]) }
  }

  @Test func encodingsAreFoundOut() throws {
    let (snapshot, scratch) = try base()
    defer { _ = scratch }
    let text = "name,stage\nMüller,trial\n"
    let windows = Array("name,stage\nM".utf8) + [0xFC] + Array("ller,trial\n".utf8)
    let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), windows, utf16] {
      let table = try TableImport(source: "t.csv", bytes: bytes, .init(type: "customer"), in: snapshot)
      #expect(table.files.map(\.path) == ["customers/muller.md"])
      #expect(String(decoding: table.files[0].after, as: UTF8.self).contains("name: Müller"))
    }
    #expect(throws: KnowledgeBaseError.self) { try TableImport(source: "t.csv", bytes: [0x50, 0x4B, 0, 0], .init(type: "customer"), in: snapshot) }
  }
}
