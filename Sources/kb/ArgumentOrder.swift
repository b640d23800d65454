/// `kb -C DIR validate` means `kb validate -C DIR`, as in git.
enum ArgumentOrder {
  static func commandFirst(_ arguments: [String]) -> [String] {
    guard arguments.count >= 3, arguments[0] == "-C" else { return arguments }
    // Reports have a name of their own after the command: the folder goes last, where both kinds take it.
    guard let end = arguments.firstIndex(of: "--") else { return Array(arguments[2...]) + arguments[..<2] }
    return Array(arguments[2..<end]) + arguments[..<2] + arguments[end...]
  }
}
