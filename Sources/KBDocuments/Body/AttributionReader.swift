import KBModel

/// Reads the line under a quote. The order of the parts is free, and each may be missing.
struct AttributionReader {
  typealias Source = UnsafeBufferPointer<UInt8>

  /// What a dash line turned out to be.
  struct Result {
    var attribution: Attribution
    /// How many parts can be nothing but parts of an attribution: grades, hands, pseudonyms, links.
    var recognised: Int
    /// Whether words run into a link, as in a sentence: "see [[x]] for more".
    var isProse: Bool
  }

  private enum Speaker { case none, words, named }

  private let source: Source
  private let links: ArraySlice<Wikilink>
  private var nextLink: Int
  private var attribution: Attribution
  private var recognised = 0
  private var isProse = false
  private var speaker = Speaker.none

  /// The dash that a line begins with, and the offset after it. Two hyphens need a blank and something after them.
  static func dash(_ source: Source, _ start: Int, _ end: Int) -> (dash: Attribution.Dash, next: Int)? {
    guard start < end else { return nil }
    switch source[start] {
    case 0xE2:
      guard start + 2 < end, source[start + 1] == 0x80 else { return nil }
      if source[start + 2] == 0x94 { return (.em, start + 3) }
      if source[start + 2] == 0x93 { return (.en, start + 3) }
      return nil
    case UInt8(ascii: "-"):
      guard start + 2 < end else { return nil }
      if source[start + 1].isBlank { return (.bullet, start + 2) }
      return source[start + 1] == UInt8(ascii: "-") && source[start + 2].isBlank ? (.hyphens, start + 3) : nil
    default:
      return nil
    }
  }

  /// Reads a line that begins with a dash; `links` are those of the body, from the first that may stand in the line.
  static func read(
    _ source: Source, _ line: ByteRange, dash: (dash: Attribution.Dash, next: Int), links: ArraySlice<Wikilink>
  ) -> Result {
    var reader = AttributionReader(
      source: source, links: links, nextLink: links.startIndex, attribution: Attribution(range: line, dash: dash.dash))
    reader.readParts(from: dash.next, to: Int(line.end))
    return Result(attribution: reader.attribution, recognised: reader.recognised, isProse: reader.isProse)
  }

  private init(source: Source, links: ArraySlice<Wikilink>, nextLink: Int, attribution: Attribution) {
    self.source = source
    self.links = links
    self.nextLink = nextLink
    self.attribution = attribution
  }

  private mutating func readParts(from start: Int, to lineEnd: Int) {
    let end = takeBlockID(from: start, to: lineEnd)
    var position = start
    var followsLink = false
    while true {
      while position < end, source[position].isBlank || source[position] == UInt8(ascii: ",") {
        if source[position] == UInt8(ascii: ",") { followsLink = false }
        position += 1
      }
      guard position < end else { return }
      if let link = link(at: position) {
        addMention(link, isAgainst: false)
        position = Int(links[link].range.end)
        followsLink = true
      } else if source[position] == UInt8(ascii: "[") {
        position = readBracketedTerm(position, end)
        followsLink = false
      } else {
        (position, followsLink) = readWords(position, end, followsLink: followsLink)
      }
    }
  }

  /// Takes ` ^id` and what stands after it; where the other parts end.
  private mutating func takeBlockID(from start: Int, to end: Int) -> Int {
    var caret = source.offset(of: UInt8(ascii: "^"), from: start, to: end)
    while caret < end {
      var idEnd = caret + 1
      while idEnd < end, !source[idEnd].isBlank, source[idEnd] != UInt8(ascii: ",") { idEnd += 1 }
      if source[caret - 1].isBlank || caret == start, let id = BlockIDs.last(in: source, caret, idEnd) {
        attribution.blockID = id
        let rest = source.skippingBlanks(from: idEnd, to: end)
        if rest < end { fault(.afterBlockID, rest, end) }
        return caret
      }
      caret = source.offset(of: UInt8(ascii: "^"), from: caret + 1, to: end)
    }
    return end
  }

  private mutating func link(at position: Int) -> Int? {
    while nextLink < links.endIndex, Int(links[nextLink].range.start) < position { nextLink += 1 }
    guard nextLink < links.endIndex, Int(links[nextLink].range.start) == position else { return nil }
    return nextLink
  }

  private mutating func addMention(_ link: Int, isAgainst: Bool) {
    attribution.mentions.append(Attribution.Mention(link: Int32(link), isAgainst: isAgainst))
    recognised += 1
  }

  /// `[plant manager]`.
  private mutating func readBracketedTerm(_ start: Int, _ end: Int) -> Int {
    let close = source.offset(of: UInt8(ascii: "]"), from: start, to: end)
    guard close < end else {
      fault(.unknownWord, start, source.trimmedEnd(end, notBefore: start))
      return end
    }
    addSpeaker(start, close + 1, isNamed: true)
    return close + 1
  }

  /// Words up to a comma, a link or a bracket; and the link, if one follows at once.
  private mutating func readWords(_ start: Int, _ end: Int, followsLink: Bool) -> (next: Int, followsLink: Bool) {
    var stop = start
    while stop < end, source[stop] != UInt8(ascii: ","), source[stop] != UInt8(ascii: "[") { stop += 1 }
    var wordsEnd = source.trimmedEnd(stop, notBefore: start)
    guard stop < end, let link = link(at: stop) else {
      if !readPart(start, wordsEnd), followsLink { isProse = true }
      return (stop, false)
    }
    let isAgainst = endsWithAgainst(start, wordsEnd)
    if isAgainst { wordsEnd = source.trimmedEnd(wordsEnd - 7, notBefore: start) }
    if wordsEnd > start, !readPart(start, wordsEnd) { isProse = true }
    addMention(link, isAgainst: isAgainst)
    return (Int(links[link].range.end), true)
  }

  private func endsWithAgainst(_ start: Int, _ end: Int) -> Bool {
    let first = end - 7
    return first >= start && source.holdsFolded("against", first, end) && (first == start || source[first - 1].isBlank)
  }

  /// Takes what stands between two commas; whether all of it was reserved.
  private mutating func readPart(_ start: Int, _ end: Int) -> Bool {
    if readReserved(start, end) { return true }
    // "p-7f3k anecdote": commas forgotten, but nothing that could be anybody's name.
    if source.skippingWord(from: start, to: end) < end, isReservedThroughout(start, end) {
      var position = start
      while position < end {
        let wordEnd = source.skippingWord(from: position, to: end)
        _ = readReserved(position, wordEnd)
        position = source.skippingBlanks(from: wordEnd, to: end)
      }
      return true
    }
    if source.holdsFolded("against", start, end) {
      fault(.againstNothing, start, end)
    } else if speaker == .named || isNearlyReserved(start, end) {
      fault(.unknownWord, start, end)
    } else {
      addSpeaker(start, end, isNamed: false)
    }
    return false
  }

  private func isReservedThroughout(_ start: Int, _ end: Int) -> Bool {
    var position = start
    while position < end {
      let wordEnd = source.skippingWord(from: position, to: end)
      guard
        ReservedWord.grade(source, position, wordEnd) != nil || ReservedWord.hand(source, position, wordEnd) != nil
          || isPseudonym(position, wordEnd)
      else { return false }
      position = source.skippingBlanks(from: wordEnd, to: end)
    }
    return true
  }

  /// Takes a grade, a hand or a pseudonym; whether it was one.
  private mutating func readReserved(_ start: Int, _ end: Int) -> Bool {
    if let grade = ReservedWord.grade(source, start, end) {
      recognised += 1
      if attribution.grade == nil {
        attribution.grade = grade
        attribution.gradeRange = ByteRange(start, end)
      } else {
        fault(.secondGrade, start, end)
      }
    } else if let hand = ReservedWord.hand(source, start, end) {
      recognised += 1
      if attribution.hand == nil { attribution.hand = hand } else { fault(.secondHand, start, end) }
    } else if isPseudonym(start, end) {
      recognised += 1
      addSpeaker(start, end, isNamed: true)
    } else {
      return false
    }
    return true
  }

  /// `named` are pseudonyms and terms in brackets: they are the speaker also after other words.
  private mutating func addSpeaker(_ start: Int, _ end: Int, isNamed: Bool) {
    switch speaker {
    case .none:
      attribution.speaker = ByteRange(start, end)
      speaker = isNamed ? .named : .words
    case .words where isNamed:
      fault(.unknownWord, Int(attribution.speaker.start), Int(attribution.speaker.end))
      attribution.speaker = ByteRange(start, end)
      speaker = .named
    case .words, .named:
      fault(.secondSpeaker, start, end)
    }
  }

  private mutating func fault(_ kind: Attribution.Fault.Kind, _ start: Int, _ end: Int) {
    attribution.faults.append(Attribution.Fault(kind: kind, range: ByteRange(start, end)))
  }

  /// `p-` and letters or digits.
  private func isPseudonym(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3, source[start] == UInt8(ascii: "p"), source[start + 1] == UInt8(ascii: "-") else { return false }
    return source[(start + 2)..<end].allSatisfy { $0.isLetter || $0.isDigit }
  }

  private func isNearlyReserved(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 14 else { return false }
    let word = source[start..<end].map(\.lowercased)
    return ReservedWord.all.contains { ReservedWord.distance(word, Array($0.utf8)) <= 2 }
  }
}

/// Grades and hands as they are written, in any case.
enum ReservedWord {
  typealias Source = UnsafeBufferPointer<UInt8>

  static func grade(_ source: Source, _ start: Int, _ end: Int) -> Grade? {
    switch end - start {
    case 5: source.holdsFolded("habit", start, end) ? .habit : nil
    case 7:
      source.holdsFolded("request", start, end) ? .request : source.holdsFolded("opinion", start, end) ? .opinion : nil
    case 8: source.holdsFolded("anecdote", start, end) ? .anecdote : nil
    case 10: source.holdsFolded("compliment", start, end) ? .compliment : nil
    case 12: source.holdsFolded("hypothetical", start, end) ? .hypothetical : nil
    default: nil
    }
  }

  static func hand(_ source: Source, _ start: Int, _ end: Int) -> Hand? {
    switch end - start {
    case 8:
      source.holdsFolded("inferred", start, end) ? .inferred : source.holdsFolded("observed", start, end) ? .observed : nil
    case 10:
      source.holdsFolded("first-hand", start, end)
        ? .firstHand : source.holdsFolded("paraphrase", start, end) ? .paraphrase : nil
    case 11: source.holdsFolded("second-hand", start, end) ? .secondHand : nil
    default: nil
    }
  }

  static let all = Grade.allCases.map(\.rawValue) + Hand.allCases.map(\.rawValue) + ["against"]

  /// How many bytes must be inserted, deleted or replaced (Levenshtein).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return 3 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
