#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// The three functions that the standard library lacks, named in one place so that no other file imports the C library.

func naturalLogarithm(_ x: Double) -> Double { log(x) }

func exponential(_ x: Double) -> Double { exp(x) }

func powerOfTwo(_ x: Double) -> Double { exp2(x) }
