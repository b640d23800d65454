import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List records, questions or quotes that fit a condition.",
    discussion: """
      EXAMPLES
        kb list                                        what there is to list
        kb list customer --where 'stage=lost' --sort arr:desc
        kb list session --where 'date>=2026-01 and covers=offline-approval'
        kb list session --where 'customer.segment=energy and not next_step'
        kb list quotes --where 'grade>=habit and use-case=offline-approval'
        kb list quotes --group use-case --count --distinct customer
        kb list customer --group segment --count --sum arr --sort sum.arr:desc
        kb list open-deals --format csv                a query of kb.yaml; also @open-deals

      CONDITIONS
        = != ~ < <= > >=   equal, unequal, contains (without case and accents), and order
        and or not ( )     'and' binds closer than 'or'; a field alone asks whether it has a value
        'two words'        values with spaces stand in quotes
        a.b                a field below a field, or of the record that a field names
        Of a list one element has to match; != asks that none is equal. A dated field counts as it is on the as-of date.
        2026-05 and 2026 mean any day of that month or year.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl, csv, markdown }

  @Argument(help: ArgumentHelp("A type of record, 'records', 'questions', 'quotes', or a query of kb.yaml.", valueName: "type"))
  var type: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var color: ColorOption

  @Option(name: .customLong("where"), help: ArgumentHelp("Only what fits this condition; repeated, all must fit.", valueName: "condition"))
  var conditions: [String] = []

  @Option(help: ArgumentHelp("Sort by this field, or FIELD:desc; may be repeated or parted by commas.", valueName: "field"))
  var sort: [String] = []

  @Option(help: ArgumentHelp("Show these fields, parted by commas.", valueName: "fields"))
  var fields: [String] = []

  @Option(help: ArgumentHelp("One row for each value of this field; of a list, a row for each element.", valueName: "field"))
  var group: [String] = []

  @Flag(help: "Count the rows of each group.")
  var count = false

  @Option(help: ArgumentHelp("Add up this field in each group.", valueName: "field"))
  var sum: [String] = []

  @Option(help: ArgumentHelp("Count the different values of this field in each group.", valueName: "field"))
  var distinct: [String] = []

  @Option(help: ArgumentHelp("Show at most so many rows.", valueName: "n"))
  var limit: Int?

  @Option(help: "How the list is written.")
  var format: Format?

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("'--limit' is a number from 0.") }
  }

  func run() throws {
    let snapshot = try source.snapshot()
    guard let type else {
      guard conditions.isEmpty, sort.isEmpty, fields.isEmpty, group.isEmpty, !count, sum.isEmpty, distinct.isEmpty else {
        throw KnowledgeBaseError.usage("the type is missing", remedy: "Name what to list: \(snapshot.listables.map(\.name).joined(separator: ", ")).")
      }
      return try write(Listing(listables: snapshot), as: format)
    }
    var request = self.request(for: type)
    var format = self.format
    if let query = snapshot.namedQuery(type) {
      let named = try Self.parse(query, in: snapshot)
      request = request.laid(over: named.request(for: named.type ?? ""))
      format = format ?? named.format
    } else if type.hasPrefix("@") {
      let names = snapshot.configuration.queries.map(\.name)
      throw KnowledgeBaseError.usage(
        "kb.yaml has no query '\(type.dropFirst())'\(NearestWord.question(for: String(type.dropFirst()), among: names))",
        remedy: names.isEmpty ? "Write it under 'queries:'." : "There are: \(names.joined(separator: ", ")).")
    }
    try write(Listing(of: snapshot, request), as: format)
  }

  func request(for type: String) -> ListRequest {
    var request = ListRequest(type: type)
    request.conditions = conditions
    request.sort = Self.parted(sort)
    request.fields = Self.parted(fields)
    request.group = Self.parted(group)
    request.counts = count
    request.sums = Self.parted(sum)
    request.distincts = Self.parted(distinct)
    request.limit = limit
    return request
  }

  private static func parted(_ names: [String]) -> [String] {
    names.flatMap { $0.split(separator: ",").map { $0.trimmed } }.filter { !$0.isEmpty }
  }

  private func write(_ listing: Listing, as format: Format?) throws {
    switch format ?? .text {
    case .text: StandardOutput.show(listing.text(width: Terminal.width, isColored: color.isOn))
    case .json: StandardOutput.write(listing.json())
    case .jsonl: StandardOutput.write(listing.jsonLines())
    case .csv: StandardOutput.write(listing.csv())
    case .markdown: StandardOutput.write(listing.markdown())
    }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
