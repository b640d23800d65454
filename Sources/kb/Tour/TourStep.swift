/// One stop of the tour: what somebody would type, and what there is to see in the answer.
struct TourStep {
  /// The mistakes that the method is about.
  enum Mistake: String {
    case leading = "leading questions"
    case noUseCase = "talk without a use case"
    case oneCustomer = "one loud customer"
    case unspecific = "answers that are not specific"
  }

  /// What is done, apart from a command.
  enum Deed {
    /// The record that the command has written is shown, as far as its front matter goes.
    case showRecord
    /// The tour writes down a talk in place of the person, and shows it.
    case writeTalk
  }

  var title: String
  var introduction: String
  /// The command's words without `kb`; empty where nothing is typed.
  var command: [String] = []
  /// Options that the tour adds without showing them.
  var hidden: [String] = []
  var deed: Deed?
  var reading: String
  var mistake: Mistake
}

extension TourStep {
  /// The day on which the tour takes place.
  private static let today = ["--as-of", "2026-07-02"]
  /// The talk that is written down on the way.
  static let talk = "sessions/2026/2026-07-02-ostrand-water.md"

  static let all = [
    TourStep(
      title: "How things stand",
      introduction: "Bare 'kb' shows a knowledge base on one screen. (--as-of sets the clock; at work you leave it out.)",
      command: today, hidden: ["-C", "."],
      reading: """
        Eleven jobs that customers have to do (a twelfth is retired), by verdict: needs of the market, needs of one customer, and \
        those that nobody can tell yet. What the largest account talks about most, sign-in, is not among the market's. Below: what \
        waits for somebody, and the next sensible command.
        """,
      mistake: .oneCustomer),
    TourStep(
      title: "Before you ask",
      introduction: "Two ways to ask about the same thing. Questions can be checked before the talk, anywhere, without a knowledge base.",
      command: ["question", "You would rather do that on a tablet, wouldn't you?", "Walk me through the last permit that you released on paper."],
      reading: """
        The first puts the answer into the customer's mouth. kb names the fault, marks the words, and offers a question that cannot \
        be answered with a nod. 'kb question --guide FILE' reads a whole guide in this way.
        """,
      mistake: .leading),
    TourStep(
      title: "What was said, and what it is taken for",
      introduction: "'kb validate' reads every record and reports as compilers do. Here it is asked about one talk only.",
      command: ["validate", "sessions/2025/2025-12-02-hollin-wind.md"] + today, hidden: ["-C", "."],
      reading: """
        Somebody graded "If your app had worked, we would have kept it" as an anecdote, which weighs 1. But nothing happened: it is a \
        hypothetical, worth a tenth. A finding says where, why and what to do; 'kb rule quote-grade-mismatch' explains the rule.
        """,
      mistake: .unspecific),
    TourStep(
      title: "Market, or one customer?",
      introduction: "Sales says that a renewal of 720,000 hangs on signing in with the company account. Is it everybody's need?",
      command: ["report", "market-vs-customer", "sign-in-company-account"] + today, hidden: ["-C", "."],
      reading: """
        Customers are counted, not quotes: of the 10 who were asked, 3 live with it. Read 'loudest': one account holds most of the \
        weight, and the line says what is left without it. Revenue is shown, and changes nothing. 'ask next' names who could prove \
        the verdict wrong.
        """,
      mistake: .oneCustomer),
    TourStep(
      title: "Five minutes before a call",
      introduction: "A waterworks, one short talk in two years. What should we know before we ring them?",
      command: ["brief", "ostrand-water"] + today, hidden: ["-C", "."],
      reading: """
        What was promised (a longer talk that never took place), what hurts them in their own words, and under ASK the use cases \
        they were never asked about, each with the guide that covers it. A call with such a list does not end in small talk.
        """,
      mistake: .noUseCase),
    TourStep(
      title: "A record of the call",
      introduction: "The command writes a file and opens it in your editor; here is how the file begins.",
      command: ["new", "session", "ostrand-water", "--guide", "night-shift"] + today, hidden: ["-C", ".", "--no-edit"], deed: .showRecord,
      reading: """
        'covers' came from the guide: the use cases that had a fair chance to come up. They are what shares are taken of, so whoever \
        was asked and had no story counts too. Consent, channel and interviewer came from the defaults in kb.yaml.
        """,
      mistake: .noUseCase),
    TourStep(
      title: "What they said, word for word",
      introduction: "You would write this in your editor; the tour has done it for you.",
      deed: .writeTalk,
      reading: """
        Three stories with a day in them, graded as anecdotes, each on the use case that its question names. The last question is a \
        bad one, and its answer is what such questions get. It stays on record.
        """,
      mistake: .unspecific),
    TourStep(
      title: "What the talk changes",
      introduction: "The review compares the files here with the last commit of the main branch.",
      command: ["review", "--format", "text"] + today, hidden: ["-C", "."],
      reading: """
        One talk moves a verdict: five food makers had the need, and now a waterworks has it too, so it is no longer the need of one \
        segment. ALMOST says how thin that is. The nod to the last question moved nothing. In a pull request this is the comment \
        under the change, and people decide whether to believe it.
        """,
      mistake: .leading),
  ]
}

extension TourStep {
  /// What takes the place of the new record's body.
  static let talkText = """
    # Ostrand, a night at station two

    **Q:** When was the last time that you took over a shift with work still open?
    [[handover-open-work]]

    > On 9 June. Pump two was stripped down and nobody had said so. I started it
    > from the panel, and it was a near thing.
    >
    > — p-o6y1, anecdote ^q1

    **Q:** Walk me through the last permit that you released while the network was
    down. [[permit-without-network]]

    > On 21 June, when the mast was out. Two jobs on paper, and I typed them in on
    > the Monday.
    >
    > — p-o6y1, anecdote ^q2

    **Q:** Tell me about the last line that was handed back after cleaning.
    [[restart-clearance]]

    > The reservoir, on 3 June. It was clean at six in the morning and went back at
    > three, because the sheet with the signature lay in the van.
    >
    > — p-o6y1, anecdote ^q3

    **Q:** It would be easier with your company account, wouldn't it?
    [[sign-in-company-account]]

    > Yes, that would be nice.
    >
    > — p-o6y1, hypothetical ^q4

    """
}
