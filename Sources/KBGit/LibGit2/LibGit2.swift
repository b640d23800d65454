internal import CGit2

/// The library as a whole. Starting it costs some milliseconds, most of them for TLS, so nothing starts it before a repository is opened.
enum LibGit2 {
  private static let status: Int32 = {
    let count = git_libgit2_init()
    guard count >= 0 else { return count }
    // Extensions of the repository format that do not change what is read here: objects that a partial clone lacks are reported as
    // missing, the configuration of single work trees and the promise not to delete objects touch nothing that `kb` does.
    let names: [StaticString] = ["partialclone", "worktreeconfig", "preciousobjects"]
    var pointers = names.map { UnsafePointer<CChar>?(UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self)) }
    return kb_git_set_extensions(&pointers, pointers.count)
  }()

  /// Starts the library on the first call of the process. It is never shut down: repositories may live until the process ends.
  static func start() throws(GitError) {
    let status = Self.status
    if status < 0 { throw GitError.library(operation: "start libgit2", code: status, detail: lastError.text) }
  }

  /// What the library says about the call that just failed on this thread. Meaningless after a success.
  static var lastError: (class: Int32, text: String) {
    guard let error = git_error_last() else { return (0, "no detail") }
    return (error.pointee.klass, error.pointee.message.map { String(cString: $0) } ?? "no detail")
  }
}

extension GitError {
  /// Turns a status of libgit2 into an error. Call it on the thread of the call and straight after it, since the detail is the last
  /// error of that thread.
  static func check(_ status: Int32, _ operation: @autoclosure () -> String) throws(GitError) {
    if status < 0 { throw GitError(status: status, operation: operation()) }
  }

  /// The error of a call that just failed, told apart as far as this can be done without knowing what was asked.
  init(status: Int32, operation: String) {
    let (kind, text) = LibGit2.lastError
    let category = git_error_t(rawValue: git_error_t.RawValue(truncatingIfNeeded: kind))
    switch category {
    case GIT_ERROR_ODB, GIT_ERROR_OBJECT, GIT_ERROR_TREE, GIT_ERROR_ZLIB, GIT_ERROR_SHA:
      switch status {
      // Some walks answer with the general code where a commit is missing.
      case GIT_ERROR.rawValue where text.hasPrefix("object not found"): self = .objectMissing(id: nil, detail: text)
      case GIT_ENOTFOUND.rawValue: self = .objectMissing(id: nil, detail: text)
      case GIT_ERROR.rawValue, GIT_EMISMATCH.rawValue: self = .corruptObject(id: nil, detail: text)
      default: self = .library(operation: operation, code: status, detail: text)
      }
    default:
      self = .library(operation: operation, code: status, detail: text)
    }
  }

  /// The same error with the object that was asked for, where the library did not name it.
  func naming(_ id: ObjectID) -> GitError {
    switch self {
    case .corruptObject(nil, let detail): .corruptObject(id: id, detail: detail)
    case .objectMissing(nil, let detail): .objectMissing(id: id, detail: detail)
    case .library(_, _, let detail): .corruptObject(id: id, detail: detail)
    default: self
    }
  }
}
