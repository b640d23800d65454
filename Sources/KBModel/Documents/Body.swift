/// A record's text below the front matter, as far as `kb` reads Markdown. All ranges are byte offsets of the file.
package struct Body: Sendable, Equatable {
  package var blocks: [Block] = []
  package var links: [Wikilink] = []
  package var fileLinks: [FileLink] = []
  /// `^block-id` at the end of a block or of an attribution line.
  package var blockIDs: [BlockID] = []
  /// Lines marked with `Q:`.
  package var questions: [QuestionLine] = []
  package var quotes: [QuoteBlock] = []
  /// HTML comments outside code, from `<!--` to `-->`.
  package var comments: [ByteRange] = []
  /// Lines that a merge left behind (`<<<<<<<`, `=======`, `>>>>>>>`), where all three occur in order.
  package var conflictMarkers: [ByteRange] = []

  package init() {}
}

/// A block of Markdown. Containers come before what they hold; `parent` is the index of the container.
package struct Block: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case heading(level: UInt8)
    case paragraph
    /// One item of a list; `ordered` as in `1.`.
    case listItem(ordered: Bool)
    case blockQuote
    case fencedCode
    case indentedCode
    case html
    case thematicBreak
  }

  package var kind: Kind
  /// The whole block, markers included, without the last line end.
  package var range: ByteRange
  /// The block's own text: without heading marks, list marker or fence. For a container, its first line's text.
  package var content: ByteRange
  /// The index of the containing block, or -1.
  package var parent: Int32

  package init(kind: Kind, range: ByteRange, content: ByteRange, parent: Int32) {
    self.kind = kind
    self.range = range
    self.content = content
    self.parent = parent
  }
}

/// `[[id]]`, `[[id|text]]`, `[[id#Heading]]`, `[[id#^q1]]`, also `![[id]]`.
package struct Wikilink: Sendable, Equatable {
  /// From `[[` to `]]`.
  package var range: ByteRange
  /// The id or alias; empty for a link within the file (`[[#Heading]]`).
  package var target: ByteRange
  /// Heading or `^block` after the `#`, without it; empty when there is none.
  package var anchor: ByteRange

  package init(range: ByteRange, target: ByteRange, anchor: ByteRange) {
    self.range = range
    self.target = target
    self.anchor = anchor
  }
}

/// `[text](destination)` or `![text](destination)` or a reference definition, outside code.
package struct FileLink: Sendable, Equatable {
  package var range: ByteRange
  package var destination: ByteRange

  package init(range: ByteRange, destination: ByteRange) {
    self.range = range
    self.destination = destination
  }
}

package struct BlockID: Sendable, Equatable {
  /// With the `^`.
  package var range: ByteRange

  package init(range: ByteRange) { self.range = range }

  /// Without the `^`.
  package var name: ByteRange { ByteRange(Int(range.start) + 1, Int(range.end)) }
}

/// A paragraph, heading or list item that begins with `Q:`, bold or not, numbered or not.
package struct QuestionLine: Sendable, Equatable {
  /// From the first byte of the marker to the end of the block's text.
  package var range: ByteRange
  /// The words asked, after the marker; without links to use cases at the end. May run over several lines.
  package var words: ByteRange
  /// The links within, as indices of `Body.links`: `firstLink ..< endLink`.
  package var firstLink: Int32
  package var endLink: Int32

  package init(range: ByteRange, words: ByteRange, firstLink: Int32, endLink: Int32) {
    self.range = range
    self.words = words
    self.firstLink = firstLink
    self.endLink = endLink
  }
}

/// A block quote, or the part of one that ends with an attribution line.
package struct QuoteBlock: Sendable, Equatable {
  /// The whole quote with its attribution line, from its first `>`.
  package var range: ByteRange
  /// The quoted words by line, without `>` markers; never the attribution line.
  package var lines: [ByteRange]
  /// `nil` for a plain block quote.
  package var attribution: Attribution?
  /// The index in `Body.questions` of the question it answers, or -1.
  package var question: Int32

  package init(range: ByteRange, lines: [ByteRange], attribution: Attribution?, question: Int32) {
    self.range = range
    self.lines = lines
    self.attribution = attribution
    self.question = question
  }
}

/// The line under a quote: `— [speaker, ][grade][, hand][, [[use-case]] | against [[use-case]]]… [ ^block-id]`.
package struct Attribution: Sendable, Equatable {
  package enum Dash: UInt8, Sendable { case em, en, hyphens, bullet }

  package struct Mention: Sendable, Equatable {
    /// The index in `Body.links`.
    package var link: Int32
    /// Whether the quote speaks against the need.
    package var isAgainst: Bool

    package init(link: Int32, isAgainst: Bool) {
      self.link = link
      self.isAgainst = isAgainst
    }
  }

  package struct Fault: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      /// A word that is no grade, hand, speaker or link.
      case unknownWord
      case secondGrade
      case secondHand
      case secondSpeaker
      /// `against` without a link after it.
      case againstNothing
      /// Anything after the block id.
      case afterBlockID
    }

    package var kind: Kind
    package var range: ByteRange

    package init(kind: Kind, range: ByteRange) {
      self.kind = kind
      self.range = range
    }
  }

  /// From the dash to the end of the line, without the `>`.
  package var range: ByteRange
  package var dash: Dash
  /// As written, with brackets for a term in brackets; empty when left out.
  package var speaker: ByteRange
  package var grade: Grade?
  package var gradeRange: ByteRange
  package var hand: Hand?
  package var mentions: [Mention]
  /// With the `^`; empty when there is none.
  package var blockID: ByteRange
  package var faults: [Fault]
  /// Whether a blank `>` line stands before it, as `--fix` writes it.
  package var isSetApart: Bool

  package init(
    range: ByteRange, dash: Dash, speaker: ByteRange = .none, grade: Grade? = nil, gradeRange: ByteRange = .none,
    hand: Hand? = nil, mentions: [Mention] = [], blockID: ByteRange = .none, faults: [Fault] = [], isSetApart: Bool = false
  ) {
    self.range = range
    self.dash = dash
    self.speaker = speaker
    self.grade = grade
    self.gradeRange = gradeRange
    self.hand = hand
    self.mentions = mentions
    self.blockID = blockID
    self.faults = faults
    self.isSetApart = isSetApart
  }
}
