import ArgumentParser
import KBGit
import KBModel
import KBReports
import KBSQLite
import KnowledgeBase

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write everything as tables: for spreadsheets, databases and other programs.",
    discussion: """
      EXAMPLES
        kb export --format csv tables            a file for each table
        kb export --format sqlite kb.sqlite      one database with the same tables
        kb export --format jsonl tables --at v1  the state of a tag, as JSON Lines

      Tables: records, fields, questions, quotes, links, verdicts; 'docs/interoperability.md' names their columns. Rows are \
      in the order of the files. Formulas in CSV cells are made harmless. The words of customers are in the tables: treat \
      them as the knowledge base itself.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case csv, jsonl, sqlite }

  @Option(help: "How the tables are written.")
  var format: Format

  @Argument(help: ArgumentHelp("The folder for csv and jsonl, the file for sqlite.", valueName: "path"))
  var path: String

  @OptionGroup var source: SourceOptions

  func run() throws {
    let tables = ExportedTables(of: try source.snapshot(keepsSource: true)).all
    switch format {
    case .csv: try write(tables, ending: "csv") { $0.csv() }
    case .jsonl: try write(tables, ending: "jsonl") { $0.jsonLines() }
    case .sqlite: try writeDatabase(tables)
    }
    for table in tables { Message.notice("\(table.name): \(Plural.count(table.rows.count, "row"))") }
  }

  private func write(_ tables: [DataTable], ending: String, _ text: (DataTable) -> String) throws {
    let files = try Interrupt.whileWriting { () throws(KnowledgeBaseError) in
      var group = try FileGroup(in: path, cancellation: Interrupt.cancellation)
      let total = tables.reduce(0) { $0 + $1.rows.count }
      var count = 0
      for table in tables {
        ProgressLine.progress.report(.writingRows, count, of: total)
        try group.add("\(table.name).\(ending)", Array(text(table).utf8))
        count += table.rows.count
      }
      return try group.finish()
    }
    for file in files { StandardOutput.write(Folder.relative(file) + "\n") }
  }

  private func writeDatabase(_ tables: [DataTable]) throws {
    do {
      try Interrupt.whileWriting { () throws(SQLiteFile.Failure) in
        try SQLiteFile.write(tables, to: path, isCancelled: Interrupt.cancellation.isRequested, progress: ProgressLine.progress)
      }
    } catch {
      switch error {
      case .isSomethingElse:
        throw KnowledgeBaseError.usage("'\(path)' exists and is no SQLite database; nothing was changed", remedy: "Name another file.")
      case .system(let code): throw KnowledgeBaseError.notWritable(path: path, reason: SystemError.text(code))
      case .cancelled: throw KnowledgeBaseError.cancelled
      case .database(let words): throw KnowledgeBaseError.notWritable(path: path, reason: words)
      }
    }
    StandardOutput.write(path + "\n")
  }
}
