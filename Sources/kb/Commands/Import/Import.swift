import ArgumentParser

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in old notes, transcripts and tables.",
    discussion: """
      EXAMPLES
        kb import notes old-notes                            show what would become of a folder of notes
        kb import notes old-notes --write                    and write it
        kb import transcript call.vtt --customer acme --interviewer "Dana K"
        kb import csv accounts.csv --type customer --write

      Nothing is written without --write, and no source is ever changed.
      """,
    subcommands: [ImportNotes.self, ImportTranscript.self, ImportCSV.self])
}
