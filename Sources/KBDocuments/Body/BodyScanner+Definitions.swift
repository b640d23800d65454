import KBModel

// MARK: - Link reference definitions

extension BodyScanner {
  /// Takes the definitions (`[label]: destination "title"`) off the beginning of the open paragraph; whether nothing is left.
  mutating func takeDefinitions() -> Bool {
    guard hasBracket else { return segments.isEmpty }
    var taken = 0
    while taken < segments.count {
      let first = segments[taken]
      guard source[Int(first.start)] == UInt8(ascii: "["), first.count == 1 || source[Int(first.start) + 1] != UInt8(ascii: "[")
      else { break }
      var reader = DefinitionReader(source: source, segments: segments[taken...])
      guard let definition = reader.read() else { break }
      addFileLink(definition.range, destination: definition.destination)
      taken += definition.segments
    }
    if taken > 0 { segments.removeFirst(taken) }
    return segments.isEmpty
  }
}

/// Reads one definition from the lines of a paragraph, between which a line end stands for all that separates them.
private struct DefinitionReader {
  let source: UnsafeBufferPointer<UInt8>
  let segments: ArraySlice<ByteRange>
  private var segment: Int
  private var position: Int

  init(source: UnsafeBufferPointer<UInt8>, segments: ArraySlice<ByteRange>) {
    self.source = source
    self.segments = segments
    segment = segments.startIndex
    position = segments.first.map { Int($0.start) } ?? 0
  }

  /// The range ends with the destination; `segments` is how many lines the whole definition takes.
  mutating func read() -> (range: ByteRange, destination: ByteRange, segments: Int)? {
    let start = position
    guard passLabel(), peek() == UInt8(ascii: ":") else { return nil }
    position += 1
    passSpaceAndLineEnd()
    guard let (destination, next) = InlineDestination.destination(source, position, lineEnd),
      !destination.isEmpty || next > position
    else { return nil }
    position = next
    let range = ByteRange(start, next)
    let before = (segment, position)
    passSpaceAndLineEnd()
    if before != (segment, position), passTitle(), isAtLineEnd() {
      return (range, destination, segment - segments.startIndex + 1)
    }
    (segment, position) = before
    guard isAtLineEnd() else { return nil }
    return (range, destination, segment - segments.startIndex + 1)
  }

  private var lineEnd: Int { segment < segments.endIndex ? Int(segments[segment].end) : 0 }

  /// The next byte, a line feed between two lines, `nil` at the end.
  private func peek() -> UInt8? {
    guard segment < segments.endIndex else { return nil }
    return position < lineEnd ? source[position] : .lineFeed
  }

  private mutating func next() {
    if position < lineEnd {
      position += 1
    } else {
      segment += 1
      if segment < segments.endIndex { position = Int(segments[segment].start) }
    }
  }

  private func isAtLineEnd() -> Bool {
    segment < segments.endIndex && source.skippingBlanks(from: position, to: lineEnd) == lineEnd
  }

  /// `[label]`, at most 1000 bytes, not blank, without unescaped brackets.
  private mutating func passLabel() -> Bool {
    next()
    var length = 0
    var isBlank = true
    while let byte = peek(), length < 1000 {
      switch byte {
      case UInt8(ascii: "]"):
        position += 1
        return !isBlank
      case UInt8(ascii: "["):
        return false
      case UInt8(ascii: "\\"):
        isBlank = false
        next()
        if let escaped = peek(), escaped.isPunctuation { next() }
      default:
        if !byte.isBlank, !byte.isLineEnd { isBlank = false }
        next()
      }
      length += 1
    }
    return false
  }

  private mutating func passSpaceAndLineEnd() {
    position = source.skippingBlanks(from: position, to: lineEnd)
    if position == lineEnd, segment + 1 < segments.endIndex {
      next()
      position = source.skippingBlanks(from: position, to: lineEnd)
    }
  }

  private mutating func passTitle() -> Bool {
    guard let opening = peek() else { return false }
    let closing: UInt8
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = opening
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return false
    }
    next()
    while let byte = peek() {
      if byte == closing {
        position += 1
        return true
      }
      if byte == opening { return false }
      if byte == UInt8(ascii: "\\") { next() }
      next()
    }
    return false
  }
}
