import KBModel

/// KB313: a question that takes for granted that something happens at a rate.
struct QuestionFrequencyAssumption: QuestionRule {
  static let fault = QuestionFault.frequencyAssumption

  static let description = RuleDescription(
    code: "KB313", name: "question-frequency-assumption", severity: .info,
    summary: "A question that takes for granted that something happens at a rate.",
    rationale: """
      Whoever is asked how often will name a number, also for what hardly ever happens. The number then looks like \
      a measurement.
      """,
    bad: [
      .guide("- ↓How often does the network drop during a shift?"),
    ],
    good: [
      .guide("- When did the network last drop during a shift?"),
      .guide("- How many permits did you type in last month?"),
    ])
}

extension QuestionFrequencyAssumption {
  static let remedy = "Ask first for the last time; the rate follows from the dates."
}
