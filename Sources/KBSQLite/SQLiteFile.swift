#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import GRDB
package import KBModel

/// Writes tables as an SQLite database.
package enum SQLiteFile {
  /// Why the database could not be written; nothing was changed then.
  package enum Failure: Error, Sendable, Equatable {
    /// The file exists and is no SQLite database: it is not replaced.
    case isSomethingElse
    case system(code: Int32)
    /// Somebody wanted it to end.
    case cancelled
    /// SQLite's own words.
    case database(String)
  }

  /// Writes the tables to a file of that name, which replaces an SQLite database but nothing else.
  ///
  /// The database is made under another name beside it and moved into place, so that there is always a whole one.
  ///
  /// - Parameter isCancelled: asked before each row.
  package static func write(_ tables: [DataTable], to path: String, isCancelled: () -> Bool = { false }, progress: WorkProgress = .unseen) throws(Failure) {
    try requireReplaceable(path)
    let temporary = "\(path).kb-\(getpid())"
    unlink(temporary)
    // SQLite does not say why it cannot make a file; the system does.
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system(code: errno) }
    close(file)
    do {
      try fill(temporary, with: tables, isCancelled, progress)
    } catch {
      unlink(temporary)
      unlink(temporary + "-journal")
      throw error as? Failure ?? .database("\(error)")
    }
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .system(code: code)
    }
  }

  private static func fill(_ path: String, with tables: [DataTable], _ isCancelled: () -> Bool, _ progress: WorkProgress) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      var count = 0
      let total = tables.reduce(0) { $0 + $1.rows.count }
      for table in tables {
        try database.execute(sql: definition(of: table))
        let places = table.columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.makeStatement(sql: "INSERT INTO \(quoted(table.name)) VALUES (\(places))")
        for row in table.rows {
          count += 1
          if count % 128 == 0 { progress.report(.writingRows, count, of: total) }
          if isCancelled() { throw Failure.cancelled }
          try statement.execute(arguments: StatementArguments(row.map(databaseValue)))
        }
      }
    }
    try queue.close()
  }

  private static func definition(of table: DataTable) -> String {
    let columns = table.columns.map { "\(quoted($0.name)) \(affinity(of: $0.kind))" }
    // No primary key: two files of one name are two rows here, as they are two findings elsewhere.
    return """
      CREATE TABLE \(quoted(table.name)) (\(columns.joined(separator: ", ")));
      CREATE INDEX \(quoted(table.name + "_key")) ON \(quoted(table.name)) (\(table.key.map(quoted).joined(separator: ", ")))
      """
  }

  private static func affinity(of kind: DataTable.Column.Kind) -> String {
    switch kind {
    case .text: "TEXT"
    case .integer, .boolean: "INTEGER"
    case .number: "REAL"
    }
  }

  private static func databaseValue(_ value: DataTable.Value) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: nil
    case .text(let text): text
    case .integer(let integer): integer
    case .number(let number): number
    case .boolean(let boolean): boolean
    }
  }

  private static func quoted(_ name: String) -> String { "\"\(name)\"" }

  private static func requireReplaceable(_ path: String) throws(Failure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    let magic = Array("SQLite format 3\0".utf8)
    var head = [UInt8](repeating: 0, count: magic.count)
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .isSomethingElse }
    defer { close(file) }
    let count = head.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    guard count == 0 || head == magic else { throw .isSomethingElse }
  }
}
