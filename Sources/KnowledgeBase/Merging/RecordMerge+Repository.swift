import KBDocuments
package import KBModel
import KBRules

extension RecordMerge {
  /// Merges a record of the repository that holds `folder`, by the rules of its knowledge base where that can be read.
  ///
  /// - Parameter repositoryPath: the record's path from the root of the repository.
  package init(base: [UInt8], ours: [UInt8], theirs: [UInt8], repositoryPath: String, folder: String, today: CalendarDate) {
    var configuration = Configuration()
    var path = repositoryPath
    let place = Folder.absolute(folder).map { $0 + "/" + (Folder.parent(of: "/" + repositoryPath) ?? "") }
    // In a merge the folder of a new record, and kb.yaml itself, may not be there yet.
    if let location = Self.location(place) ?? Self.location(folder) {
      if let bytes = try? UserFile.read(location.folder + "/" + Configuration.path) {
        configuration = ConfigurationReader.read(DocumentReader().readYAML(bytes), knownRules: RuleRegistry.names)
      }
      if !location.prefix.isEmpty, path.hasPrefix(location.prefix + "/") { path.removeFirst(location.prefix.count + 1) }
    }
    self.init(base: base, ours: ours, theirs: theirs, path: path, configuration: configuration, today: today)
  }

  private static func location(_ folder: String?) -> KnowledgeBaseLocation? {
    guard let folder, let location = try? KnowledgeBaseLocation(containing: folder), location.isOnDisk else { return nil }
    return location
  }
}
