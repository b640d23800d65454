/// A change of a file's text: the bytes of a range become other bytes, and all around stays as it is.
package struct TextEdit: Sendable, Hashable {
  /// What is replaced; empty where text is only inserted.
  package var range: ByteRange
  package var replacement: [UInt8]

  package init(range: ByteRange, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  package init(range: ByteRange, replacement: String) { self.init(range: range, replacement: Array(replacement.utf8)) }
}

/// Why edits cannot be applied; nothing has been changed then.
package enum TextEditError: Error, Sendable, Equatable {
  /// The range does not lie in the file.
  case outOfBounds(ByteRange)
  /// Two edits want the same bytes.
  case overlapping(ByteRange, ByteRange)
}

extension [UInt8] {
  /// The text with all edits made, whose ranges are those of the text as it is.
  ///
  /// The edits may come in any order. Insertions at one place keep their order; the same replacement given twice is made
  /// once, since two references may be one text (a YAML alias).
  package func applying(_ edits: [TextEdit]) throws(TextEditError) -> [UInt8] {
    let order = edits.indices.sorted {
      (edits[$0].range.start, edits[$0].range.end, $0) < (edits[$1].range.start, edits[$1].range.end, $1)
    }
    var result: [UInt8] = []
    result.reserveCapacity(count + edits.reduce(0) { $0 + $1.replacement.count })
    var position = 0
    var previous: TextEdit?
    for index in order {
      let edit = edits[index]
      guard edit.range.start >= 0, edit.range.start <= edit.range.end, Int(edit.range.end) <= count else {
        throw .outOfBounds(edit.range)
      }
      if let previous {
        if edit == previous, !edit.range.isEmpty { continue }
        guard edit.range.start >= previous.range.end else { throw .overlapping(previous.range, edit.range) }
      }
      result += self[position..<Int(edit.range.start)]
      result += edit.replacement
      position = Int(edit.range.end)
      previous = edit
    }
    result += self[position...]
    return result
  }
}
