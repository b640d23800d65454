import Foundation
import KBLanguage
import KBModel
import Testing

/// Floors for the development sets. The weights were trained on most of these quotes, so the figures say that nothing
/// broke, not how well unseen quotes are read.
@Suite struct QuoteEvaluationTests {
  private struct Item: Decodable {
    var text: String
    var specificity: Grade
  }

  private func items(_ name: String) throws -> [Item] {
    let url = try #require(Bundle.module.url(forResource: "Eval/\(name)", withExtension: "jsonl"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    return try lines.map { try JSONDecoder().decode(Item.self, from: Data($0.utf8)) }
  }

  private func macroF1(_ items: [Item]) -> Double {
    let predicted = items.map { QuoteReader().read($0.text).grade }
    let scores = Grade.allCases.compactMap { grade -> Double? in
      var hits = 0
      var errors = 0
      for (item, found) in zip(items, predicted) {
        if item.specificity == grade, found == grade { hits += 1 }
        if (item.specificity == grade) != (found == grade) { errors += 1 }
      }
      guard items.contains(where: { $0.specificity == grade }) else { return nil }
      return 2 * Double(hits) / Double(2 * hits + errors)
    }
    return scores.reduce(0, +) / Double(scores.count)
  }

  @Test(arguments: [("quotes-dev", 0.94), ("quotes-real-dev", 0.85)])
  func readsTheDevelopmentSets(name: String, floor: Double) throws {
    #expect(try macroF1(items(name)) >= floor)
  }

  @Test(arguments: ["quotes-dev", "quotes-real-dev"])
  func passesNoHypotheticalAsAnAnecdote(name: String) throws {
    let passed = try items(name).filter { $0.specificity == .hypothetical && QuoteReader().read($0.text).grade == .anecdote }
    #expect(passed.map(\.text) == [])
  }

  @Test(arguments: ["quotes-dev", "quotes-real-dev"])
  func seldomDoubtsARightLabel(name: String) throws {
    let items = try items(name)
    let doubted = items.filter { QuoteReader().mismatch($0.text, labelled: $0.specificity) != nil }
    #expect(Double(doubted.count) <= 0.03 * Double(items.count))
  }

  @Test func doubtsAnAnecdoteThatIsNone() throws {
    let items = try items("quotes-dev").filter { [.hypothetical, .opinion, .compliment].contains($0.specificity) }
    let doubted = items.filter { QuoteReader().mismatch($0.text, labelled: .anecdote) != nil }
    #expect(Double(doubted.count) >= 0.85 * Double(items.count))
  }
}
