import KBModel
package import KBPrivacy

/// What is kept about one person, as the answer to a request for access.
package struct SubjectReport: Sendable, Equatable {
  package var record: SubjectRecord
  /// The knowledge base's name.
  package var name: String

  package init(_ record: SubjectRecord, name: String) {
    self.record = record
    self.name = name
  }

  /// - Parameter width: columns, at least 40.
  package func text(width: Int = 80, isColored: Bool = false) -> String {
    var page = TextPage(width: max(40, width), paint: Paint(isOn: isColored))
    let quotes = record.talks.reduce(0) { $0 + $1.quotes.count }
    page.split("WHAT IS KEPT ABOUT \(record.pseudonym)", name)
    page.paragraph(
      "\(Plural.count(record.talks.count, "record")), \(Plural.count(quotes, "quote")), \(Plural.count(record.mentions.count, "mention")) elsewhere")
    for talk in record.talks {
      page.blank()
      page.section(talk.id, [talk.customer, talk.persona].compactMap { $0 }.joined(separator: ", "))
      page.fact(Fact("file", talk.path))
      page.fact(Fact("consent", Self.words(talk.consent)))
      page.fact(Fact("kept until", Self.retention(talk.consent)))
      page.fact(
        Fact(
          "took part", talk.isOnlyParticipant
            ? "alone; \(Plural.count(talk.notes, "line")) of notes and questions" : "with others; the notes say whose they are"))
      if let step = talk.nextStep { page.fact(Fact("next step", step)) }
      for quote in talk.quotes {
        let use = ([quote.grade.map(\.rawValue) ?? "no grade"] + quote.useCases).joined(separator: ", ")
        page.fact(Fact(quote.id.map { "^\($0)" } ?? "line \(quote.line)", "\"\(quote.words)\" (\(use))"))
      }
    }
    if !record.mentions.isEmpty {
      page.blank()
      page.section("Mentioned elsewhere")
      for mention in record.mentions { page.paragraph("\(mention.path):\(mention.line)  \(mention.text)") }
    }
    page.blank()
    page.paragraph("Only this state of the files was read. What commits hold besides: kb erase \(record.pseudonym)")
    return page.text
  }

  package func json() -> String {
    func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
    return JSON.document(
      JSONValue.object([
        "schema": "kb.privacy-show/1",
        "pseudonym": .text(record.pseudonym),
        "records": .list(
          record.talks.map { talk in
            [
              "id": .text(talk.id), "path": .text(talk.path), "type": .text(talk.type), "date": text(talk.date?.description),
              "customer": text(talk.customer), "persona": text(talk.persona), "onlyParticipant": .bool(talk.isOnlyParticipant),
              "nextStep": text(talk.nextStep), "noteLines": .number(Double(talk.notes)),
              "consent": talk.consent.map { consent in
                [
                  "basis": text(consent.basis), "scope": .list(consent.scope.map { .text($0) }), "method": text(consent.method),
                  "notice": text(consent.notice), "obtained": text(consent.obtained?.description),
                  "retainUntil": text(consent.retainUntil?.description), "retentionAgreed": .bool(consent.isRetentionAgreed),
                  "withdrawn": .bool(consent.isWithdrawn), "withdrawnOn": text(consent.withdrawn?.description),
                ]
              } ?? .null,
              "quotes": .list(
                talk.quotes.map { quote in
                  [
                    "id": text(quote.id), "line": .number(Double(quote.line)), "grade": text(quote.grade?.rawValue), "words": .text(quote.words),
                    "useCases": .list(quote.useCases.map { .text($0) }),
                  ]
                }),
            ]
          }),
        "mentions": .list(
          record.mentions.map { ["path": .text($0.path), "line": .number(Double($0.line)), "text": .text($0.text)] }),
      ]))
  }

  private static func words(_ consent: Consent?) -> String {
    guard let consent else { return "nothing is written down" }
    if consent.isWithdrawn { return "taken back" + (consent.withdrawn.map { " on \($0)" } ?? "") }
    let parts = [
      consent.basis ?? "no basis", consent.scope.isEmpty ? "no scope" : consent.scope.joined(separator: " and "), consent.method,
      consent.obtained.map { "given \($0)" }, consent.notice.map { "notice \($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private static func retention(_ consent: Consent?) -> String {
    guard let consent, let until = consent.retainUntil else { return "no date" }
    return "\(until)" + (consent.isRetentionAgreed ? "" : ", 24 months after the talk")
  }
}
