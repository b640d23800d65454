/// Weighs the features of a quote.
struct QuoteScorer: Sendable {
  static let shared = QuoteScorer(rows: QuoteWeights.rows)

  /// One row a feature, one lane a grade; the last two lanes are unused. Made once and never given back.
  private nonisolated(unsafe) let weights: UnsafePointer<SIMD8<Float>>

  /// Lanes that are no grade can never win.
  private static var unused: SIMD8<Float> { SIMD8(0, 0, 0, 0, 0, 0, -1e9, -1e9) }

  init(rows: [Int16]) {
    let weights = UnsafeMutablePointer<SIMD8<Float>>.allocate(capacity: QuoteFeature.count)
    weights.initialize(repeating: .zero, count: QuoteFeature.count)
    for start in stride(from: 0, to: rows.count - 6, by: 7) {
      let feature = Int(rows[start])
      guard feature >= 0, feature < QuoteFeature.count else { continue }
      for column in 0..<6 { weights[feature][column] = Float(rows[start + 1 + column]) / 100 }
    }
    self.weights = UnsafePointer(weights)
  }

  @inline(__always)
  func weight(of feature: QuoteFeature) -> SIMD8<Float> { weights[feature.index] }

  /// The likelihood of each grade by the evidence from `first` on; a feature counts once however often it is seen.
  func likelihoods(_ evidence: Run<QuoteAnalysis.Evidence>, from first: Int) -> SIMD8<Float> {
    var sum = Self.unused
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: (QuoteFeature.count + 63) / 64) { seen in
      seen.initialize(repeating: 0)
      for number in first..<evidence.count {
        let index = evidence[number].feature.index
        let bit: UInt64 = 1 << UInt64(index & 63)
        if seen[index >> 6] & bit != 0 { continue }
        seen[index >> 6] |= bit
        sum += weights[index]
      }
    }
    return Self.softmax(sum)
  }

  private static func softmax(_ scores: SIMD8<Float>) -> SIMD8<Float> {
    let shifted = scores - SIMD8(repeating: scores.max())
    var result = SIMD8<Float>.zero
    for lane in 0..<6 { result[lane] = exponential(shifted[lane]) }
    return result / SIMD8(repeating: result.sum())
  }

  /// e to the power of `x` for x ≤ 0, to a relative error below 10⁻⁴: (1 + x/1024)¹⁰²⁴ is enough for an order.
  private static func exponential(_ x: Float) -> Float {
    if x < -40 { return 0 }
    var power = 1 + Double(x) / 1024
    for _ in 0..<10 { power *= power }
    return Float(power)
  }
}
