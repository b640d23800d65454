import KBModel
import Testing

@testable import KBRules

struct NearestNamesTests {
  static let names = [
    "acme", "acme-group", "birch", "birch-2", "cobalt", "dune", "offline-approval", "audit-trail", "2026-06-22-acme", "Müller", "straße", "a",
  ].sorted()

  @Test
  func theAnswerIsThatOfComparingEach() {
    let index = NearestNames(Self.names)
    // Every name with every one of its bytes dropped, doubled, swapped or replaced.
    for name in Self.names + ["no-such-customer", "", String(repeating: "x", count: 80)] {
      let scalars = Array(name.unicodeScalars)
      var words = [name, name.uppercased()]
      for i in scalars.indices {
        var dropped = scalars
        dropped.remove(at: i)
        var doubled = scalars
        doubled.insert(scalars[i], at: i)
        var replaced = scalars
        replaced[i] = "q"
        var swapped = scalars
        swapped.swapAt(i, max(0, i - 1))
        words += [dropped, doubled, replaced, swapped].map { String(String.UnicodeScalarView($0)) }
      }
      for word in words {
        #expect(index.nearest(to: word) == NearestWord.nearest(to: word, among: Self.names), "\(word)")
      }
    }
  }
}
