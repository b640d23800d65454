/// A place where one record names another.
package struct RecordLink: Sendable, Hashable {
  /// The record that names, with its type and path.
  package var from: String
  package var fromType: String
  package var path: String
  /// From 1.
  package var line: Int
  package var column: Int
  /// The path of the field that holds the name: `covers[1]`; `nil` for a link in the text.
  package var field: String?
  /// The id of the record that is named, or the text as written where it names none.
  package var to: String
  /// The type of the record that is named; `nil` where there is none.
  package var toType: String?
  /// Heading or `^block` that a link points at.
  package var anchor: String?

  package init(
    from: String, fromType: String, path: String, line: Int, column: Int, field: String?, to: String, toType: String?, anchor: String? = nil
  ) {
    self.from = from
    self.fromType = fromType
    self.path = path
    self.line = line
    self.column = column
    self.field = field
    self.to = to
    self.toType = toType
    self.anchor = anchor
  }
}

/// What points where: the names in a record, and the names of it in others.
package struct RecordLinks: Sendable, Equatable {
  package var id: String
  package var type: String
  package var path: String
  /// In the order of the file.
  package var outgoing: [RecordLink]
  /// In the order of paths and places.
  package var incoming: [RecordLink]

  package init(id: String, type: String, path: String, outgoing: [RecordLink], incoming: [RecordLink]) {
    self.id = id
    self.type = type
    self.path = path
    self.outgoing = outgoing
    self.incoming = incoming
  }
}
