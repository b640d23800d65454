#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How many processors there are to work with.
enum ProcessorCount {
  static let active = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
