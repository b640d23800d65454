/// What a `--where` asks of a row, as it is written.
///
/// ```
/// condition  = conjunction { "or" conjunction }
/// conjunction = negation { "and" negation }
/// negation   = "not" negation | "(" condition ")" | comparison
/// comparison = path [ ( "=" | "!=" | "~" | "<" | "<=" | ">" | ">=" ) value ]
/// ```
///
/// A path alone asks whether there is any value. A value is a bare word, or text in single or double quotes.
indirect enum Condition: Sendable, Equatable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case comparison(FieldCondition)
}

/// One field against one value. Ranges are bytes of the text that was parsed.
struct FieldCondition: Sendable, Equatable {
  enum Relation: String, Sendable {
    case equal = "="
    case unequal = "!="
    case contains = "~"
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    /// The path alone.
    case exists = ""
  }

  var path: String
  var pathRange: Range<Int>
  var relation: Relation
  var value: String
  var valueRange: Range<Int>
}
