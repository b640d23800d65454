/// What one account said about one use case, summed up.
struct Voice {
  var account: Int
  /// Its items' places in the use case's bucket.
  var items: Range<Int>
  var weight: Double
  /// The noisy-or of the weights.
  var proof: Double
  var supports, isGrounded, wasAsked: Bool
  var newestAge: Int

  /// The voices in a use case's bucket of items, by account; both arguments are in the order of accounts.
  static func voices(in bucket: [MarketIndex.Item], asked: [Int]) -> [Voice] {
    var voices: [Voice] = []
    var start = 0
    var nextAsked = 0
    while start < bucket.count {
      let account = bucket[start].account
      var end = start
      while end < bucket.count, bucket[end].account == account { end += 1 }
      while nextAsked < asked.count, asked[nextAsked] < account { nextAsked += 1 }
      let own = bucket[start..<end]
      voices.append(
        Voice(
          account: account, items: start..<end, weight: own.reduce(0) { $0 + $1.weight },
          proof: EvidenceWeight.noisyOr(own.lazy.map(\.weight)), supports: own.contains(where: \.supports),
          isGrounded: own.contains(where: \.grounds), wasAsked: nextAsked < asked.count && asked[nextAsked] == account,
          newestAge: own.lazy.map(\.age).min() ?? 0))
      start = end
    }
    return voices
  }
}
