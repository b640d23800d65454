import KBLanguage
import KBModel

/// A block of a guide or talk, as the language rules take it, and where it stands.
struct QuestionItem {
  var item: SequenceItem
  var range: ByteRange
  /// Whether `Q:` marks it.
  var isMarked: Bool
}

/// The headings, paragraphs and list items of a guide in their order. Quoted examples are no questions.
struct GuideItems {
  private(set) var all: [QuestionItem] = []

  init(_ document: Document) {
    let blocks = document.body.blocks
    var questions = document.body.questions[...]
    for block in blocks {
      guard let role = Self.role(of: block, in: blocks) else { continue }
      // A block may hold several marked lines.
      let marked = questions.prefix { $0.range.start < block.range.end }
      questions = questions.dropFirst(marked.count)
      if marked.isEmpty {
        all.append(QuestionItem(item: SequenceItem(document.text(block.content), role: role), range: block.content, isMarked: false))
      }
      for question in marked {
        all.append(
          QuestionItem(item: SequenceItem(document.text(question.words), role: role, isMarkedQuestion: true), range: question.words, isMarked: true))
      }
    }
  }

  private static func role(of block: Block, in blocks: [Block]) -> SequenceItem.Role? {
    switch block.kind {
    case .heading(let level): return .heading(level: Int(level))
    case .paragraph:
      var depth = -1
      var parent = Int(block.parent)
      while parent >= 0 {
        switch blocks[parent].kind {
        case .listItem: depth += 1
        case .blockQuote: return nil
        default: break
        }
        parent = Int(blocks[parent].parent)
      }
      return depth < 0 ? .paragraph : .listItem(depth: depth)
    default: return nil
    }
  }
}

/// The marked questions of a talk in their order, with what the customer said in between.
///
/// Headings are left out: they decide which unmarked lines are questions, and in a talk those are not looked at.
struct TalkItems {
  private(set) var all: [QuestionItem] = []

  init(_ document: Document) {
    var quotes = document.body.quotes[...]
    all.reserveCapacity(document.body.questions.count)
    for question in document.body.questions {
      var words = ""
      while let quote = quotes.first, quote.range.start < question.range.start {
        quotes.removeFirst()
        for line in quote.lines { words += document.text(line) + "\n" }
      }
      all.append(
        QuestionItem(
          item: SequenceItem(document.text(question.words), isMarkedQuestion: true, customerWords: words), range: question.words, isMarked: true))
    }
  }
}
