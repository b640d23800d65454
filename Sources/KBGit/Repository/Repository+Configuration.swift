internal import CGit2

/// The name and address that git would write into a commit, as configured; either may be missing.
package struct Author: Sendable, Hashable {
  package var name: String?
  package var email: String?

  package init(name: String? = nil, email: String? = nil) {
    self.name = name
    self.email = email
  }
}

extension Repository {
  /// `user.name` and `user.email` from the configuration of the repository, the user and the system.
  package func author() throws(GitError) -> Author {
    try Author(configuration())
  }

  /// The folder that git runs hooks from: `core.hooksPath`, or `hooks` in the common directory. A relative path is taken from the work
  /// tree, as git does.
  package func hooksDirectory() throws(GitError) -> String {
    guard let named = try configuration().path("core.hooksPath"), !named.isEmpty else { return location.commonDirectory + "/hooks" }
    return named.hasPrefix("/") ? named : (location.workTree ?? location.gitDirectory) + "/" + named
  }

  /// The ignore files that hold for all of the user's repositories: `core.excludesFile`, or where git looks without it.
  func globalIgnoreFiles() throws(GitError) -> [String] {
    if let named = try configuration().path("core.excludesFile") { return [named] }
    let folders = try withTextBuffer("find the user's configuration") { kb_git_get_search_path(Int32(GIT_CONFIG_LEVEL_XDG.rawValue), $0) }
    return folders.split(separator: ":").map { $0 + "/ignore" }
  }

  /// The value of a key, from the configuration of the repository, the user and the system; `nil` where it is not set.
  package func configured(_ key: String) throws(GitError) -> String? { try configuration().text(key) }

  /// Sets a key in the repository's own configuration.
  package func configure(_ key: String, _ value: String) throws(GitError) {
    let live = try Handle<ConfigurationKind>("read the configuration") { git_repository_config(&$0, handle.pointer) }
    let local = try Handle<ConfigurationKind>("read the configuration") { git_config_open_level(&$0, live.pointer, GIT_CONFIG_LEVEL_LOCAL) }
    try GitError.check(git_config_set_string(local.pointer, key, value), "set \(key)")
  }

  private func configuration() throws(GitError) -> Configuration {
    Configuration(handle: try Handle("read the configuration") { git_repository_config_snapshot(&$0, handle.pointer) })
  }
}

extension Author {
  /// The author of the user's own configuration, for a folder without a repository.
  package static func ofUser() throws(GitError) -> Author {
    try LibGit2.start()
    let live = try Handle<ConfigurationKind>("read the configuration") { git_config_open_default(&$0) }
    return Author(Configuration(handle: try Handle("read the configuration") { git_config_snapshot(&$0, live.pointer) }))
  }

  fileprivate init(_ configuration: borrowing Configuration) {
    name = configuration.text("user.name")
    email = configuration.text("user.email")
  }
}

/// A snapshot of the configuration.
private struct Configuration: ~Copyable {
  let handle: Handle<ConfigurationKind>

  /// The value of a key; `nil` where it is not set.
  func text(_ key: String) -> String? {
    var value: UnsafePointer<CChar>?
    guard git_config_get_string(&value, handle.pointer, key) == 0, let value else { return nil }
    return String(cString: value)
  }

  /// The value of a key as a path, with `~` for the home folder.
  func path(_ key: String) throws(GitError) -> String? {
    guard text(key) != nil else { return nil }
    return try withTextBuffer("read \(key)") { git_config_get_path($0, handle.pointer, key) }
  }
}
