/// Personal data in the files of a knowledge base, or in everything that its repository ever held.
package struct ScanResult: Sendable, Equatable {
  /// One value at one path, or in commit messages; known masked only.
  package struct Hit: Sendable, Equatable {
    /// "e-mail address", "listed name".
    package var kind: String
    /// The first characters.
    package var masked: String
    /// From the folder of the knowledge base, in a history from the root of the repository; `nil` for the message of a commit or tag.
    package var path: String?
    package var line: Int
    package var column: Int
    /// The id of the first commit that holds it, or of the tag whose message does; `nil` outside a history.
    package var commit: String?
    /// So many versions of the file, or messages, hold it.
    package var versions: Int

    package init(kind: String, masked: String, path: String?, line: Int, column: Int, commit: String? = nil, versions: Int = 1) {
      self.kind = kind
      self.masked = masked
      self.path = path
      self.line = line
      self.column = column
      self.commit = commit
      self.versions = versions
    }
  }

  /// By path, or as the commits brought them.
  package var hits: [Hit] = []
  /// Whether all of the history was looked at, and not one state of the files.
  package var isHistory: Bool
  /// Files, or versions of files.
  package var files = 0
  /// Messages of commits and tags.
  package var messages = 0
  /// Files that are no text, and files that are too large, neither of which was looked at.
  package var binaries = 0
  package var tooLarge = 0
  /// History was cut off when the repository was cloned.
  package var isShallow = false
  /// How many names of a list were looked for; `nil` without a list.
  package var names: Int?

  package init(isHistory: Bool) { self.isHistory = isHistory }
}
