import KBModel
import Testing

@testable import KBPrivacy

/// Hashing, and the list of names that it keeps.
@Suite struct NameListTests {
  /// FIPS 180-4 and RFC 6234: no byte, one block, two blocks, lengths around the padding.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    ("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func hashIsSHA256(_ text: String, _ times: Int, _ expected: String) {
    #expect(SHA256.hash(Array(String(repeating: text, count: times).utf8)).hexadecimal == expected)
  }

  /// RFC 4231, cases 1, 2, 3 and 6: keys shorter and longer than a block.
  @Test(arguments: [
    ([UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    ([UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    (
      [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func codeIsHMAC(_ key: [UInt8], _ message: [UInt8], _ expected: String) {
    #expect(SHA256.authenticationCode(of: message, key: key).hexadecimal == expected)
  }

  private func list(_ names: [String]) throws -> NameList {
    var list = NameList(key: try #require(NameKey(text: String(repeating: "0f", count: 32))))
    for name in names { _ = list.add(name) }
    return list
  }

  private func found(_ names: [String], in text: String) throws -> [String] {
    var search = NameList.Search(try list(names))
    let bytes = Array(text.utf8)
    return search.ranges(in: bytes).map { bytes.text($0) }
  }

  @Test(arguments: [
    ("Jo Smith", "then jo smith said", "jo smith"),
    ("Jo Smith", "JO  SMITH's desk", "JO  SMITH"),
    ("Jo Smith", "> told Jo\n> Smith so", "Jo\n> Smith"),
    ("José Müller", "José MULLER", "José MULLER"),
    ("Jean-Luc O’Brien", "jean luc o'brien", "jean luc o'brien"),
    ("Łukasz", "łukasz", "łukasz"),
    ("Jo Ann Smith", "Jo Ann Smith", "Jo Ann Smith"),
  ])
  func nameIsFoundWhateverItsSpelling(_ name: String, _ text: String, _ expected: String) throws {
    #expect(try found([name, "Jo Ann"], in: text) == [expected])
  }

  @Test(arguments: ["Jo Smithson", "Bojo Smith", "Jo. And so on for a while: Smith", "Smith Jo", "jo-hanna smith"])
  func otherWordsAreNotFound(_ text: String) throws {
    #expect(try found(["Jo Smith"], in: text) == [])
  }

  @Test func listGivesNoNameAwayAndIsReadAgain() throws {
    let list = try list(["Jo Smith", "Rosa", "Jo Smith"])
    #expect(list.count == 2)
    #expect(!list.text.lowercased().contains("smith"))
    let key = try #require(NameKey(text: String(repeating: "0f", count: 32)))
    #expect(try NameList(list.text, key: key) == list)
    let other = try #require(NameKey(text: String(repeating: "0e", count: 32)))
    #expect(throws: NameList.ReadError.otherKey) { try NameList(list.text, key: other) }
    #expect(throws: NameList.ReadError.syntax(line: 1)) { try NameList("Jo Smith\n", key: key) }
  }

  @Test func whatIsNoNameIsRefused() throws {
    var list = try list([])
    #expect(list.add("  -- ") == nil)
    #expect(list.add("one two three four five six seven") == nil)
    #expect(list.add("Rosa") == true)
    #expect(list.add("ROSA") == false)
    #expect(list.remove("rosa") == true)
    #expect(list.count == 0)
  }
}
