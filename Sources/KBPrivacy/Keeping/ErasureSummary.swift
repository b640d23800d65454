package import KBModel

/// What erasing somebody's words changes, or would change.
package struct ErasureSummary: Sendable, Equatable {
  package struct File: Sendable, Equatable {
    package var path: String
    /// Quotes that became tombstones.
    package var quotes: Int
    /// Whether the whole body went, and the next step.
    package var isWhole: Bool

    package init(path: String, quotes: Int, isWhole: Bool) {
      self.path = path
      self.quotes = quotes
      self.isWhole = isWhole
    }
  }

  /// A line that may say something about the person, which only a reader can tell. Its words are not kept here.
  package struct Line: Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
      case notes = "notes of a talk with several people"
      case nextStep = "next step of a talk with several people"
      case names = "names the pseudonym"
      case repeats = "repeats erased words"
      case links = "links to erased words"
      case customer = "names the customer"
    }

    package var path: String
    package var line: Int
    package var reason: Reason

    package init(path: String, line: Int, reason: Reason) {
      self.path = path
      self.line = line
      self.reason = reason
    }
  }

  /// A use case whose evidence changes.
  package struct Shift: Sendable, Equatable {
    package struct Side: Sendable, Equatable {
      package var verdict: Verdict
      package var grounded, asked: Int

      package init(verdict: Verdict, grounded: Int, asked: Int) {
        self.verdict = verdict
        self.grounded = grounded
        self.asked = asked
      }
    }

    package var useCase: String
    package var before, after: Side
    /// Quotes about it that no longer count.
    package var quotes: Int

    package init(useCase: String, before: Side, after: Side, quotes: Int) {
      self.useCase = useCase
      self.before = before
      self.after = after
      self.quotes = quotes
    }
  }

  /// What the repository holds besides the files.
  package struct Traces: Sendable, Equatable {
    /// Ids of the commits that hold the words, oldest first.
    package var commits: [String] = []
    /// References that lead to one of them.
    package var references: [String] = []
    /// Versions of files, and messages.
    package var versions = 0
    package var messages = 0
    /// Paths under which they lie, in order.
    package var paths: [String] = []
    package var isShallow = false

    package init() {}
  }

  /// "p-7f3k", "customer acme", "talks past their date".
  package var subject: String
  /// The pseudonym, where one person's words are erased.
  package var pseudonym: String?
  package var day: CalendarDate
  package var files: [File] = []
  package var toJudge: [Line] = []
  package var shifts: [Shift] = []
  /// `nil` outside of a repository.
  package var traces: Traces?

  package init(subject: String, pseudonym: String?, day: CalendarDate) {
    self.subject = subject
    self.pseudonym = pseudonym
    self.day = day
  }
}

/// A copy of a repository in which words are in no commit any more.
package struct ErasedHistory: Sendable, Equatable {
  /// The bare repository.
  package var folder: String
  /// The file that maps old to new ids of commits.
  package var map: String
  package var commits: Int
  /// Commits with another id than before.
  package var changed: Int
  /// Objects of the copy that were read again and hold no erased words.
  package var proved: Int

  package init(folder: String, map: String, commits: Int, changed: Int, proved: Int) {
    self.folder = folder
    self.map = map
    self.commits = commits
    self.changed = changed
    self.proved = proved
  }
}
