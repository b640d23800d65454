#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBModel
import KnowledgeBase

/// What surrounds the program. Only the command reads it; the library gets values.
enum Environment {
  /// The value of a variable; `nil` where it is unset or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The calendar's day where the user is.
  static var today: CalendarDate {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return CalendarDate(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday)) ?? CalendarDate(dayNumber: 0)
  }

  /// Where files go that nobody keeps.
  static var temporaryFolder: String { value("TMPDIR") ?? "/tmp" }

  /// A file of ours in the user's configuration folder: `$XDG_CONFIG_HOME/kb`, or `.config/kb` in the home folder.
  static func configurationFile(_ name: String) throws(KnowledgeBaseError) -> String {
    if let folder = value("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return "\(folder)/kb/\(name)" }
    guard let home = value("HOME") else {
      throw .usage("HOME is not set, so there is no configuration folder", remedy: "Name the file on the command line.")
    }
    return "\(home)/.config/kb/\(name)"
  }
}
