import KBDocuments
import KBEvidence
import KBModel
import KBReports
import KBRules
import KnowledgeBase

/// An example of a rule read as a knowledge base, with the places where a finding is due.
struct ExampleBase {
  /// A change of an example's files that must not change what is found.
  enum Variant: CaseIterable { case asWritten, carriageReturns, emoji }

  /// Path and place, in the order of files and places.
  private(set) var due: [Place] = []
  private(set) var findings: [Finding] = []
  /// What `kb.yaml` could not be read for, in words.
  private(set) var configurationFaults: [String] = []

  struct Place: Hashable, Comparable, CustomStringConvertible {
    var path: String
    var position: SourcePosition

    static func < (a: Place, b: Place) -> Bool { (a.path, a.position) < (b.path, b.position) }
    var description: String { "\(path):\(position.line):\(position.column)" }
  }

  /// Reads an example and lets all rules look at it.
  ///
  /// - Parameters:
  ///   - switchedOff: a rule to switch off in `kb.yaml`.
  ///   - edit: changes a file's text, marks and all, before it is read.
  init(_ example: Example, switchedOff: String? = nil, edit: (_ path: String, _ text: String) -> String = { $1 }) {
    var texts: [String: String] = [:]
    var baseline: (path: String, text: String)?
    for (path, text) in Example.surroundings { texts[path] = text }
    var own: Set<String> = []
    for (path, text) in example.files {
      let (plain, marks) = Self.withoutMarks(edit(path, text))
      due += marks.map { Place(path: path, position: $0) }
      own.insert(path)
      if path.hasSuffix(".json") { baseline = (path, plain) } else { texts[path] = plain }
    }
    due.sort()

    var configuration = ConfigurationReader.read(
      DocumentReader().readYAML(Array((texts.removeValue(forKey: "kb.yaml") ?? "").utf8)), knownRules: RuleRegistry.names)
    configurationFaults = configuration.faults.map(\.message)
    if let switchedOff { configuration.levels.append((switchedOff, .off)) }
    let today = example.asOf ?? CalendarDate(dayNumber: 20_634)  // 2026-06-30
    let reader = RecordReader(configuration: configuration, today: today)
    let files = texts.sorted { $0.key < $1.key }.compactMap { path, text in
      text.utf8.count > configuration.fileLimit
        ? reader.facts(path: path, unreadable: .tooLarge(bytes: text.utf8.count, limit: configuration.fileLimit))
        : reader.facts(path: path, bytes: Array(text.utf8))
    }
    let paths = Set(texts.keys)
    let graph = RecordGraph(files: files)
    let market = MarketFold.market(of: graph, configuration: configuration, asOf: today)
    let base = BaseReading(
      configuration: configuration, graph: graph, today: today, asOf: today, standings: MarketStandings(of: market).standings
    ) { paths.contains($0) }
    let levels = RuleLevels(configuration)
    var found = BaseFindings(levels: levels)
    for rule in RuleRegistry.base { rule.check(base, &found) }
    let parted = SuppressedFindings(files.flatMap(\.findings) + found.all, of: files)

    var upkeep = UpkeepReading(files: files, unused: parted.unused)
    var remaining = parted.kept
    if let baseline {
      upkeep.baselinePath = baseline.path
      let known: Baseline
      do { known = try BaselineFile.baseline(in: Array(baseline.text.utf8), path: baseline.path) } catch { preconditionFailure("\(error)") }
      (remaining, upkeep.stale) = known.subtract(from: remaining)
    }
    var last = BaseFindings(levels: levels)
    for rule in RuleRegistry.upkeep { rule.check(upkeep, &last) }
    // What the surroundings lack for an example's sake is not the example's fault.
    findings = (remaining + last.all).filter { own.contains($0.path) }.sorted(by: Finding.isOrderedBefore)
  }

  func places(of rule: any Rule.Type) -> [Place] {
    findings.filter { $0.code == rule.description.code }.map { Place(path: $0.path, position: $0.span.start) }.sorted()
  }

  /// The text without its `↓` marks, and where they stood.
  private static func withoutMarks(_ text: String) -> (text: String, marks: [SourcePosition]) {
    var plain = String.UnicodeScalarView()
    var marks: [SourcePosition] = []
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "↓":
        marks.append(SourcePosition(line: line, column: column))
        continue
      case "\n": (line, column) = (line + 1, 1)
      // A byte order mark takes no column.
      case "\u{FEFF}" where plain.isEmpty: break
      default: column += 1
      }
      plain.append(scalar)
    }
    return (String(plain), marks)
  }
}
