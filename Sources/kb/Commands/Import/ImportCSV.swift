import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct ImportCSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Bring customers or field notes in from a table.",
    discussion: """
      EXAMPLES
        kb import csv accounts.csv --type customer                     show what would be added and changed
        kb import csv accounts.csv --type customer --map "Tier=segment" --default stage=customer --write
        kb import csv accounts.csv --type customer --overwrite arr --write
        kb import csv deals.csv --type field-note --default reported_by=ravi

      The columns of Salesforce's and HubSpot's exports are known; --map names others. A row finds its record by id, name or \
      alias, a field note by customer and deal. What a record does not say yet is filled in; what it says otherwise stays, \
      unless --overwrite names the field. Delimiter and encoding are found out.
      """)

  @Argument(help: ArgumentHelp("The table.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("What a row is: customer or field-note.", valueName: "type"))
  var type: String

  @Option(help: ArgumentHelp("Which column holds which field; also id and body; nothing for a column to leave out. May be repeated.", valueName: "column=field"))
  var map: [String] = []

  @Option(name: .customLong("default"), help: ArgumentHelp("A value for new records whose row says nothing; may be repeated.", valueName: "field=value"))
  var defaults: [String] = []

  @Option(help: ArgumentHelp("Take the table's value where the record says something else; may be repeated.", valueName: "field"))
  var overwrite: [String] = []

  @Option(name: [.customShort("C"), .customLong("directory")], help: ArgumentHelp("The knowledge base that holds this folder.", valueName: "dir"))
  var directory: String?

  @Flag(help: "Write the records; without it only the report is shown.")
  var write = false

  func run() throws {
    let location = try KnowledgeBaseLocation.opened(directory)
    let snapshot = try SnapshotLoader(reading: location).load()
    let table = try TableImport(
      source: file, bytes: UserFile.read(file), .init(type: type, mapping: map, overwrite: Set(overwrite), defaults: defaults), in: snapshot,
      progress: ProgressLine.progress)
    StandardOutput.write(TableReport(table).text)
    if write {
      try location.apply(table.changes)
      Message.notice("wrote \(Plural.count(table.files.count, "file"))")
    } else {
      Message.notice("nothing was written: repeat it with --write")
    }
  }
}

/// What becomes of the rows, as text: each row that is not left as it is, then the sums.
private struct TableReport {
  private(set) var text = ""

  init(_ table: TableImport) {
    let mapped = table.mapping.entries.map { "\(TerminalText.safe($0.name)) -> \(Self.name(of: $0.target))" }
    text += "columns: \(mapped.joined(separator: ", "))\n"
    if !table.mapping.unused.isEmpty { text += "not used: \(TerminalText.safe(table.mapping.unused.joined(separator: ", ")))\n" }
    text += "\n"
    for row in table.rows where row.action != .unchanged || !row.notes.isEmpty {
      text += "line \(row.line)  \(row.action.rawValue)  \(row.record ?? "")\(row.record == nil ? "" : "  ")\(TerminalText.safe(row.notes.joined(separator: "; ")))\n"
    }
    let counts = TableImport.Row.Action.allCases.map { action in "\(table.rows.count { $0.action == action }) \(action.rawValue)" }
    text += "\n\(Plural.count(table.rows.count, "row")) (\(table.encoding.rawValue)): \(counts.joined(separator: ", "))\n"
  }

  private static func name(of target: ColumnMapping.Target) -> String {
    switch target {
    case .id: "id"
    case .body: "text"
    case .field(let name): name
    }
  }
}
