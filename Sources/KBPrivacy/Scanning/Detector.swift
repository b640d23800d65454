import KBModel

/// Finds one kind of personal data at a byte that gives it away: its trigger, which `PersonalDataScanner` knows.
///
/// Triggers should be rare in ordinary notes, and the first comparisons should turn nearly all of them down.
protocol Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum?
}

/// Finds one kind of personal data that is written in digits. Asked once for each run of digit groups.
protocol NumberDetector {
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum?
}

extension PersonalDatum {
  init(_ kind: Kind, _ start: Int, _ end: Int) { self.init(kind: kind, range: ByteRange(start, end)) }
}
