internal import KBEvidence
internal import KBModel

extension MarketReport {
  /// The report as comma-separated values, a line per use case under the names of the JSON; lists are parted by spaces,
  /// intervals are two columns, undefined numbers are empty. With a customer, four columns say its part.
  package func csv() -> String {
    var writer = CSVWriter()
    var header = [
      "id", "title", "verdict", "reason", "flags", "denominator", "asked", "supporters", "grounded", "items", "weight",
      "supporterBreadth", "supporterWilsonLower", "supporterWilsonUpper", "groundedBreadth", "groundedWilsonLower",
      "groundedWilsonUpper", "weightedBreadth", "shrunkBreadth", "topCustomer", "topShare", "hhi", "effectiveCustomers",
      "segmentsAsked", "segmentsReached", "segmentEntropy", "segmentEvenness", "effectiveSegments", "secondHandShare",
      "revenueBreadth", "revenueEffectiveN", "fragile", "loweredBy", "withoutTop", "against", "neverAskedSegments",
      "newestAnecdoteDate", "newestAnecdoteCustomer", "newestAnecdoteRecord", "groundedNeeded", "ask",
    ]
    if customer != nil { header += ["customer", "customerRelation", "customerShare", "verdictWithoutCustomer"] }
    writer.append(header.map { .text($0) })
    for row in rows { writer.append(cells(of: row)) }
    return writer.text
  }

  private func cells(of row: Row) -> [CSVWriter.Cell] {
    let standing = row.standing
    let figures = standing.statistics
    func text(_ value: String?) -> CSVWriter.Cell { .text(TerminalText.safe(value ?? "")) }
    func list(_ values: [String]) -> CSVWriter.Cell { text(values.joined(separator: " ")) }
    var cells: [CSVWriter.Cell] = [
      text(standing.id), text(row.title), text(standing.verdict.rawValue), text(standing.reason.rawValue),
      list(standing.flags.map(\.rawValue)), text(standing.denominator.rawValue),
      .integer(figures.asked), .integer(figures.supporters), .integer(figures.grounded), .integer(figures.items),
      .number(figures.weight),
    ]
    cells += [
      .number(figures.supporterBreadth), .number(figures.supporterWilson?.lower), .number(figures.supporterWilson?.upper),
      .number(figures.groundedBreadth), .number(figures.groundedWilson?.lower), .number(figures.groundedWilson?.upper),
      .number(figures.weightedBreadth), .number(figures.shrunkBreadth), text(figures.topCustomer),
      .number(figures.topShare), .number(figures.hhi), .number(figures.effectiveCustomers),
      .integer(figures.segmentsAsked), .integer(figures.segmentsReached), .number(figures.segmentEntropy),
      .number(figures.segmentEvenness), .number(figures.effectiveSegments), .number(figures.secondHandShare),
      .number(figures.revenueBreadth), .number(figures.revenueEffectiveN),
    ]
    cells += [
      text(standing.leaveOneOut.isFragile ? "true" : "false"), list(standing.leaveOneOut.loweredBy),
      text(standing.leaveOneOut.withoutTop?.rawValue), list(standing.against), list(standing.neverAskedSegments),
      text(standing.newestAnecdote?.date.description), text(standing.newestAnecdote?.customer),
      text(standing.newestAnecdote?.record), standing.toMarket?.groundedNeeded.map { .integer($0) } ?? .text(""),
      list(standing.toMarket?.ask ?? []),
    ]
    if let customer {
      let voice = standing.voices.first { $0.customer == customer }
      cells += [
        text(customer), text(CustomerRelation(of: customer, to: standing).rawValue), .number(voice?.share),
        text(voice?.verdictWithout.rawValue),
      ]
    }
    return cells
  }
}
