/// Elements that lie one after the other in memory that somebody else owns.
///
/// What an array slice is to an array, without a counted reference: passing one on costs two registers. Valid only as long as its
/// owner says; never stored beyond that. Indices are checked.
struct Run<Element>: RandomAccessCollection {
  private let base: UnsafePointer<Element>
  let count: Int

  init(base: UnsafePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "beyond the run")
      return base[index]
    }
  }
}

/// Elements in the order in which they were found, on the way through one text.
///
/// Grows as an array does, but has one owner and no counted reference, so that looking into it costs no more than a load. For plain
/// values only.
struct Findings<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter capacity: for how many elements room is made at once; none by default, for what is seldom found.
  init(capacity: Int = 0) {
    self.capacity = capacity
    base = capacity > 0 ? .allocate(capacity: capacity) : Self.nowhere
  }

  deinit {
    base.deinitialize(count: count)
    if capacity > 0 { base.deallocate() }
  }

  // Any aligned address will do, since nothing is read from it.
  private static var nowhere: UnsafeMutablePointer<Element> {
    UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }

  /// What was found so far; valid until more is found.
  var run: Run<Element> {
    @inline(__always) get { Run(base: base, count: count) }
  }

  var isEmpty: Bool { count == 0 }
  var last: Element? { count == 0 ? nil : base[count - 1] }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "beyond what was found")
      return base[index]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "beyond what was found")
      base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count &+= 1
  }

  /// Brings what was found into order, equal elements as they stand. For a handful of them.
  mutating func sort(_ precedes: (Element, Element) -> Bool) {
    var sorted = 1
    while sorted < count {
      let element = base[sorted]
      var at = sorted
      while at > 0, precedes(element, base[at - 1]) {
        base[at] = base[at - 1]
        at -= 1
      }
      base[at] = element
      sorted += 1
    }
  }

  /// Hands over the memory, which is never given back.
  consuming func kept() -> UnsafePointer<Element> {
    let base = base
    discard self
    return UnsafePointer(base)
  }

  /// Forgets all from `count` on.
  mutating func truncate(to count: Int) {
    guard count < self.count else { return }
    (base + count).deinitialize(count: self.count - count)
    self.count = count
  }

  @inline(never)
  private mutating func grow() {
    let room = Swift.max(capacity * 2, 4)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: room)
    larger.moveInitialize(from: base, count: count)
    if capacity > 0 { base.deallocate() }
    base = larger
    capacity = room
  }
}
