package import KBModel

/// JSON Schema (2020-12) of front matter and of `kb.yaml`, for editors and other people's validators.
package enum JSONSchema {
  /// The schema of the front matter of one type's records.
  package static func document(of type: RecordType) -> String {
    var schema = record(type)
    schema["$schema"] = .text(dialect)
    return JSON.document(JSONValue.object(schema))
  }

  /// The schema of any record: the type decides which of the others holds.
  package static func document(of schema: Schema) -> String {
    let definitions = Dictionary(uniqueKeysWithValues: schema.types.map { ($0.name, JSONValue.object(record($0))) })
    let branches = schema.types.map { type -> JSONValue in
      [
        "if": ["properties": ["type": ["const": .text(type.name)]], "required": ["type"]],
        "then": ["$ref": .text("#/$defs/\(type.name)")],
      ]
    }
    return JSON.document([
      "$schema": .text(dialect), "title": "Front matter of a record", "type": "object", "required": ["type"],
      "properties": ["type": ["enum": .list(schema.types.map { .text($0.name) })]], "allOf": .list(branches), "$defs": .object(definitions),
    ] as JSONValue)
  }

  /// The schema of `kb.yaml`.
  package static func configurationDocument() -> String {
    var schema = object(Configuration.fields)
    schema["$schema"] = .text(dialect)
    schema["title"] = "kb.yaml"
    // An empty kb.yaml is a knowledge base.
    schema["type"] = ["object", "null"]
    return JSON.document(JSONValue.object(schema))
  }

  private static let dialect = "https://json-schema.org/draft/2020-12/schema"

  private static func record(_ type: RecordType) -> [String: JSONValue] {
    let common = RecordType.common.filter { field in !type.fields.contains { $0.name == field.name } }
    var schema = object(type.fields + common)
    schema["title"] = .text(type.name)
    schema["description"] = .text(type.summary)
    if case .object(var properties)? = schema["properties"] {
      properties["type"] = ["const": .text(type.name)]
      schema["properties"] = .object(properties)
    }
    return schema
  }

  private static func object(_ fields: [Field]) -> [String: JSONValue] {
    var properties: [String: JSONValue] = [:]
    for field in fields {
      var schema = object(of: field.kind)
      schema["description"] = .text(field.summary)
      properties[field.name] = .object(schema)
    }
    return [
      "type": "object", "properties": .object(properties), "additionalProperties": false,
      "required": .list(fields.filter(\.isRequired).map { .text($0.name) }),
    ]
  }

  private static func object(of kind: FieldKind) -> [String: JSONValue] {
    switch kind {
    // YAML readers turn plain text into numbers and truth values where it looks like them.
    case .text: return ["type": ["string", "number", "boolean", "null"]]
    case .number: return ["type": ["number", "null"]]
    case .date: return ["type": ["string", "null"], "format": "date"]
    case .reference: return ["anyOf": [["type": ["string", "null"]], ["type": "array", "items": ["type": "array"]]]]
    case .choice(let words):
      // In YAML these two words are truth values.
      let truths: [JSONValue] = words == ["true", "false"] ? [true, false] : []
      return ["enum": .list(words.map { .text($0) } + truths)]
    case .list(let element, let acceptsOne):
      let list: JSONValue = ["type": "array", "items": .object(object(of: element))]
      guard acceptsOne else { return ["type": ["array", "null"], "items": .object(object(of: element))] }
      return ["anyOf": [list, .object(object(of: element)), ["type": "null"]]]
    case .dated(let value):
      let entry: JSONValue = [
        "type": "object", "required": ["from", "value"], "additionalProperties": false,
        "properties": ["from": ["type": "string", "format": "date"], "value": .object(object(of: value))],
      ]
      return ["anyOf": [.object(object(of: value)), ["type": "array", "items": entry]]]
    case .mapping(let fields): return object(fields)
    case .dictionary(let value):
      return ["type": ["object", "null"], "additionalProperties": value.map { .object(object(of: $0)) } ?? true]
    case .either(let first, let mapping): return ["anyOf": [.object(object(of: first)), .object(object(of: mapping))]]
    }
  }
}
