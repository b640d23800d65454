@testable import KnowledgeBase
import KBModel
import Testing

@Suite struct ConditionParserTests {
  private func compared(_ path: String, _ relation: FieldCondition.Relation, _ value: String) -> (Condition) -> Bool {
    { condition in
      guard case .comparison(let comparison) = condition else { return false }
      return comparison.path == path && comparison.relation == relation && comparison.value == value
    }
  }

  @Test(arguments: [
    ("stage=lost", "stage", FieldCondition.Relation.equal, "lost"), ("stage == lost", "stage", .equal, "lost"), ("arr>=5e5", "arr", .atLeast, "5e5"),
    ("a<1", "a", .less, "1"), ("a<= 1", "a", .atMost, "1"), ("a >1", "a", .greater, "1"), ("name!='two words'", "name", .unequal, "two words"),
    ("name~\"say \\\"x\\\"\"", "name", .contains, "say \"x\""), ("outcome=or", "outcome", .equal, "or"), ("next_step", "next_step", .exists, ""),
    ("deal=a=b", "deal", .equal, "a=b"), ("name=Zürich", "name", .equal, "Zürich"),
  ])
  func comparisonsAreRead(text: String, path: String, relation: FieldCondition.Relation, value: String) throws {
    #expect(compared(path, relation, value)(try ConditionParser.condition(in: text)))
  }

  @Test func andBindsCloserThanOr() throws {
    guard case .any(let parts) = try ConditionParser.condition(in: "a=1 or b=2 AND not c=3") else { return #expect(Bool(false)) }
    #expect(parts.count == 2 && compared("a", .equal, "1")(parts[0]))
    guard case .all(let both) = parts[1], case .not(let last) = both[1] else { return #expect(Bool(false)) }
    #expect(compared("b", .equal, "2")(both[0]) && compared("c", .equal, "3")(last))
  }

  @Test func parenthesesGroup() throws {
    guard case .all(let parts) = try ConditionParser.condition(in: "(a=1 or b=2) and c=3"), case .any(let either) = parts[0] else {
      return #expect(Bool(false))
    }
    #expect(parts.count == 2 && either.count == 2)
  }

  @Test(arguments: [
    ("", 1, 1), ("stage=lost or", 14, 1), ("(a=1", 1, 1), ("a=1)", 4, 1), ("stage lost", 7, 4), ("name='x", 6, 1), ("a!b", 2, 1), ("=1", 1, 1),
    ("not", 4, 1), ("a=", 3, 1), ("ä=1 b", 5, 1), ("and", 1, 3), ("a=1 (b=2)", 5, 1),
  ])
  func faultsPointAtTheirColumn(text: String, column: Int, length: Int) {
    #expect { try ConditionParser.condition(in: text) } throws: { error in
      guard let fault = error as? QueryFault else { return false }
      return fault.column == column && fault.length == length && fault.query == text && !fault.message.isEmpty
    }
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "(", count: 5000) + "a=1" + String(repeating: ")", count: 5000)
    #expect(throws: QueryFault.self) { try ConditionParser.condition(in: text) }
  }

  @Test(arguments: [
    ("customer --where 'stage=lost' --sort arr:desc", ["customer", "--where", "stage=lost", "--sort", "arr:desc"]), ("", []), ("  a  b ", ["a", "b"]),
    ("'a b'c", ["a bc"]), ("\"a \\\"b\\\"\"", ["a \"b\""]), ("a\\ b", ["a b"]), ("''", [""]), ("'\\n' $HOME `x` *", ["\\n", "$HOME", "`x`", "*"]),
  ])
  func linesAreSplitAsAShellDoes(line: String, words: [String]) throws { #expect(try ShellWords.split(line) == words) }

  @Test func openQuotationMarksAreFaults() {
    #expect { try ShellWords.split("a 'b") } throws: { ($0 as? QueryFault)?.column == 3 }
  }
}
