import KBModel
import KBRules

extension FindingReport {
  /// SARIF 2.1.0, the static analysis results interchange format (OASIS).
  ///
  /// Columns are in Unicode code points. Paths are relative to the root of the repository, `%SRCROOT%`. No part of a source
  /// file is in it. `partialFingerprints` hold `FindingKey.fingerprint`; the hash of the line that GitHub looks for is left
  /// to its upload step, which overrules any other with a warning for each.
  ///
  /// - Parameters:
  ///   - version: of `kb`.
  ///   - prefix: the knowledge base's folder in the repository.
  package func sarif(version: String, prefix: String = "") -> String {
    let all = (findings.map { ($0, nil) } + suppressed.map { ($0.finding, $0.reason as String?) })
      .sorted { Finding.isOrderedBefore($0.0, $1.0) }
    let places = Dictionary(rules.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let results = zip(all, all.map(\.0).fingerprints()).map { entry, fingerprint in
      SARIF.Result(
        entry.0, reason: entry.1, ruleIndex: places[entry.0.code], fingerprint: fingerprint,
        path: Self.path(entry.0.path, in: prefix))
    }
    let driver = SARIF.Driver(name: "kb", semanticVersion: version, rules: rules.map(SARIF.Rule.init))
    return JSON.document(SARIF.Log(runs: [SARIF.Run(tool: SARIF.Tool(driver: driver), results: results)]))
  }
}

/// The objects of SARIF that are written, by the names of the standard.
private enum SARIF {
  struct Log: Encodable {
    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  struct Run: Encodable {
    var tool: Tool
    var results: [Result]
    var columnKind = "unicodeCodePoints"
    /// Says what the paths are relative to, not where that is on some machine.
    var originalUriBaseIds = [root: BaseLocation(description: Message(text: "The root of the git repository."))]
  }

  static let root = "%SRCROOT%"

  struct BaseLocation: Encodable {
    var description: Message
  }

  struct Tool: Encodable {
    var driver: Driver
  }

  struct Driver: Encodable {
    var name, semanticVersion: String
    var rules: [Rule]
  }

  struct Message: Encodable {
    var text: String
    var markdown: String?
  }

  struct Rule: Encodable {
    var id, name: String
    var shortDescription, fullDescription, help: Message
    var defaultConfiguration: Configuration
    var properties: Properties

    struct Configuration: Encodable {
      var level: String
    }

    struct Properties: Encodable {
      var tags: [String]
    }

    init(_ rule: RuleDescription) {
      id = rule.code
      name = rule.name
      shortDescription = Message(text: rule.summary)
      fullDescription = Message(text: rule.rationale)
      help = Message(
        text: "\(rule.rationale)\n\n'kb rule \(rule.name)' shows examples.",
        markdown: "\(rule.rationale)\n\n`kb rule \(rule.name)` shows examples.")
      defaultConfiguration = Configuration(level: SARIF.level(rule.severity))
      properties = Properties(tags: [rule.family.rawValue])
    }
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int?
    var level: String
    var message: Message
    var locations: [Location]
    var partialFingerprints: [String: String]
    /// Absent and empty differ: an empty list says that nothing suppresses the result.
    var suppressions: [Suppression]

    init(_ finding: Finding, reason: String?, ruleIndex: Int?, fingerprint: Fingerprint, path: String) {
      ruleId = finding.code
      self.ruleIndex = ruleIndex
      level = SARIF.level(finding.severity)
      message = Message(text: FindingReport.sentences(of: finding))
      locations = [Location(finding, path: path)]
      partialFingerprints = ["kbFinding/v1": fingerprint.text]
      suppressions = reason.map { [Suppression(justification: TerminalText.safe($0))] } ?? []
    }
  }

  struct Suppression: Encodable {
    var kind = "inSource"
    var justification: String
  }

  struct Location: Encodable {
    var physicalLocation: Physical
    var logicalLocations: [Logical]?

    init(_ finding: Finding, path: String) {
      physicalLocation = Physical(
        artifactLocation: Artifact(uri: RelativeReference.text(of: path)), region: Region(finding.span))
      guard let record = finding.record else { return }
      // The record is a container of fields; a finding in a body has no field.
      logicalLocations = [
        Logical(name: finding.field ?? record, fullyQualifiedName: finding.field.map { "\(record).\($0)" } ?? record)
      ]
    }

    struct Physical: Encodable {
      var artifactLocation: Artifact
      var region: Region
    }

    struct Artifact: Encodable {
      var uri: String
      var uriBaseId = root
    }

    struct Logical: Encodable {
      var name, fullyQualifiedName: String
    }
  }

  struct Region: Encodable {
    var startLine, startColumn, endLine, endColumn: Int32

    init(_ span: SourceSpan) {
      startLine = span.start.line
      startColumn = span.start.column
      // The end is exclusive in SARIF too; equal ends are an insertion point.
      endLine = span.end.line
      endColumn = span.end.column
    }
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
