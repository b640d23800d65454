package import KBModel
import KBDocuments
import KBRules

/// Brings the rows of a table into records: new ones are added, and of old ones only what they do not say yet is filled in.
package struct TableImport {
  package struct Options: Sendable {
    /// `customer` or `field-note`.
    package var type: String
    /// `COLUMN=FIELD`.
    package var mapping: [String]
    /// Fields whose values in records give way to those of the table.
    package var overwrite: Set<String>
    /// `FIELD=VALUE` for new records whose row says nothing.
    package var defaults: [String]
    package var delimiter: UInt8?

    package init(type: String, mapping: [String] = [], overwrite: Set<String> = [], defaults: [String] = [], delimiter: UInt8? = nil) {
      self.type = type
      self.mapping = mapping
      self.overwrite = overwrite
      self.defaults = defaults
      self.delimiter = delimiter
    }
  }

  /// What becomes of one row.
  package struct Row: Sendable, Equatable {
    package enum Action: String, Sendable, Hashable, CaseIterable { case added, changed, unchanged, skipped }

    /// The line of the table, from 1.
    package var line: Int
    package var action: Action
    /// The record; `nil` where the row is skipped before one is known.
    package var record: String?
    /// What was done and what was not, and why: a phrase each.
    package var notes: [String]
  }

  /// A file to write.
  package struct File: Sendable, Equatable {
    package var path: String
    /// `nil` for a new file.
    package var before: [UInt8]?
    package var after: [UInt8]
  }

  package let mapping: ColumnMapping
  package let encoding: DecodedText.Encoding
  package let delimiter: UInt8
  package private(set) var rows: [Row] = []
  package private(set) var files: [File] = []

  private let type: RecordType
  private let options: Options
  private let snapshot: Snapshot
  private let customers: CustomerNames
  private let cells: CellReader
  private var defaults: [String: String] = [:]
  private var ids: FreeIDs
  /// The line that already spoke of a record.
  private var lines: [String: Int] = [:]
  /// Old field notes by deal and customer.
  private var deals: [String: FileFacts] = [:]

  /// Reads the whole table and works out what becomes of each row; writes nothing.
  package init(
    source: String, bytes: [UInt8], _ options: Options, in snapshot: Snapshot, progress: WorkProgress = .unseen
  ) throws(KnowledgeBaseError) {
    guard ["customer", "field-note"].contains(options.type), let type = snapshot.configuration.schema[options.type] else {
      throw .usage("rows become customers or field notes, no '\(options.type)'", remedy: "Write --type customer or --type field-note.")
    }
    guard let decoded = DecodedText(bytes) else { throw .unreadable(path: source, reason: "it is no text") }
    var reader = CSVReader(decoded.bytes, delimiter: options.delimiter)
    guard let header = reader.next() else { throw .unreadable(path: source, reason: "it is empty") }
    let names = header.cells.map { $0.trimmingSpaces }
    mapping = try ColumnMapping(names, type: type, given: options.mapping)
    encoding = decoded.encoding
    delimiter = reader.delimiter
    self.type = type
    self.options = options
    self.snapshot = snapshot
    customers = CustomerNames(in: snapshot.graph)
    cells = CellReader(graph: snapshot.graph, customers: customers)
    ids = try FreeIDs(in: snapshot)
    for field in options.overwrite where type.field(field) == nil {
      throw .usage("a \(type.name) has no field '\(field)'", remedy: "Fields: \(type.fields.map(\.name).joined(separator: ", ")).")
    }
    try readDefaults()
    let identity: ColumnMapping.Target = .field(type.name == "customer" ? "name" : "customer")
    guard mapping.entries.contains(where: { $0.target == identity || $0.target == .id }) else {
      throw .usage(
        "no column of '\(source)' holds the customer's name", remedy: "Say which: --map \"COLUMN=\(type.name == "customer" ? "name" : "customer")\". Columns: \(names.joined(separator: ", ")).")
    }
    if type.name == "field-note" {
      for file in snapshot.graph.records(ofType: "field-note") {
        if let deal = file.text("deal"), let customer = file.target("customer") { deals["\(customer)\n\(deal)"] = deals["\(customer)\n\(deal)"] ?? file }
      }
    }
    while let row = reader.next() {
      take(row, columns: names.count)
      if rows.count % 128 == 0 { progress.report(.readingRows, rows.count) }
    }
  }

  private mutating func readDefaults() throws(KnowledgeBaseError) {
    if let source = snapshot.configuration.source, let all = source["defaults"], let own = source.child(of: all, key: type.name) {
      for node in source.children(of: own) { defaults[source.key(of: node)] = YAMLText.flow(node, of: source) }
    }
    for argument in options.defaults {
      guard let equals = argument.firstIndex(of: "="), let field = type.field(argument[..<equals].trimmingSpaces) else {
        throw .usage("'\(argument)' is no default", remedy: "Write it as --default FIELD=VALUE with a field of a \(type.name).")
      }
      do throws(CellFault) { defaults[field.name] = Self.yaml(try cells.value(argument[argument.index(after: equals)...].trimmingSpaces, of: field), of: field) } catch {
        throw .usage("the default of '\(field.name)' does not fit: \(error.reason)", remedy: nil)
      }
    }
  }

  // MARK: Rows

  private mutating func take(_ row: CSVReader.Row, columns: Int) {
    if let fault = row.fault { return skip(row, fault) }
    guard row.cells.count <= columns || row.cells[columns...].allSatisfy(\.isEmpty) else {
      return skip(row, "it has \(row.cells.count) cells under \(columns) columns: a delimiter without quotes?")
    }
    var values: [(field: Field, value: CellValue)] = []
    var notes: [String] = []
    var id: String?
    var name: String?
    var body: [String] = []
    for entry in mapping.entries where entry.column < row.cells.count {
      let cell = row.cells[entry.column].trimmingSpaces
      guard !cell.isEmpty else { continue }
      switch entry.target {
      case .id: id = cell
      case .body: body.append("\(entry.name): \(cell)")
      case .field(let fieldName):
        guard let field = type.field(fieldName) else { continue }
        if fieldName == "name" { name = cell.onOneLine }
        do throws(CellFault) { values.append((field, try cells.value(cell, of: field))) } catch { notes.append("\(fieldName) left out: \(error.reason)") }
      }
    }
    switch find(id: id, name: name, values: values) {
    case .old(let file, let how): update(file, values, row, notes, how)
    case .new: add(id: id, name: name, values, body, row, notes)
    case .unclear(let reason): skip(row, ([reason] + notes).joined(separator: "; "))
    }
  }

  private mutating func skip(_ row: CSVReader.Row, _ reason: String, record: String? = nil) {
    rows.append(Row(line: row.line, action: .skipped, record: record, notes: [reason]))
  }

  private enum Found {
    case old(FileFacts, by: String)
    case new
    case unclear(String)
  }

  private func find(id: String?, name: String?, values: [(field: Field, value: CellValue)]) -> Found {
    if let id, let file = snapshot.graph.record(id) {
      return file.type == type.name ? .old(file, by: "id") : .unclear("'\(id)' is a \(file.type)")
    }
    if type.name == "customer" {
      guard let name else { return id == nil ? .unclear("it names no customer") : .new }
      switch customers.customer(named: name) {
      case .one(let id):
        guard let file = snapshot.graph.record(id, type: "customer") else { return .new }
        return .old(file, by: file.text("name") == name ? "name" : "name or alias")
      case .several(let ids): return .unclear("'\(name)' is the name of \(ids.joined(separator: " and "))")
      case .none: return .new
      }
    }
    guard let customer = Self.text("customer", values) else { return .unclear("it names no known customer") }
    if let deal = Self.text("deal", values), let file = deals["\(customer)\n\(deal)"] { return .old(file, by: "deal") }
    return .new
  }

  private static func text(_ field: String, _ values: [(field: Field, value: CellValue)]) -> String? {
    for case (let found, .text(let text)) in values where found.name == field { return text }
    return nil
  }

  // MARK: Adding

  /// A number stands without quotes, or it would be text.
  private static func yaml(_ value: CellValue, of field: Field) -> String {
    switch (field.kind, value) {
    case (.number, .text(let text)), (.dated(.number), .text(let text)): text
    default: value.yaml
    }
  }

  private mutating func add(id: String?, name: String?, _ values: [(field: Field, value: CellValue)], _ body: [String], _ row: CSVReader.Row, _ notes: [String]) {
    var yaml = defaults
    for (field, value) in values { yaml[field.name] = Self.yaml(value, of: field) }
    let missing = type.fields.filter { $0.isRequired && yaml[$0.name] == nil }
    guard missing.isEmpty else {
      let names = missing.map { "'\($0.name)'" }.joined(separator: " and ")
      return skip(row, (["\(names) \(missing.count == 1 ? "is" : "are") missing: give --map COLUMN=\(missing[0].name) or --default \(missing[0].name)=VALUE"] + notes).joined(separator: "; "))
    }
    let title: String
    let base: String
    if type.name == "customer" {
      title = name ?? id ?? ""
      guard let suggestion = RecordID.suggestion(for: id ?? title) else { return skip(row, "no id can be made of '\(title)'") }
      base = suggestion
      if let earlier = lines[FoldedName.company(title)], id == nil { return skip(row, "line \(earlier) already brought a customer of that name", record: base) }
    } else {
      let customer = yaml["customer"] ?? ""
      title = "\(snapshot.graph.record(customer)?.text("name") ?? customer)\(Self.text("deal", values).map { ", \($0)" } ?? "")"
      base = "\(yaml["date"] ?? "undated")-\(customer)"
    }
    let record = ids.take(base)
    if type.name == "customer" { lines[FoldedName.company(title)] = row.line }
    var text = "---\ntype: \(type.name)\n"
    for field in type.fields { if let value = yaml[field.name] { text += "\(field.name): \(value)\n" } }
    text += "---\n\n# \(SpokenText.line(title.onOneLine))\n"
    for paragraph in body { text += "\n" + paragraph.split(whereSeparator: \.isNewline).map { SpokenText.line($0.trimmingSpaces) }.joined(separator: "\n") + "\n" }
    files.append(File(path: "\(type.folder)/\(record).md", before: nil, after: Array(text.utf8)))
    rows.append(Row(line: row.line, action: .added, record: record, notes: notes))
  }

  // MARK: Updating

  private mutating func update(_ file: FileFacts, _ values: [(field: Field, value: CellValue)], _ row: CSVReader.Row, _ notes: [String], _ how: String) {
    if let earlier = lines[file.id] { return skip(row, "line \(earlier) already spoke of this record", record: file.id) }
    lines[file.id] = row.line
    var notes = notes
    var wanted: [(field: Field, value: CellValue)] = []
    for (field, value) in values {
      switch compare(file, field, value) {
      case .same: break
      case .missing: wanted.append((field, value))
      case .differs(let old, let isPlain):
        if !isPlain {
          notes.append("\(field.name) is '\(old)' and the table says '\(value.shown)': the record's has dates or parts, change it there")
        } else if options.overwrite.contains(field.name) {
          wanted.append((field, value))
        } else if field.name != "name" {
          // Another spelling of the name is how the record was found.
          notes.append("\(field.name) stays '\(old)', the table says '\(value.shown)': --overwrite \(field.name) takes it")
        }
      }
    }
    guard !wanted.isEmpty else {
      rows.append(Row(line: row.line, action: .unchanged, record: file.id, notes: notes))
      return
    }
    guard let bytes = snapshot.bytesOfFile(file.path), let edited = Self.edited(bytes, wanted) else {
      return skip(row, "'\(file.path)' cannot be edited: its front matter is not plain", record: file.id)
    }
    files.append(File(path: file.path, before: bytes, after: edited))
    let done = wanted.map { "\($0.field.name) \(file.text($0.field.name).map { "'\($0)' -> " } ?? "")'\($0.value.shown)'" }
    rows.append(Row(line: row.line, action: .changed, record: file.id, notes: ["found by \(how)"] + done + notes))
  }

  private enum Comparison {
    case same, missing
    case differs(String, isPlain: Bool)
  }

  private func compare(_ file: FileFacts, _ field: Field, _ value: CellValue) -> Comparison {
    guard let frontMatter = file.frontMatter, let node = frontMatter[field.name], !frontMatter.isNull(node) else { return .missing }
    switch value {
    case .text(let new):
      // Dated values compare by the one that holds now; references by what they lead to.
      let old = file.target(field.name).map { snapshot.graph.record($0)?.id ?? $0 } ?? file.text(field.name, on: snapshot.asOf) ?? ""
      if old.isEmpty { return frontMatter.nodes[node].kind == .scalar ? .missing : .differs("", isPlain: false) }
      if old == new || Double(old).flatMap({ a in Double(new).map { a == $0 } }) == true { return .same }
      return .differs(old, isPlain: frontMatter.nodes[node].kind == .scalar)
    case .list(let new):
      let old = file.references.contains { $0.field == field.name } ? file.targets(field.name) : file.list(field.name)
      if new.allSatisfy(old.contains) { return .same }
      return .differs(old.joined(separator: ", "), isPlain: false)
    }
  }

  /// The file with those fields set; everything else stays byte for byte.
  private static func edited(_ bytes: [UInt8], _ wanted: [(field: Field, value: CellValue)]) -> [UInt8]? {
    let document = DocumentReader().read(bytes)
    guard let edits = FrontMatterEdits(of: document), let frontMatter = document.frontMatter, let last = Array(frontMatter.children(of: 0)).last else { return nil }
    var changes: [TextEdit] = []
    for (field, value) in wanted {
      let edit: TextEdit?
      if let node = frontMatter[field.name] {
        guard case .text(let text) = value else { return nil }
        edit = edits.settingText(of: node, to: text)
      } else {
        switch value {
        case .text(let text): edit = edits.insertingKey(field.name, .text(text), after: last)
        case .list(let items): edit = edits.insertingKey(field.name, .list(items), after: last)
        }
      }
      guard let edit else { return nil }
      changes.append(edit)
    }
    return try? bytes.applying(changes)
  }
}

extension CellValue {
  fileprivate var shown: String {
    switch self {
    case .text(let text): text
    case .list(let items): items.joined(separator: ", ")
    }
  }
}

/// Ids that are neither in the knowledge base nor given away already.
private struct FreeIDs {
  private let taken: TakenIDs
  private var own: Set<String> = []
  /// Where to go on counting, so that many records of one name cost no square.
  private var numbers: [String: Int] = [:]

  init(in snapshot: Snapshot) throws(KnowledgeBaseError) { taken = try TakenIDs(in: snapshot) }

  mutating func take(_ base: String) -> String {
    var id = base
    while taken.place(of: id) != nil || own.contains(id) {
      let number = (numbers[base] ?? 1) + 1
      numbers[base] = number
      id = "\(base)-\(number)"
    }
    own.insert(id)
    return id
  }
}

extension TableImport {
  /// All files, to be written together.
  package var changes: ChangeSet {
    var changes = ChangeSet()
    // In the order of their paths, in which they are added at the end each.
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      if let before = file.before { changes.edit(file.path, from: before, to: file.after) } else { changes.create(file.path, bytes: file.after) }
    }
    return changes
  }
}
