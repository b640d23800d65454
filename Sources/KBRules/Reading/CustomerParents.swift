import KBModel

/// Which customer belongs to which, as `parent` says.
struct CustomerParents: Sendable {
  /// By index of `RecordGraph.files`, for customers that have a parent.
  private var parents: [Int: Int] = [:]
  /// The circles, each from its first member by path; ordered by that member.
  private(set) var cycles: [[Int]] = []
  private var tops: [Int: Int] = [:]

  init(_ graph: RecordGraph, _ resolved: ResolvedReferences) {
    for place in graph.places(ofType: "customer") {
      let i = Int(place)
      guard let k = graph.files[i].references.firstIndex(where: { $0.field == "parent" }),
        case .record(let parent) = resolved.target(ofReference: k, inFile: i), graph.files[parent].type == "customer"
      else { continue }
      parents[i] = parent
    }
    // Each customer is walked once; a walk that meets itself has found a circle.
    var walks: [Int: Int] = [:]
    for start in parents.keys.sorted() {
      var next: Int? = start
      while let i = next, walks[i] == nil {
        walks[i] = start
        next = parents[i]
      }
      guard let meeting = next, walks[meeting] == start else { continue }
      var cycle = [meeting]
      while let i = parents[cycle[cycle.count - 1]], i != meeting { cycle.append(i) }
      let first = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
      cycles.append(Array(cycle[first...] + cycle[..<first]))
    }
    cycles.sort { $0[0] < $1[0] }
    tops = Self.tops(parents, cycles)
  }

  /// The topmost parent; the customer itself where it has none, the first member where parents go round in a circle.
  func top(of customer: Int) -> Int { tops[customer] ?? customer }

  private static func tops(_ parents: [Int: Int], _ cycles: [[Int]]) -> [Int: Int] {
    var tops: [Int: Int] = [:]
    for cycle in cycles { for member in cycle { tops[member] = cycle[0] } }
    for start in parents.keys where tops[start] == nil {
      var path: [Int] = []
      var i = start
      while tops[i] == nil, let parent = parents[i] {
        path.append(i)
        i = parent
      }
      let top = tops[i] ?? i
      for member in path { tops[member] = top }
    }
    return tops
  }
}
