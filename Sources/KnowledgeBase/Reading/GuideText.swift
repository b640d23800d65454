internal import KBDocuments
package import KBLanguage
internal import KBModel

/// A guide in Markdown, read on its own: no knowledge base around it.
package struct GuideText: Sendable {
  /// A question or pitch of the guide.
  package struct Item: Sendable {
    package var text: String
    /// The line on which it begins, from 1.
    package var line: Int
    package var reading: ItemReading
  }

  /// A fault of the order and the line where the order breaks.
  package struct Order: Sendable {
    package var finding: OrderFinding
    package var line: Int
  }

  package var items: [Item]
  package var order: [Order]
  /// By which the guide was read: the one asked for, that of its front matter, or discovery.
  package var kind: GuideKind

  /// - Parameters:
  ///   - kind: replaces the `kind` of the front matter.
  ///   - products: names of our product and its features.
  package init(_ bytes: [UInt8], kind: GuideKind? = nil, products: [String] = []) {
    let document = DocumentReader().read(bytes)
    let named = document.frontMatter.flatMap { matter in matter["kind"].flatMap { GuideKind(rawValue: matter.text(of: $0)) } }
    self.kind = kind ?? named ?? .discovery
    let guide = GuideItems(document).all
    let sequence = QuestionSequence(reader: QuestionReader(kind: self.kind, products: products))
    let readings = sequence.readings(of: guide.map(\.item))
    func line(_ index: Int) -> Int { Int(document.span(guide[index].range).start.line) }
    items = readings.indices.compactMap { index in
      readings[index].kind == .note && readings[index].faults.isEmpty
        ? nil : Item(text: guide[index].item.text, line: line(index), reading: readings[index])
    }
    order = sequence.orderFindings(of: readings).map { Order(finding: $0, line: line($0.item)) }
  }
}
