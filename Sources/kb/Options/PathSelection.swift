import ArgumentParser
import KnowledgeBase

/// Files and folders named on the command line, from the working directory or from the knowledge base; none means all.
struct PathSelection {
  private var prefixes: [String]

  init(_ paths: [String], in location: KnowledgeBaseLocation) throws {
    prefixes = try paths.map { path in
      var relative: String
      if let absolute = Folder.absolute(path), absolute == location.folder || absolute.hasPrefix(location.folder + "/") {
        relative = String(absolute.dropFirst(location.folder.count + 1))
      } else if path.hasPrefix("/") || path.hasPrefix("..") {
        throw ValidationError("'\(path)' is not in the knowledge base '\(location.folder)'.")
      } else {
        // It may exist only in the revision that is read.
        relative = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
      }
      while relative.hasSuffix("/") { relative.removeLast() }
      return relative == "." ? "" : relative
    }
  }

  func contains(_ path: String) -> Bool {
    prefixes.isEmpty || prefixes.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
  }
}
