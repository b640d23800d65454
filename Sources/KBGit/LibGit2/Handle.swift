internal import CGit2
#if DEBUG
internal import Synchronization
#endif

/// A kind of libgit2 object: how it is freed. One type per kind, so that the wrong `free` does not compile.
protocol HandleKind {
  static func free(_ pointer: OpaquePointer)
}

/// The one owner of a libgit2 object, which is freed when the handle goes. What the object points to (ids, names, entries) dies with it:
/// copy it out at once.
struct Handle<Kind: HandleKind>: ~Copyable {
  let pointer: OpaquePointer

  /// Takes what `make` creates. `make` must give back a libgit2 status, and set the pointer if and only if that is not negative.
  init(_ operation: @autoclosure () -> String, _ make: (inout OpaquePointer?) -> Int32) throws(GitError) {
    var created: OpaquePointer?
    let status = make(&created)
    guard status >= 0 else { throw GitError(status: status, operation: operation()) }
    guard let created else { throw GitError.library(operation: operation(), code: status, detail: "no object") }
    pointer = created
    HandleCount.change(by: 1)
  }

  /// Owns `pointer` from here on.
  init(owning pointer: OpaquePointer) {
    self.pointer = pointer
    HandleCount.change(by: 1)
  }

  deinit {
    Kind.free(pointer)
    HandleCount.change(by: -1)
  }
}

/// Counts the handles that are alive, in debug builds: a test expects none at its end.
enum HandleCount {
  #if DEBUG
  private static let count = Atomic<Int>(0)
  static var alive: Int { count.load(ordering: .sequentiallyConsistent) }
  static func change(by n: Int) { count.add(n, ordering: .sequentiallyConsistent) }
  #else
  @inline(__always) static func change(by n: Int) {}
  #endif
}

enum RepositoryKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_repository_free(pointer) } }
enum ObjectDatabaseKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_odb_free(pointer) } }
enum StoredObjectKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_odb_object_free(pointer) } }
enum ObjectKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_object_free(pointer) } }
enum CommitKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_commit_free(pointer) } }
enum TreeKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_tree_free(pointer) } }
enum TreeEntryKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_tree_entry_free(pointer) } }
enum IndexKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_index_free(pointer) } }
enum ReferenceKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_reference_free(pointer) } }
enum ReferenceIteratorKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_reference_iterator_free(pointer) } }
enum DiffKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_diff_free(pointer) } }
enum ConfigurationKind: HandleKind { static func free(_ pointer: OpaquePointer) { git_config_free(pointer) } }
