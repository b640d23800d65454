import Testing

@testable import KBGit

struct ObjectIDTests {
  @Test func hexadecimalDigitsAreReadAndWritten() throws {
    let hex = "0123456789abcdef0123456789ABCDEF01234567"
    let id = try #require(ObjectID(hex: hex))
    #expect(id.description == hex.lowercased())
    #expect(id.abbreviated() == "0123456")
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(ObjectID(id.oid) == id)
  }

  @Test(arguments: ["", "0", "g123456789abcdef0123456789abcdef01234567", "0123456789abcdef0123456789abcdef0123456", "0123456789abcdef0123456789abcdef012345678", "é123456789abcdef0123456789abcdef0123456"])
  func anythingElseIsRefused(text: String) {
    #expect(ObjectID(hex: text) == nil)
  }

  @Test func idsAreOrderedAsTheirDigits() throws {
    let ids = ["00", "01", "7f", "80", "ff"].map { $0 + String(repeating: "0", count: 38) } + [String(repeating: "f", count: 40)]
    let read = try ids.map { try #require(ObjectID(hex: $0)) }
    #expect(read.sorted().map(\.description) == ids)
  }

  @Test func theIDOfAContentIsThatOfGit() throws {
    #expect(try ObjectID.blob(of: []).description == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    #expect(try ObjectID.blob(of: Array("hello\n".utf8)).description == "ce013625030ba8dba906f756967f9e9ca394464a")
  }
}
