package import KBGit
package import KBModel

/// Why a knowledge base cannot be read or changed at all; what is wrong within a file is a finding instead.
package enum KnowledgeBaseError: Error, Sendable, Equatable {
  case folderMissing(String)
  /// Neither a `kb.yaml` nor a repository, from that folder upwards.
  case notFound(String)
  /// That source has no `kb.yaml`.
  case noConfiguration(source: String, folder: String)
  /// The configuration of a state that others are compared with cannot be read.
  case invalidConfiguration(source: String, line: Int, reason: String)
  /// A revision or the index was asked for where there is no repository.
  case noRepository(String)
  case git(GitError)
  /// A record that does not exist; `candidates` are names that are close.
  case unknownRecord(String, type: String?, candidates: [String])
  /// A file cannot be read that nothing works without.
  case unreadable(path: String, reason: String)
  /// A file that was to be written cannot be.
  case notWritable(path: String, reason: String)
  /// A file that was to be created exists.
  case exists(path: String)
  /// A query cannot be understood, at some place of its text.
  case query(QueryFault)
  /// A change of several files could not be made, and none of it was.
  case notChanged(path: String, reason: String)
  /// A file does not hold what it held when it was read; nothing was changed.
  case changedMeanwhile(path: String)
  /// A change of several files could be neither finished nor undone; the journal is kept, and the next command tries again.
  case halfDone(path: String, reason: String)
  /// Another process changes the knowledge base.
  case busy(holder: Int32?)
  /// The journal of an interrupted change cannot be read.
  case journalDamaged(path: String)
  /// Somebody wanted it to end; nothing was changed.
  case cancelled
  /// The arguments do not fit together, in words.
  case usage(String, remedy: String?)

  /// One sentence that stands alone.
  package var message: String {
    switch self {
    case .folderMissing(let folder): "there is no folder '\(folder)'"
    case .notFound(let folder): "'\(folder)' is in no knowledge base: neither it nor a folder above has a kb.yaml"
    case .noConfiguration(let source, let folder): "\(source) has no kb.yaml\(folder.isEmpty ? "" : " in '\(folder)'")"
    case .invalidConfiguration(let source, let line, let reason): "the kb.yaml of \(source) cannot be read: line \(line): \(reason)"
    case .noRepository(let folder): "'\(folder)' is in no git repository, so there is only the work tree to read"
    case .git(let error): error.message
    case .unknownRecord(let name, let type, _): "no \(type ?? "record") has the id or alias '\(name)'"
    case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    case .notWritable(let path, let reason): "'\(path)' cannot be written: \(reason)"
    case .exists(let path): "'\(path)' exists already; nothing was changed"
    case .query(let fault): fault.message
    case .notChanged(let path, let reason): "'\(path)' cannot be written: \(reason); nothing was changed"
    case .changedMeanwhile(let path): "'\(path)' was changed while this command ran; nothing was changed by it"
    case .halfDone(let path, let reason): "'\(path)' cannot be written: \(reason); the change is half made"
    case .busy(let holder): "another kb\(holder.map { " (process \($0))" } ?? "") is changing this knowledge base; nothing was changed"
    case .journalDamaged(let path): "a change was interrupted, and its journal '\(path)' is damaged"
    case .cancelled: "it was ended before it was done; nothing was changed"
    case .usage(let message, _): message
    }
  }

  /// What the user can do about it; `nil` where nothing general helps.
  package var remedy: String? {
    switch self {
    case .notFound: "Start one with 'kb init', or name its folder with -C or KB_DIR."
    case .noConfiguration: "Commit kb.yaml (it may be empty), or name another revision."
    case .invalidConfiguration: "Compare with a revision in which it can be read."
    case .noRepository: "Leave out what names a revision or the index, or run 'git init'."
    case .git(let error): error.remedy
    case .unknownRecord(_, let type, let candidates):
      candidates.isEmpty
        ? "List them with 'kb list\(type.map { " \($0)" } ?? "")'."
        : "Did you mean \(candidates.map { "'\($0)'" }.joined(separator: " or "))?"
    case .query(let fault): fault.remedy
    case .usage(_, let remedy): remedy
    case .changedMeanwhile: "Run the command again."
    case .halfDone: "Mend the cause; the next kb command finishes the change or undoes it."
    case .busy: "Run the command again when that one has ended."
    case .journalDamaged: "See what changed with 'git status' and 'git diff', then remove the journal and files that end with '.kb-new'."
    case .folderMissing, .unreadable, .notWritable, .notChanged, .exists, .cancelled: nil
    }
  }
}
