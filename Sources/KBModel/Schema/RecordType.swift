/// A kind of record: its folder and its fields.
package struct RecordType: Sendable, Equatable {
  package var name: String
  /// Where its records live, without a slash at the end: `sessions`.
  package var folder: String
  /// What one record is, for documentation.
  package var summary: String
  package var fields: [Field]
  /// Whether records are named `DATE-CUSTOMER`, so that `kb new` takes the customer instead of an id.
  package var isDated: Bool

  package init(name: String, folder: String, summary: String, fields: [Field], isDated: Bool = false) {
    self.name = name
    self.folder = folder
    self.summary = summary
    self.fields = fields
    self.isDated = isDated
  }

  /// The field of that name, also one that every type has.
  package func field(_ name: String) -> Field? {
    fields.first { $0.name == name } ?? Self.common.first { $0.name == name }
  }

  /// The fields that every record may have.
  package static let common: [Field] = [
    Field("type", .text, required: true, "The record's type."),
    Field("aliases", .list(.text, acceptsOne: true), "Other names by which records may refer to this one."),
    Field("tags", .list(.text, acceptsOne: true), "Words to find it by."),
  ]
}

/// The types of a knowledge base, built in and its own.
package struct Schema: Sendable, Equatable {
  package private(set) var types: [RecordType]

  package init(types: [RecordType]) { self.types = types }

  package subscript(name: String) -> RecordType? { types.first { $0.name == name } }

  /// The type in whose folder that path (relative to the knowledge base) lies.
  package func type(ofPath path: String) -> RecordType? {
    types.first { path.utf8.count > $0.folder.utf8.count && path.utf8.starts(with: $0.folder.utf8) && path.utf8.dropFirst($0.folder.utf8.count).first == UInt8(ascii: "/") }
  }

  /// Adds a type, or further fields and another folder to one of that name.
  package mutating func extend(with type: RecordType) {
    guard let i = types.firstIndex(where: { $0.name == type.name }) else {
      types.append(type)
      return
    }
    if !type.folder.isEmpty { types[i].folder = type.folder }
    for field in type.fields {
      if let k = types[i].fields.firstIndex(where: { $0.name == field.name }) { types[i].fields[k] = field } else { types[i].fields.append(field) }
    }
  }
}
