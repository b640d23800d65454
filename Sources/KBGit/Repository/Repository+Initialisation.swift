internal import CGit2

extension Repository {
  /// Makes a folder a repository whose branch is `main`, with one commit of all files that are in it and not ignored.
  ///
  /// - Parameters:
  ///   - folder: is in no work tree of its own yet.
  ///   - time: of the commit, in seconds since 1970, UTC.
  package static func initialise(_ folder: String, message: String, author: Author, time: Int64) throws(GitError) {
    try LibGit2.start()
    let repository = try Handle<RepositoryKind>("make a repository") { git_repository_init(&$0, folder, 0) }
    // The user's own name for a first branch is not asked for: what is made here is the same for everybody.
    try GitError.check(git_repository_set_head(repository.pointer, "refs/heads/main"), "name the branch")
    let index = try Handle<IndexKind>("open the index") { [pointer = repository.pointer] in git_repository_index(&$0, pointer) }
    try GitError.check(git_index_add_all(index.pointer, nil, 0, nil, nil), "add the files")
    try GitError.check(git_index_write(index.pointer), "write the index")
    var treeID = git_oid()
    try GitError.check(git_index_write_tree(&treeID, index.pointer), "write the files' names")
    let tree = try Handle<TreeKind>("read the files' names") { [pointer = repository.pointer] in git_tree_lookup(&$0, pointer, &treeID) }
    var signature: UnsafeMutablePointer<git_signature>?
    try GitError.check(git_signature_new(&signature, author.name ?? "", author.email ?? "", time, 0), "name the author")
    defer { git_signature_free(signature) }
    var commit = git_oid()
    try GitError.check(git_commit_create(&commit, repository.pointer, "HEAD", signature, signature, nil, message, tree.pointer, 0, nil), "commit")
  }
}
