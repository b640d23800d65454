/// The knowledge base of an invented company, `kb-example/`, as part of the program: who has only the program can look at it too.
package enum KBExample {
  /// The files in the order of their paths, which are relative to the knowledge base.
  package static var files: [(path: String, text: String)] { EmbeddedFiles.all }
}
