import Foundation
import GRDB
import KBGit
import KBModel
import KBReports
import KBSQLite
import KBTestSupport
import KnowledgeBase
import Testing

@Suite struct ExportTests {
  /// A knowledge base whose cells want to be formulas and whose words run over several lines.
  private static let files = [
    "kb.yaml": "",
    "customers/acme.md": "---\ntype: customer\nname: \"=HYPERLINK(1)\"\nsegment: smb\nstage: customer\narr: [{from: 2026-01-01, value: 5}]\n---\n",
    "personas/lead.md": "---\ntype: persona\ntitle: Lead\n---\n",
    "use-cases/nights.md":
      "---\ntype: use-case\ntitle: Nights\npersona: lead\ntrigger: when it is dark\ngoal: see the work\nworkaround: a lamp\nstatus: draft\naliases: [dark]\n---\n",
    "sessions/2026/2026-06-22-acme.md": """
      ---
      type: session
      date: 2026-06-22
      customer: acme
      interviewer: dana
      participants: [p-7f3k]
      covers: [nights]
      consent: {basis: consent, scope: internal-quote}
      ---

      **Q:** Walk me through the last
      night shift. [[nights]]

      > On 3 June we wrote 41 permits,
      > "by hand".
      >
      > — anecdote, against [[dark]] ^q1

      See [[nobody#Head]].

      """,
  ]

  private func tables() throws -> [DataTable] {
    let scratch = try ScratchDirectory()
    for (path, text) in Self.files { try scratch.write(path, text) }
    let location = try KnowledgeBaseLocation(containing: scratch.path)
    let today = try #require(CalendarDate("2026-06-30"))
    return ExportedTables(of: try SnapshotLoader(location: location, today: today, keepsSource: true).load()).all
  }

  @Test func tablesHoldWhatTheFilesSay() throws {
    expectGolden(try tables().map { "## \($0.name)\n\n\($0.jsonLines())" }.joined(separator: "\n"), "tables.txt")
  }

  @Test func rowsFitTheirColumnsAndKeysAreUnique() throws {
    for table in try tables() {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
      let key = table.key.compactMap { name in table.columns.firstIndex { $0.name == name } }
      #expect(key.count == table.key.count)
      #expect(Set(table.rows.map { row in key.map { row[$0] } }).count == table.rows.count, "\(table.name)")
    }
  }

  @Test func formulasInCellsAreDefused() throws {
    let records = try #require(try tables().first { $0.name == "records" }).csv()
    #expect(records.contains(",'=HYPERLINK(1),"))
    #expect(!records.contains(",=HYPERLINK"))
  }

  @Test func lineEndsOfQuotesStayInCells() throws {
    let quotes = try #require(try tables().first { $0.name == "quotes" }).csv()
    #expect(quotes.contains("\"On 3 June we wrote 41 permits,\n\"\"by hand\"\".\""))
  }

  @Test func theDatabaseHoldsTheSameRows() throws {
    let scratch = try ScratchDirectory()
    let tables = try tables()
    let path = scratch.path + "/kb.sqlite"
    try SQLiteFile.write(tables, to: path)
    // A second time: an older export is replaced.
    try SQLiteFile.write(tables, to: path)
    let queue = try DatabaseQueue(path: path)
    try queue.read { database in
      for table in tables {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table.name) ORDER BY rowid")
        #expect(rows.count == table.rows.count)
        for (row, expected) in zip(rows, table.rows) {
          for (column, value) in zip(table.columns, expected) {
            switch value {
            case .null: #expect(row[column.name] == nil)
            case .text(let text): #expect(row[column.name] == text)
            case .integer(let integer): #expect(row[column.name] == integer)
            case .number(let number): #expect(row[column.name] == number)
            case .boolean(let boolean): #expect(row[column.name] == boolean)
            }
          }
        }
      }
    }
  }

  @Test func aFileThatIsNoDatabaseIsNotReplaced() throws {
    let scratch = try ScratchDirectory()
    let path = try scratch.write("notes.txt", "precious")
    #expect(throws: SQLiteFile.Failure.isSomethingElse) { try SQLiteFile.write([], to: path) }
  }

  @Test func theDocumentationNamesEveryColumn() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: folder.appending(path: "docs/interoperability.md"), encoding: .utf8)
    for table in ExportedTables.empty { #expect(page.contains(table.markdownDescription()), "\(table.name)") }
  }
}
