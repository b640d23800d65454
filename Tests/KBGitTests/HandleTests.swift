import Testing

@testable import KBGit

/// The owner of a libgit2 object.
struct HandleTests {
  /// Counts how often it was freed, per pointer, in the memory that the pointer leads to.
  private enum CountingKind: HandleKind {
    static func free(_ pointer: OpaquePointer) { UnsafeMutablePointer<Int>(pointer).pointee += 1 }
  }

  @Test func aHandleFreesItsObjectOnceWhenItGoes() throws {
    let freed = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    freed.initialize(to: 0)
    defer { freed.deallocate() }
    do {
      let handle = try Handle<CountingKind>("make") { pointer in
        pointer = OpaquePointer(freed)
        return 0
      }
      #expect(handle.pointer == OpaquePointer(freed))
      #expect(freed.pointee == 0)
    }
    #expect(freed.pointee == 1)
  }

  @Test func nothingIsFreedWhereNothingWasMade() {
    #expect(throws: GitError.self) { _ = try Handle<CountingKind>("make") { _ in -1 } }
    #expect(throws: GitError.library(operation: "make", code: 0, detail: "no object")) { _ = try Handle<CountingKind>("make") { _ in 0 } }
  }
}
