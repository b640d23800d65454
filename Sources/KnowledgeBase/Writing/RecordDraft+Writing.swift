import KBGit
import KBModel
import Mustache
import Templates

extension RecordDraft {
  /// The id that the record will have: the argument, or `DATE-CUSTOMER` with `-2`, `-3` … where that is taken in the work
  /// tree, the index or any branch.
  package func id() throws(KnowledgeBaseError) -> String {
    let taken = try TakenIDs(in: snapshot)
    if !type.isDated {
      guard let argument else { throw .usage("a \(type.name) needs an id", remedy: "Write: kb new \(type.name) ID") }
      if let place = taken.place(of: argument) {
        throw .usage("the id '\(argument)' is taken: \(place)", remedy: "Choose another id.")
      }
      return argument
    }
    guard let customer = values["customer"], let date = values["date"] else {
      throw .usage("a \(type.name) needs a customer", remedy: "Write: kb new \(type.name) CUSTOMER")
    }
    let base = "\(date)-\(customer)"
    if taken.place(of: base) == nil { return base }
    var number = 2
    while taken.place(of: "\(base)-\(number)") != nil { number += 1 }
    return "\(base)-\(number)"
  }

  /// Where a record of that id belongs, relative to the knowledge base.
  package func path(id: String) -> String {
    let year = type.name == "session" ? values["date"].map { $0.prefix(4) + "/" } ?? "" : ""
    return "\(type.folder)/\(year)\(id).md"
  }

  /// The record's text: the knowledge base's own template for the type, or else the built-in one, with the values filled in.
  /// Fields that the template does not mention are added at the end of the front matter.
  package func text() throws(KnowledgeBaseError) -> String {
    let own = "templates/\(type.name).md"
    let source = snapshot.bytesOfFile(own).map { String(decoding: $0, as: UTF8.self) } ?? Templates.record(type: type.name)
    let template: MustacheTemplate
    do { template = try MustacheTemplate(string: source) } catch {
      throw .unreadable(path: own, reason: "it is no Mustache template: \(error)")
    }
    return adding(values: values, to: template.render(context()).withoutTrailingSpaces)
  }

  /// Writes the record; gives back its path.
  package func write() throws(KnowledgeBaseError) -> String {
    let path = path(id: try id())
    try AtomicFile.create(path, in: snapshot.location.folder, bytes: Array(try text().utf8))
    return path
  }

  private func context() -> [String: Any] {
    var context: [String: Any] = values
    context["type"] = type.name
    let customer = texts["customer"].flatMap { snapshot.graph.record($0, type: "customer") }
    context["title"] = customer?.text("name") ?? texts["title"] ?? texts["name"] ?? argument.map(RecordID.phrase) ?? type.name
    context["text_title"] = values["title"] ?? ""
    if let guide = texts["guide"].flatMap({ snapshot.graph.record($0, type: "guide") }) { context["questions"] = questions(of: guide) }
    context["fields"] = type.fields.filter { $0.isRequired || values[$0.name] != nil }.map { ["name": $0.name, "value": values[$0.name] ?? ""] }
    return context
  }

  private func questions(of guide: FileFacts) -> [String] {
    guard let bytes = snapshot.bytesOfFile(guide.path) else { return [] }
    return guide.questions.map { bytes.text($0.words).split(whereSeparator: \.isNewline).joined(separator: " ") }
  }

  private func adding(values: [String: String], to text: String) -> String {
    let document = DocumentReading.markdown(text)
    guard let frontMatter = document.frontMatter else { return text }
    let missing = type.fields.filter { values[$0.name] != nil && frontMatter[$0.name] == nil }
    guard !missing.isEmpty else { return text }
    // Before the line that closes the front matter.
    let lines = document.lines
    let closing = lines.lineIndex(of: max(0, Int(frontMatter.sourceCount) - 1))
    var bytes = document.bytes
    let addition = missing.map { "\($0.name): \(values[$0.name] ?? "")\n" }.joined()
    bytes.insert(contentsOf: addition.utf8, at: Int(lines.starts[closing]))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// A blank value leaves a space behind its colon.
  fileprivate var withoutTrailingSpaces: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
