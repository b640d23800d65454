internal import CGit2

/// Runs a libgit2 call that fills a text buffer, and copies the text. Paths that are not UTF-8 are repaired.
func withTextBuffer(_ operation: @autoclosure () -> String, _ fill: (UnsafeMutablePointer<git_buf>) -> Int32) throws(GitError) -> String {
  var buffer = git_buf()
  defer { git_buf_dispose(&buffer) }
  try GitError.check(fill(&buffer), operation())
  guard let start = buffer.ptr else { return "" }
  return String(decoding: UnsafeRawBufferPointer(start: start, count: buffer.size), as: UTF8.self)
}
