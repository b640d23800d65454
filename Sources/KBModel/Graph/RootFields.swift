/// What the graph takes from the front matter of all files, found in one walk over each.
struct RootFields: Sendable {
  /// By file, its `date`.
  private(set) var dates: [CalendarDate?] = []
  /// By file, the node of its `participants`; -1 where it has none.
  private(set) var participants: [Int32] = []
  /// The files that have an alias, in order, with each of their aliases.
  private(set) var aliases: [(place: Int32, alias: String)] = []

  init(of files: [FileFacts]) {
    let parts = Stretches.map(files.count) { stretch in
      var part = RootFields()
      part.dates.reserveCapacity(stretch.count)
      part.participants.reserveCapacity(stretch.count)
      for place in stretch { part.read(files[place], at: place) }
      return part
    }
    dates.reserveCapacity(files.count)
    participants.reserveCapacity(files.count)
    for part in parts {
      dates += part.dates
      participants += part.participants
      aliases += part.aliases
    }
  }

  private init() {}

  private mutating func read(_ file: FileFacts, at place: Int) {
    var date: CalendarDate?
    var (dateNode, aliasNode, participantsNode) = (-1, -1, -1)
    defer {
      dates.append(date)
      participants.append(Int32(participantsNode))
    }
    guard let frontMatter = file.frontMatter else { return }
    frontMatter.forEachRootKey { key, node in
      switch key.count {
      case 4 where dateNode < 0 && key.reads("date"): dateNode = node
      case 7 where aliasNode < 0 && key.reads("aliases"): aliasNode = node
      case 12 where participantsNode < 0 && key.reads("participants"): participantsNode = node
      default: break
      }
    }
    if dateNode >= 0 { date = frontMatter.date(dateNode) }
    guard aliasNode >= 0, file.isRecord else { return }
    for alias in file.list("aliases") { aliases.append((Int32(place), alias)) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are that text.
  fileprivate func reads(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for i in indices where self[i] != text.utf8Start[i] { return false }
    return true
  }
}
