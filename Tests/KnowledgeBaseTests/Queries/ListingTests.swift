@testable import KnowledgeBase
import KBModel
import KBReports
import KBTestSupport
import Testing

@Suite struct ListingTests {
  private func ids(_ type: String, _ conditions: String..., sort: [String] = []) throws -> [String] {
    var request = ListRequest(type: type)
    request.conditions = conditions
    request.fields = ["id"]
    request.sort = sort
    return try Listing(of: Example.snapshot(), request).rows.map { $0[0].map(\.text).joined() }
  }

  @Test(arguments: [
    ("customer", "stage=lost", ["marholm", "quayford"]), ("customer", "arr>=250000", ["aldermoor", "fennmark"]),
    ("customer", "aliases=AMC", ["aldermoor"]), ("customer", "id=AMC", ["aldermoor"]), ("customer", "name~BREWING and aliases", []),
    ("customer", "name~brewing", ["nethergate-brewing", "nethergate"]), ("customer", "parent=aldermoor", ["aldermoor-resins"]),
    ("session", "status=planned", ["2026-07-14-pellbrook"]), ("session", "date>2026-06 or status=raw", ["2026-06-25-corvane", "2026-07-14-pellbrook"]),
    ("session", "date=2026-05 and covers=who-signed-what", ["2026-05-20-lowmill"]), ("session", "customer=AMC and date>=2026-06-23", ["2026-06-23-aldermoor"]),
    ("session", "customer.segment=public-sector and date>=2026-06", ["2026-07-14-pellbrook"]),
    ("competitor", "facts.expires<2026-06 and aliases~'go'", ["permitta"]), ("use-case", "not persona and title", []),
  ])
  func conditionsFindRecords(type: String, condition: String, expected: [String]) throws { #expect(try ids(type, condition) == expected) }

  @Test func unequalMeansThatNoElementIsEqual() throws {
    let all = Set(try ids("session"))
    let with = Set(try ids("session", "covers=who-signed-what"))
    #expect(!with.isEmpty)
    #expect(Set(try ids("session", "covers!=who-signed-what")) == all.subtracting(with))
    #expect(Set(try ids("session", "not covers=who-signed-what")) == all.subtracting(with))
  }

  @Test func presetsOfConsentsAreLookedInto() throws {
    let all = try ids("session", "consent").count
    #expect(try ids("session", "consent.basis=consent").count == all && all > 20)
    #expect(try ids("session", "consent.basis=contract").isEmpty)
  }

  @Test func datedFieldsCountOnTheAsOfDate() throws {
    var loader = Example.loader
    for (day, arr) in [("2023-01-01", "410000"), ("2024-10-01", "540000"), ("2026-06-30", "720000"), ("2020-01-01", "410000")] {
      loader.asOf = Example.day(day)
      var request = ListRequest(type: "customer")
      (request.conditions, request.fields) = (["id=aldermoor"], ["arr"])
      #expect(try Listing(of: loader.load(), request).rows.first?.first?.first?.text == arr)
    }
  }

  @Test func gradesAreOrderedAsTheLadder() throws {
    var request = ListRequest(type: "quotes")
    request.conditions = ["grade>=habit"]
    request.group = ["grade"]
    #expect(try Listing(of: Example.snapshot(), request).rows.map { $0[0].map(\.text) } == [["anecdote"], ["habit"]])
  }

  @Test(arguments: [
    ("custommer", nil, nil, "did you mean 'customer'"), ("customer", "stage=lots", 7, "did you mean 'lost'"),
    ("session", "customer=aldermor", 10, "did you mean 'aldermoor'"), ("session", "consent.bassis=x", 1, "did you mean 'basis'"),
    ("customer", "segmet=energy", 1, "did you mean 'segment'"), ("customer", "arr>lots", 5, "is no number"), ("session", "date>=soon", 7, "is no date"),
    ("customer", "name.first=x", 1, "has no fields below it"), ("quotes", "grade=anekdote", 7, "did you mean 'anecdote'"),
  ] as [(String, String?, Int?, String)])
  func whatDoesNotExistIsAnErrorWithItsPlace(type: String, condition: String?, column: Int?, message: String) {
    var request = ListRequest(type: type)
    request.conditions = condition.map { [$0] } ?? []
    #expect { try Listing(of: Example.snapshot(), request) } throws: { error in
      guard let error = error as? KnowledgeBaseError, error.message.contains(message) else { return false }
      if case .query(let fault) = error { return fault.column == column }
      return column == nil
    }
  }

  @Test func excerptsMarkWhatIsMeant() {
    let fault = QueryFault(query: "ä = \u{1B}[1mx", range: 5..<10, message: "")
    #expect(QueryExcerpt(fault).text == "    ä = \u{FFFD}[1mx\n        ^^^^^\n")
  }

  // MARK: Groups

  @Test func groupsCountEveryElementOfAListOnce() throws {
    let (scratch, loader) = try Example.base([
      "customers/a.md": Example.customer("A", further: "arr: 10\ncompetitors: [x, y, x]\n"),
      "customers/b.md": Example.customer("B", segment: "food", further: "arr: 5\ncompetitors: [y]\n"), "customers/c.md": Example.customer("C"),
      "competitors/x.md": "---\ntype: competitor\nname: X\n---\n", "competitors/y.md": "---\ntype: competitor\nname: Y\n---\n",
    ])
    defer { _ = scratch }
    var request = ListRequest(type: "customer")
    (request.group, request.counts, request.sums, request.distincts) = (["competitors"], true, ["arr"], ["segment"])
    let snapshot = try loader.load()
    let listing = try Listing(of: snapshot, request)
    #expect(listing.columns.map(\.name) == ["competitors", "count", "sum.arr", "distinct.segment"])
    #expect(listing.rows.map { $0.map { $0.map(\.text).joined() } } == [["x", "1", "10", "1"], ["y", "2", "15", "2"], ["", "1", "0", "1"]])
    request.sort = ["sum.arr:desc"]
    #expect(try Listing(of: snapshot, request).rows.map { $0[0].map(\.text).joined() } == ["y", "x", ""])
    request.group = []
    #expect(try Listing(of: snapshot, request).rows.map { $0.map { $0.map(\.text).joined() } } == [["3", "15", "2"]])
    request.sort = ["arr"]
    #expect(throws: KnowledgeBaseError.self) { try Listing(of: snapshot, request) }
  }

  // MARK: Properties

  @Test(arguments: 1...8) func orderOfFilesDoesNotMatter(seed: UInt64) throws {
    let snapshot = try Example.snapshot()
    var generator = SeededGenerator(seed: seed)
    var shuffled = snapshot
    shuffled.graph = RecordGraph(files: snapshot.graph.files.shuffled(using: &generator))
    for (type, sort, group) in [("customer", ["arr:desc", "id"], []), ("quotes", [], ["use-case", "grade"]), ("session", [], ["covers"])] {
      var request = ListRequest(type: type)
      (request.sort, request.group) = (sort, group)
      #expect(try Listing(of: shuffled, request) == Listing(of: snapshot, request), "seed \(seed), \(type)")
    }
  }

  @Test(arguments: ["customer", "persona", "use-case", "session", "field-note", "guide", "competitor", "records", "questions", "quotes"])
  func csvParsesBack(type: String) throws {
    let snapshot = try Example.snapshot()
    let fields = snapshot.configuration.schema[type].map { $0.fields.map(\.name) + ["id", "path", "aliases"] } ?? []
    var request = ListRequest(type: type)
    request.fields = fields
    let listing = try Listing(of: snapshot, request)
    let parsed = try Self.cells(ofCSV: listing.csv())
    #expect(parsed.first == listing.columns.map(\.name))
    let written = listing.rows.map { $0.map { $0.map(\.text).joined(separator: "; ") } }
    #expect(parsed.dropFirst().elementsEqual(written) { $0.elementsEqual($1, by: Self.isSame) } && !written.isEmpty)
  }

  /// Text as it is or defused; numbers to the three decimals that lists show.
  private static func isSame(cell: String, listed: String) -> Bool {
    if cell == listed || cell == "'" + listed { return true }
    guard let a = Double(cell), let b = Double(listed) else { return false }
    return abs(a - b) <= 0.0005
  }

  private struct Malformed: Error {}

  /// RFC 4180, as far as it is strict.
  private static func cells(ofCSV text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var (row, cell): ([String], [UInt8]) = ([], [])
    var isQuoted = false
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if isQuoted {
        if byte != UInt8(ascii: "\"") { cell.append(byte) } else if i + 1 < bytes.count, bytes[i + 1] == byte {
          cell.append(byte)
          i += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty { isQuoted = true } else if byte == UInt8(ascii: ",") || byte == 0x0D {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0D {
          guard i + 1 < bytes.count, bytes[i + 1] == 0x0A else { throw Malformed() }
          i += 1
          rows.append(row)
          row = []
        }
      } else {
        cell.append(byte)
      }
      i += 1
    }
    guard !isQuoted, row.isEmpty, cell.isEmpty else { throw Malformed() }
    return rows
  }
}
