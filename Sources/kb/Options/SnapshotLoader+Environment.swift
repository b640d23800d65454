#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBModel
import KnowledgeBase

extension SnapshotLoader {
  /// Reads on the calendar's day, with what earlier commands have kept unless `KB_CACHE=off`, and shows on a terminal how far it is.
  init(reading location: KnowledgeBaseLocation, source: Snapshot.Source = .workTree, asOf: CalendarDate? = nil, keepsSource: Bool = false) {
    self.init(location: location, source: source, today: Environment.today, asOf: asOf, keepsSource: keepsSource)
    progress = ProgressLine.progress
    guard Environment.value("KB_CACHE") != "off", let folder = location.cacheFolder else { return }
    cache = FactsCache(folder: folder, program: Version.build)
    cache?.whileWriting = { write in Interrupt.whileWriting { () throws(Never) in write() } }
  }
}

extension Version {
  /// The version, and what tells this build of it from another: its file's size and times.
  static let build: String = {
    guard let path = executablePath else { return current }
    var status = stat()
    guard stat(path, &status) == 0 else { return current }
    #if canImport(Darwin)
    let changed = status.st_mtimespec
    #else
    let changed = status.st_mtim
    #endif
    return "\(current) \(status.st_ino) \(status.st_size) \(changed.tv_sec).\(changed.tv_nsec)"
  }()

  private static var executablePath: String? {
    #if canImport(Darwin)
    var size: UInt32 = 0
    _NSGetExecutablePath(nil, &size)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(size)) { buffer in
      guard let start = buffer.baseAddress, _NSGetExecutablePath(start, &size) == 0 else { return nil }
      return String(cString: start)
    }
    #else
    return "/proc/self/exe"
    #endif
  }
}
