package import KBModel

/// Splits a line into arguments as a shell does, without a shell: nothing is expanded and nothing is run.
package enum ShellWords {
  /// The arguments of a line. Single quotes take all as it is; in double quotes, and outside of quotes, a backslash takes the next
  /// byte as it is.
  ///
  /// - Throws: where a quotation mark is never closed.
  package static func split(_ line: String) throws(QueryFault) -> [String] {
    let bytes = Array(line.utf8)
    var words: [String] = []
    var word: [UInt8]?
    var quote: (mark: UInt8, at: Int)?
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\"), quote?.mark != UInt8(ascii: "'"), position + 1 < bytes.count {
        position += 1
        word = (word ?? []) + [bytes[position]]
      } else if let open = quote {
        if byte == open.mark { quote = nil } else { word?.append(byte) }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = (byte, position)
        word = word ?? []
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if let done = word { words.append(String(decoding: done, as: UTF8.self)) }
        word = nil
      } else {
        word = (word ?? []) + [byte]
      }
      position += 1
    }
    if let quote {
      throw QueryFault(query: line, range: quote.at..<quote.at + 1, message: "this quotation mark is never closed")
    }
    if let done = word { words.append(String(decoding: done, as: UTF8.self)) }
    return words
  }
}
