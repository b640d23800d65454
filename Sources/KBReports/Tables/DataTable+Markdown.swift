package import KBModel

extension DataTable {
  /// What the table is and what its columns hold, for documentation.
  package func markdownDescription() -> String {
    var text = "### `\(name)`\n\n\(summary) Key: \(key.map { "`\($0)`" }.joined(separator: ", ")).\n\n| column | kind | holds |\n|---|---|---|\n"
    for column in columns { text += "| `\(column.name)` | \(column.kind.rawValue) | \(column.summary) |\n" }
    return text
  }
}
