/// A number with so many decimals, rounded half away from zero; always a point, no grouping.
package func fixed(_ value: Double, decimals: Int) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = (abs(value) * scale).rounded()
  // Beyond 2^53 a Double has no decimals to show.
  guard scaled < 9_007_199_254_740_992 else { return value.description }
  let digits = String(Int(scaled))
  let sign = value < 0 && scaled > 0 ? "-" : ""
  guard decimals > 0 else { return sign + digits }
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
  return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}

/// A share from 0 to 1 in whole percent: "58 %".
package func percent(_ share: Double) -> String { fixed(share * 100, decimals: 0) + noBreak + "%" }

/// A count with its noun: "1 talk", "31 talks".
package func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  // On one line.
  Plural.count(count, one, many).split(separator: " ", maxSplits: 1).joined(separator: noBreak)
}

/// Names in a row, the first of them when there are many: "dune, iris and 3 more".
package func listed(_ names: [String], atMost limit: Int = 8) -> String {
  guard names.count > limit + 1 else { return names.joined(separator: ", ") }
  return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
}
