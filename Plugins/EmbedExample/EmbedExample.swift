import Foundation
import PackagePlugin

/// Makes Swift source of `kb-example/`, so that the example is part of the program and nobody keeps a list of its files.
@main
struct EmbedExample: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "kb-example")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)?
      .compactMap { $0 as? URL }
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false }
      .sorted { $0.path() < $1.path() }
    guard let files, !files.isEmpty else {
      Diagnostics.error("'\(folder.path())' has no files")
      return []
    }
    return [
      .buildCommand(
        displayName: "Embedding kb-example", executable: try context.tool(named: "embed-files").url,
        arguments: [folder.path(), output.path()] + files.map { $0.path() }, inputFiles: files, outputFiles: [output])
    ]
  }
}
