import KBModel
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// BM25 over what a scan found.
struct SearchRanking {
  struct Ranked {
    var document: SearchDocument
    var score: Double
    var parts: [SearchResult.Part]
  }

  /// Saturation of repeated words, and how far the length of a document counts.
  static let k1 = 1.2
  static let b = 0.75
  /// The length in bytes of a quote that is neither short nor long: about 25 words. For records it is the mean of all files.
  static let quoteLength = 140.0

  private let query: SearchQuery
  private let recordLength: Double
  private let files: [Int]
  private let idf: [Double]

  init(query: SearchQuery, scan: SearchScan.Found, files: Int) {
    self.query = query
    self.files = scan.files
    recordLength = max(1, Double(scan.bytes) / Double(max(1, scan.readable)))
    idf = scan.files.map { with in log(1 + (Double(scan.readable - with) + 0.5) / (Double(with) + 0.5)) }
  }

  /// The documents, best first; equals by path, then by place in the file.
  func ranked(_ documents: [SearchDocument], paths: (Int) -> String) -> [Ranked] {
    documents.map(rank).sorted { a, b in
      if a.score != b.score { return a.score > b.score }
      if a.document.file != b.document.file { return a.document.file < b.document.file }
      return a.document.part.place < b.document.part.place
    }
  }

  private func rank(_ document: SearchDocument) -> Ranked {
    let pivot = if case .quote = document.part { Self.quoteLength } else { recordLength }
    let length = 1 - Self.b + Self.b * Double(document.length) / pivot
    var parts: [SearchResult.Part] = []
    for (i, term) in query.terms.enumerated() {
      let counts = SearchResult.Zone.allCases.map { (zone: $0, count: document.counts[i, $0]) }.filter { $0.count > 0 }
      let weighted = counts.reduce(0) { $0 + $1.zone.weight * Double($1.count) }
      guard weighted > 0 else { continue }
      parts.append(
        SearchResult.Part(
          term: term.text, files: files[i], idf: idf[i], counts: counts, frequency: weighted * (Self.k1 + 1) / (weighted + Self.k1 * length)))
    }
    return Ranked(document: document, score: parts.reduce(0) { $0 + $1.score }, parts: parts)
  }
}

extension SearchDocument.Part {
  /// The record before its quotes.
  var place: Int { if case .quote(let place) = self { place } else { -1 } }
}
