/// Counted nouns.
package enum Plural {
  /// "1 record", "2 records".
  package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
