/// What `kb.yaml` says, with the defaults for what it does not say.
package struct Configuration: Sendable, Equatable {
  /// Where it stands, relative to the knowledge base.
  package static let path = "kb.yaml"

  /// A rule's severity as a knowledge base sets it.
  package enum Level: String, Sendable, Hashable, CaseIterable { case error, warning, info, off }

  /// Title of reports; the folder's name where it is missing.
  package var name: String?
  package var language = "en"
  /// Names of our product and features, which give a pitch away.
  package var product: [String] = []
  /// The vocabulary of segments; `nil` for any text.
  package var segments: [String]?
  package var channels = ["call", "video", "on-site", "chat", "email", "event"]
  package var stages = ["prospect", "trial", "customer", "churned", "lost"]
  /// The share of customers that makes a market, from 0 to 1.
  package var marketShare = 0.20
  /// Days of the evidence window.
  package var windowDays = 730
  /// Severities by rule name or family (`question`, `privacy`), in the order of the file.
  package var levels: [(name: String, level: Level)] = []
  /// Globs of files that are not read.
  package var exclude: [String] = []
  /// The largest file that is read, in bytes.
  package var fileLimit = 1 << 20
  package var schema: Schema
  /// Presets for `consent:`: the node of `source` that holds each mapping.
  package var consents: [(name: String, node: Int)] = []
  /// Named queries of `kb list`.
  package var queries: [(name: String, text: String)] = []
  /// The front matter of `kb.yaml` itself, for `defaults`, presets and places.
  package var source: FrontMatter?
  /// What cannot be read or makes no sense; its place is in `kb.yaml`.
  package var faults: [ConfigurationFault] = []

  package init() { schema = .builtIn(segments: nil, channels: channels, stages: stages) }

  /// The language rules are written for English.
  package var readsLanguage: Bool { language == "en" || language.hasPrefix("en-") }

  package static func == (a: Configuration, b: Configuration) -> Bool { a.source == b.source && a.faults == b.faults }
}

/// What is wrong in `kb.yaml`, in words that need no other context.
package struct ConfigurationFault: Sendable, Equatable {
  package var span: SourceSpan
  /// The dotted path of the key: `market.share`.
  package var field: String?
  package var message: String
  package var help: String

  package init(span: SourceSpan, field: String?, message: String, help: String) {
    self.span = span
    self.field = field
    self.message = message
    self.help = help
  }
}
