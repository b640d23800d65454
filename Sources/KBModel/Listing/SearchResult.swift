/// What a search found, best first, ready to be rendered.
package struct SearchResult: Sendable, Equatable {
  /// A piece of text that is one of the words looked for, or none.
  package struct Piece: Sendable, Equatable {
    package var text: String
    package var isMarked: Bool

    package init(_ text: String, isMarked: Bool = false) {
      self.text = text
      self.isMarked = isMarked
    }
  }

  /// Where in a document a word occurs; what stands further up weighs more.
  package enum Zone: String, Sendable, Hashable, CaseIterable {
    case id, title, heading, field, quote, text, context

    /// How often an occurrence counts.
    package var weight: Double {
      switch self {
      case .id, .title: 3
      case .heading: 2
      case .field: 1.5
      case .quote, .text: 1
      // What it is about: a quote's record, question and use cases, the records that a field names.
      case .context: 0.5
      }
    }
  }

  /// What one word adds to a score.
  package struct Part: Sendable, Equatable {
    package var term: String
    /// The files that have it, and its inverse document frequency.
    package var files: Int
    package var idf: Double
    /// Occurrences by zone.
    package var counts: [(zone: Zone, count: Int)]
    /// Occurrences weighted by zone, saturated and related to the length of the document.
    package var frequency: Double
    package var score: Double { idf * frequency }

    package init(term: String, files: Int, idf: Double, counts: [(zone: Zone, count: Int)], frequency: Double) {
      self.term = term
      self.files = files
      self.idf = idf
      self.counts = counts
      self.frequency = frequency
    }

    package static func == (a: Part, b: Part) -> Bool {
      a.term == b.term && a.files == b.files && a.idf == b.idf && a.frequency == b.frequency
        && a.counts.elementsEqual(b.counts) { $0.zone == $1.zone && $0.count == $1.count }
    }
  }

  package struct Hit: Sendable, Equatable {
    package var record: String
    package var type: String
    package var path: String
    /// From 1.
    package var line: Int
    package var title: String?
    /// Of a talk or note.
    package var date: CalendarDate?
    package var customer: String?
    /// Of a quote; `nil` for a record.
    package var grade: Grade?
    package var isQuote: Bool
    package var score: Double
    package var parts: [Part]
    /// The line or quote with the words, the words marked.
    package var excerpt: [Piece]

    package init(
      record: String, type: String, path: String, line: Int, title: String?, date: CalendarDate?, customer: String?, grade: Grade?, isQuote: Bool,
      score: Double, parts: [Part], excerpt: [Piece]
    ) {
      self.record = record
      self.type = type
      self.path = path
      self.line = line
      self.title = title
      self.date = date
      self.customer = customer
      self.grade = grade
      self.isQuote = isQuote
      self.score = score
      self.parts = parts
      self.excerpt = excerpt
    }
  }

  package var query: String
  package var revision: String?
  package var hits: [Hit]
  /// How many there are, those included that a limit left out.
  package var found: Int
  /// Whether no document had all the words, so that those with some of them are shown.
  package var isPartial: Bool
  /// Files that were searched.
  package var files: Int

  package init(query: String, revision: String?, hits: [Hit], found: Int, isPartial: Bool, files: Int) {
    self.query = query
    self.revision = revision
    self.hits = hits
    self.found = found
    self.isPartial = isPartial
    self.files = files
  }
}
