import KBModel

extension Grade {
  /// With its article: "an anecdote".
  var phrase: String {
    switch self {
    case .anecdote: "an anecdote"
    case .habit: "a habit"
    case .request: "a request"
    case .opinion: "an opinion"
    case .hypothetical: "a hypothetical"
    case .compliment: "a compliment"
    }
  }

  /// The weight as a person writes it: 0.2, 1, 0.
  var weightText: String {
    let tenths = Int((weight * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
