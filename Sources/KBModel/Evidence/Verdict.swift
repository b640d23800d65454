/// Whether a need is the market's or one customer's. Ordered from the weakest claim to the strongest.
package enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
  /// Would stay so without any one customer.
  case market
  /// More than one voice, not yet broad enough to rule out chance.
  case emerging
  /// One voice, or hardly anybody.
  case customerSpecific = "customer-specific"
  /// Too little was asked or heard to say.
  case thin
}

/// The condition that decided a verdict.
package enum VerdictReason: String, Sendable, Hashable, CaseIterable, Codable {
  case fewAsked = "few-asked"
  case notGrounded = "not-grounded"
  case littleEvidence = "little-evidence"
  case single, dominated, niche
  case broad
  case oneSegment = "one-segment"
  case notYetBroad = "not-yet-broad"
}

/// What a reader should know beside a verdict; it never changes one.
package enum VerdictFlag: String, Sendable, Hashable, CaseIterable, Codable {
  case fragile, loud
  case salesLed = "sales-led"
  case stale
  case smallN = "small-n"
  case soFar = "so-far"
}
