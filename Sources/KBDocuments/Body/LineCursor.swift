/// A place in one line that knows its column, where a tab reaches to the next multiple of four.
struct LineCursor {
  /// The next byte.
  var offset: Int
  /// Where the line ends, without its line end.
  let end: Int
  /// The column of `offset`, from 0; in the middle of a tab where only a part of it has been used up.
  var column = 0
  /// Columns of the tab at `offset` that are still to be used, 0 for all of it.
  private var tabRest = 0
  /// The first byte from `offset` that is no blank, and how many columns of blanks lie before it.
  private(set) var nonspace = 0
  private(set) var indent = 0

  init(start: Int, end: Int) {
    offset = start
    self.end = end
  }

  /// Whether nothing but blanks is left; call `findNonspace` before.
  var isBlank: Bool { nonspace >= end }

  @inline(__always)
  mutating func findNonspace(_ source: UnsafeBufferPointer<UInt8>) {
    var position = offset
    var at = column
    var rest = tabRest
    while position < end {
      let byte = source[position]
      if byte == .space {
        at += 1
      } else if byte == .tab {
        at += rest > 0 ? rest : 4 - at % 4
        rest = 0
      } else {
        break
      }
      position += 1
    }
    nonspace = position
    indent = at - column
  }

  /// Goes to the first byte that is no blank.
  mutating func skipToNonspace() {
    column += indent
    offset = nonspace
    tabRest = 0
    indent = 0
  }

  /// Goes that many bytes on, none of which is a tab.
  mutating func advance(bytes count: Int) {
    offset += count
    column += count
    tabRest = 0
  }

  /// Goes that many columns of blanks on, at most; stops at anything else.
  mutating func advance(columns count: Int, in source: UnsafeBufferPointer<UInt8>) {
    var left = count
    while left > 0, offset < end {
      let byte = source[offset]
      if byte == .space {
        offset += 1
        column += 1
        left -= 1
      } else if byte == .tab {
        let width = tabRest > 0 ? tabRest : 4 - column % 4
        let used = min(width, left)
        column += used
        left -= used
        if used == width {
          offset += 1
          tabRest = 0
        } else {
          tabRest = width - used
        }
      } else {
        break
      }
    }
  }
}
