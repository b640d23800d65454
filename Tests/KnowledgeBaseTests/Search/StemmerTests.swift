@testable import KnowledgeBase
import KBModel
import Testing

@Suite struct StemmerTests {
  private func stem(_ word: String) -> String { String(decoding: Stemmer.stem(word.utf8), as: UTF8.self) }

  @Test(arguments: [
    ["approve", "approves", "approved", "approving", "approval", "approvals"], ["carry", "carries", "carried", "carrying"], ["plan", "plans", "planned", "planning"],
    ["isolate", "isolated", "isolation", "isolations", "isolating"], ["permit", "permits", "permitted", "permitting"], ["use", "uses", "used", "using"],
    ["fill", "fills", "filled", "filling"], ["box", "boxes", "boxed"], ["try", "tried", "tries", "trying"], ["month", "months", "monthly"],
    ["agree", "agrees", "agreement"], ["pass", "passes", "passed"],
  ])
  func wordsOfOneKindHaveOneStem(words: [String]) { #expect(Set(words.map(stem)).count == 1, "\(words.map(stem))") }

  @Test(arguments: [
    ("need", "new"), ("speed", "spend"), ("bus", "bu"), ("status", "state"), ("thing", "the"), ("string", "strap"), ("bring", "brown"), ("paper", "pap"),
    ("analysis", "analyse"), ("p-7f3k", "p-7f3"),
  ])
  func wordsOfDifferentKindsDoNot(a: String, b: String) { #expect(stem(a) != stem(b)) }

  @Test func everyWordBeginsAsItsStemDoes() throws {
    let snapshot = try Example.snapshot()
    var seen = 0
    for file in snapshot.graph.files {
      for word in WordScanner.foldedWords(String(decoding: snapshot.bytesOfFile(file.path) ?? [], as: UTF8.self)) {
        let beginning = Stemmer.beginning(ofStem: Stemmer.stem(word))
        #expect(word.starts(with: beginning), "\(String(decoding: word, as: UTF8.self))")
        seen += 1
      }
    }
    #expect(seen > 5000)
  }
}
