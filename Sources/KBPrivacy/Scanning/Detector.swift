import KBModel

/// Finds one kind of personal data at bytes that give it away.
///
/// A detector is asked only at its triggers: they should be rare in ordinary notes, and the first comparisons should turn
/// nearly all of them down.
protocol Detector: Sendable {
  static var triggers: StaticString { get }
  static func find(in text: Text, at trigger: Int) -> PersonalDatum?
}

/// Finds one kind of personal data that is written in digits. Asked once for each run of digit groups.
protocol NumberDetector: Sendable {
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum?
}

extension PersonalDatum {
  init(_ kind: Kind, _ start: Int, _ end: Int) { self.init(kind: kind, range: ByteRange(start, end)) }
}
