import KBModel

extension LineTable {
  /// The same table as `init(of:)`, found with the C library's vector search.
  init(scanning bytes: [UInt8]) {
    let starts: [Int32]? = bytes.withUnsafeBufferPointer { source in
      let n = source.count
      // Lone CR and CRLF are rare enough to leave to the general way.
      guard source.offset(of: .carriageReturn, from: 0, to: n) == n else { return nil }
      var starts: [Int32] = [0]
      starts.reserveCapacity(n / 24 + 8)
      var i = source.offset(of: .lineFeed, from: 0, to: n)
      while i < n {
        starts.append(Int32(truncatingIfNeeded: i + 1))
        i = source.offset(of: .lineFeed, from: i + 1, to: n)
      }
      return starts
    }
    if let starts {
      self.init(starts: starts, of: bytes)
    } else {
      self.init(of: bytes)
    }
  }
}
