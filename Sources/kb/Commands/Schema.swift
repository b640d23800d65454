import ArgumentParser
import KBModel
import KBReports
import KnowledgeBase

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of records or of kb.yaml, for editors.",
    discussion: """
      EXAMPLES
        kb schema                                any record's front matter
        kb schema session                        one type's
        kb schema kb.yaml                        the configuration's

      Types and fields that kb.yaml adds are included; outside a knowledge base the built-in types are printed.
      """)

  @Argument(help: ArgumentHelp("A type of record, or 'kb.yaml'.", valueName: "type"))
  var type: String?

  @OptionGroup var source: SourceOptions

  func run() throws {
    guard type != "kb.yaml" else { return StandardOutput.write(JSONSchema.configurationDocument()) }
    let schema = try types()
    guard let type else { return StandardOutput.write(JSONSchema.document(of: schema)) }
    guard let found = schema[type] else {
      let names = schema.types.map(\.name)
      throw ValidationError("There is no type '\(type)'\(NearestWord.question(for: type, among: names)). Types: \(names.joined(separator: ", ")).")
    }
    StandardOutput.write(JSONSchema.document(of: found))
  }

  private func types() throws -> Schema {
    do throws(KnowledgeBaseError) { return try source.snapshot().configuration.schema } catch {
      if case .notFound = error, source.directory == nil { return Configuration().schema }
      throw error
    }
  }
}
