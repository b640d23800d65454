import ArgumentParser
import KBPrivacy
import KBReports
import KnowledgeBase

struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write a copy of the knowledge base that an audience may read.",
    discussion: """
      EXAMPLES
        kb publish --audience sales ../for-sales
        kb publish --audience company /srv/www/evidence
        kb publish --audience public --at v3 ../public

      Consent decides which quotes are in it: 'internal-quote' for sales and the company, 'anonymous-external-quote' for the \
      public. Pseudonyms become roles; personal data goes. Sales gets no notes of talks; the public gets no customers, no \
      names, no field notes and no competitors. MANIFEST.md says what was left out and why.
      """)

  enum Readers: String, CaseIterable, ExpressibleByArgument {
    case sales, company
    case `public`

    var audience: Audience {
      switch self {
      case .sales: .sales
      case .company: .company
      case .public: .public
      }
    }
  }

  @Option(help: "Who will read it.")
  var audience: Readers

  @Argument(help: ArgumentHelp("A new or empty folder outside of the knowledge base.", valueName: "dir"))
  var folder: String

  @OptionGroup var source: SourceOptions

  func run() throws {
    let snapshot = try source.snapshot(keepsSource: true)
    let publication = try Publication(of: snapshot, for: audience.audience)
    let manifest = PublicationManifest(publication.summary, name: snapshot.name, day: snapshot.today)
    try Interrupt.whileWriting { () throws(KnowledgeBaseError) in
      try publication.write(to: folder, manifest: manifest.markdown(), cancellation: Interrupt.cancellation)
    }
    StandardOutput.write(manifest.sentence() + "\n")
  }
}
