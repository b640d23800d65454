internal import KBEvidence
internal import KBModel

/// What one customer has to do with a use case.
enum CustomerRelation: String {
  /// Told a first-hand story or habit.
  case livesWithIt = "lives-with-it"
  /// Asked for it, or thinks so, or somebody relayed it.
  case wantsIt = "wants-it"
  case noProblem = "no-problem"
  /// Was asked and named no need.
  case nothingSaid = "nothing-said"
  case neverAsked = "never-asked"

  init(of customer: String, to standing: UseCaseStanding) {
    let voice = standing.voices.first { $0.customer == customer }
    if let voice, voice.isGrounded {
      self = .livesWithIt
    } else if let voice, voice.supports {
      self = .wantsIt
    } else if standing.against.contains(customer) {
      self = .noProblem
    } else {
      self = standing.silent.contains(customer) ? .nothingSaid : .neverAsked
    }
  }

  /// Whether the customer has the need at all.
  var isNeed: Bool { self == .livesWithIt || self == .wantsIt }
}

/// One customer's needs, sorted by whose they are besides.
struct CustomerNeeds {
  /// Whose a need is.
  enum Owner: CaseIterable {
    case market, several, customer, others, unknown

    /// The verdict that such needs have.
    var verdict: Verdict {
      switch self {
      case .market: .market
      case .several: .emerging
      case .customer, .others: .customerSpecific
      case .unknown: .thin
      }
    }
  }

  let customer: String
  let rows: [MarketReport.Row]

  func relation(to row: MarketReport.Row) -> CustomerRelation { CustomerRelation(of: customer, to: row.standing) }

  func rows(_ relation: CustomerRelation) -> [MarketReport.Row] { rows.filter { self.relation(to: $0) == relation } }

  /// The needs of the customer that belong to an owner.
  func needs(of owner: Owner) -> [MarketReport.Row] {
    rows.filter { relation(to: $0).isNeed && self.owner(of: $0.standing) == owner }
  }

  private func owner(of standing: UseCaseStanding) -> Owner {
    switch standing.verdict {
    case .market: .market
    case .emerging: .several
    case .customerSpecific: standing.statistics.topCustomer == customer ? .customer : .others
    case .thin: .unknown
    }
  }

  /// The heading of an owner's needs and what follows from it.
  func heading(of owner: Owner) -> (title: String, meaning: String) {
    switch owner {
    case .market: ("THE MARKET'S TOO", "would stay so without \(customer)")
    case .several: ("SEVERAL CUSTOMERS'", "not yet broad enough for a market")
    case .customer: ("ONLY \(customer.uppercased())'S", "as far as we know")
    case .others: ("FEW CUSTOMERS'", "and \(customer) is not the loudest of them")
    case .unknown: ("NOT KNOWN YET", "too little asked or heard to say")
    }
  }

  /// What the customer said about a use case and who else does, two sentences.
  func sentences(on row: MarketReport.Row, share: Double) -> [String] {
    let words = StandingWords(standing: row.standing, share: share)
    var own = relation(to: row) == .livesWithIt ? "\(customer) lives with it" : "\(customer) wants it, without a first-hand story yet"
    if let voice = row.standing.voices.first(where: { $0.customer == customer }) {
      own += ": " + counted(voice.items, "quote")
      if let part = voice.share { own += ", \(percent(part)) of the weight" }
      own += ", newest \(voice.newest)"
      if !voice.counts { own += "; volunteered, so not in the figures" }
      if voice.counts, row.standing.statistics.supporters > 1 {
        let after = voice.verdictWithout
        own += "; without \(customer) it \(after == row.standing.verdict ? "stays" : "would be") \(after.rawValue)"
      }
    }
    return [own + ".", words.breadth]
  }
}

extension MarketReport {
  func customerText(of customer: String, on page: inout TextPage) {
    let needs = CustomerNeeds(customer: customer, rows: rows)
    var hasNeeds = false
    for owner in CustomerNeeds.Owner.allCases {
      let rows = needs.needs(of: owner)
      guard !rows.isEmpty else { continue }
      hasNeeds = true
      let (title, meaning) = needs.heading(of: owner)
      page.section(title, meaning, verdict: owner.verdict)
      for row in rows {
        page.title(row.standing.id, row.title)
        for sentence in needs.sentences(on: row, share: share) { page.paragraph(sentence, indent: 2) }
        page.blank()
      }
    }
    if !hasNeeds {
      page.paragraph("No need of \(customer) is on record in the \(windowWords).")
      page.blank()
    }
    let others = Self.otherRelations.compactMap { relation, label -> Fact? in
      let ids = needs.rows(relation).map(\.standing.id)
      return ids.isEmpty ? nil : Fact(label, listed(ids, atMost: 12))
    }
    for fact in others { page.fact(fact) }
    if !others.isEmpty { page.blank() }
    for remark in remarks { page.paragraph(remark) }
    if hasNeeds { caveats(on: &page) }
  }

  /// What is listed by name only.
  static let otherRelations: [(CustomerRelation, String)] = [
    (.noProblem, "no problem"), (.nothingSaid, "nothing said"), (.neverAsked, "never asked"),
  ]
}
