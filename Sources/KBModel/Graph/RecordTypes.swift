/// The types of all files as small numbers, and the files of each type.
struct RecordTypes: Sendable {
  typealias Number = UInt16

  /// By file.
  let numbers: [Number]
  /// By number; empty for files that are no records.
  let names: [String]
  /// By number, the files of that type, in their order.
  let places: [[Int32]]

  init(of files: [FileFacts]) {
    var names: [String] = []
    var places: [[Int32]] = []
    var number = 0
    numbers = files.indices.map { place in
      let type = files[place].type
      // Files of one type lie in one folder.
      if names.isEmpty || names[number] != type {
        number = names.firstIndex(of: type) ?? names.count
        if number == names.count {
          names.append(type)
          places.append([])
        }
      }
      places[number].append(Int32(place))
      return Number(number)
    }
    self.names = names
    self.places = places
  }

  /// The number of a type; one that no file has where there is none of that type.
  func number(of type: String) -> Number { names.firstIndex(of: type).map { Number($0) } ?? .max }
}
