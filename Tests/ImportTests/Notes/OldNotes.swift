extension OldNote {
  /// Forty notes: bullets, questions and answers, tables, mail threads, two languages, odd heads.
  static let all: [OldNote] = bullets + dialogues + foreignHeads + mails + rest

  static let bullets: [OldNote] = [
    OldNote("2026-06-22 Acme.md", date: "2026-06-22", customer: "acme", questions: 1, quotes: 1, """
      # Acme, night shift

      - two sites, one shift lead each
      - How do you hand over at six?
      - "We wrote 41 permits on paper and I typed them in until two."
      - will send two permits
      """),
    OldNote("notes/20260603-birch.md", date: "2026-06-03", customer: "birch", questions: 2, quotes: 0, """
      * Walk me through the last job that went wrong.
        - valve was not on the drawing
        - three hours lost
      * How often does that happen? about twice a month
      * They use a marked-up drawing.
      """),
    OldNote("cobalt/call.md", date: "2026-06-03", customer: "cobalt", questions: 0, quotes: 2, """
      Call with the safety officer, 3 June 2026

      + said "the audit log is fine as it is" and moved on
      + later: "if the network is down we simply wait for the day shift"
      """),
    OldNote("Dune Logistics 12.05.2026.txt", date: "2026-05-12", customer: "dune", questions: 0, quotes: 0, """
      - 14 depots
      - paper everywhere
      - buys in autumn
      """),
    OldNote("heron.md", date: "2026-04-13", customer: "heron", questions: 1, quotes: 1, """
      # Heron Water, 13/04/2026

      1. Who signs when the issuer is ill?
      2. "Nobody signs, the job waits until Monday morning." (permit issuer)
      3. asked for a price list
      """),
    OldNote("acme-2.md", date: nil, customer: "acme", questions: 0, quotes: 1, """
      # Acme 03/04/2026

      - «Nous avons tout noté sur papier pendant trois semaines.»
      - to be translated
      """),
    OldNote("followup.md", date: "2026-02-10", customer: "birch", questions: 1, quotes: 0, """
      Birch & Sons Ltd, Feb 10, 2026

      - [ ] send the drawing
      - [x] booked the room
      - When did you last look for a valve?
      - could not say

      ## Open questions

      - Do they pay for seats or sites?
      - Who decides?
      """),
    OldNote("2026_01_15_cobalt_site_visit.md", date: "2026-01-15", customer: "cobalt", questions: 0, quotes: 1, """
      Saw the crew at the gate. Nobody had trained them.

      > On Mondays I have always got a crew standing outside that nobody has trained.

      Photo in the shared folder.
      """),
  ]

  static let dialogues: [OldNote] = [
    OldNote("acme interview.md", date: "2026-06-23", customer: "acme", questions: 3, quotes: 3, """
      # Interview Acme
      Date: 2026-06-23

      Q: Walk me through the last permit you approved at night.
      A: On 3 June I wrote it on paper.

      Q: What happened then?
      A: I typed it in at two.

      Q: And how long did that take?
      A: An hour, every night.
      """),
    OldNote("birch-talk.txt", date: "2026-03-03", customer: "birch", questions: 2, quotes: 2, """
      Customer: Birch & Sons
      Datum: 3. März 2026

      Dana: How do you find the valves?
      Jo: I walk the line with a drawing.
      Dana: When did that last go wrong?
      Jo: Last Tuesday, we locked the wrong one.
      """),
    OldNote("cobalt-1.md", date: "2026-05-04", customer: "cobalt", questions: 2, quotes: 2, """
      ## 2026-05-04 Cobalt

      **Interviewer:** How many permits do you write in a night?

      **Customer:** Forty, sometimes more.

      **Interviewer:** Tell me about the last bad night.

      **Customer:** The printer broke and we waited until six.
      """),
    OldNote("heron-2026-05-20.md", date: "2026-05-20", customer: "heron", questions: 2, quotes: 2, """
      [00:01:10] Dana: What did you do when the network failed?
      [00:01:30] Jo Smith: We phoned the control room, all night.
      [00:03:02] Dana: Who wrote it down?
      [00:03:09] Jo Smith: I did, in my own notebook.
      """),
    OldNote("dune_q.md", date: "2026-05-05", customer: "dune", questions: 2, quotes: 0, """
      # Dune Logistics, May 5th 2026

      ### How do you plan a shutdown?
      With a spreadsheet that one person owns.

      ### What is the worst that happened?
      Two crews were in the same vessel.
      """),
    OldNote("gespraech-acme.md", date: "2026-06-17", customer: "acme", questions: 2, quotes: 2, """
      # Gespräch mit Acme am 17. Juni 2026

      Frage: Wie läuft die Übergabe heute?
      Antwort: Mit einem Buch, das jeder anders führt.

      Frage: Was ging zuletzt schief?
      Antwort: Am Montag fehlte eine ganze Seite.
      """),
    OldNote("two-languages.md", date: "2026-06-18", customer: "birch", questions: 2, quotes: 1, """
      Birch, 18.06.2026

      - Wie lange dauert das normalerweise?
      - etwa zwei Stunden
      - What do you do in the meantime?
      - "Wir warten einfach, bis jemand kommt." (Schichtführer)
      """),
    OldNote("cobalt-qa-2.md", date: "2026-06-01", customer: "cobalt", questions: 2, quotes: 0, """
      Cobalt 2026-06-01

      Q1. How long did the last permit take?
      two hours, because of the gas test

      Q2. Who did the gas test?
      the foreman
      """),
  ]

  static let foreignHeads: [OldNote] = [
    OldNote("vault/Acme call.md", date: "2026-06-24", customer: "acme", questions: 1, quotes: 0, """
      ---
      date: 2026-06-24
      tags: [call, customer]
      company: "[[Acme]]"
      cssclass: wide
      aliases:
        - acme june
      ---

      How did the trial start?

      They never opened it.
      """),
    OldNote("Birch 2fd1a9c04b7e4b0e8f0d3c5a6b7c8d9e.md", date: "2026-06-03", customer: "birch", questions: 0, quotes: 1, """
      # Birch weekly

      Created: June 3, 2026 9:12 AM
      Type: Customer call
      Attendees: Jo Smith, Dana

      She said “we lose an hour at every handover” and laughed.
      """),
    OldNote("202605071030 cobalt.md", date: "2026-05-07", customer: "cobalt", questions: 0, quotes: 0, """
      ---
      id: "202605071030"
      title: Cobalt visit
      created: 2026-05-07T10:30:00+02:00
      type: fleeting
      ---
      Keys hang in an open box. See [[202604011200]].
      """),
    OldNote("broken head.md", date: "2026-05-08", customer: "heron", questions: 0, quotes: 0, """
      ---
      title: Heron: the second call
      when: [2026-05-08
      ---

      Heron Water wants a list of tanks. 2026-05-08
      """),
    OldNote("unclosed.md", date: "2026-05-09", customer: "dune", questions: 0, quotes: 0, """
      ---
      Dune Logistics, 9 May 2026

      One line only.
      """),
    OldNote("site/2026-05-10-post.md", date: "2026-05-10", customer: "acme", questions: 1, quotes: 0, """
      ---
      layout: note
      status: published
      customer: ACME Chemicals
      participants:
        - somebody
      ---
      What changed since the spring?
      Everything, they said.
      """),
    OldNote("nested.md", date: "2026-05-11", customer: "birch", questions: 0, quotes: 0, """
      ---
      meta: {author: dana, mood: good}
      Date: 2026-05-11
      account: birch
      # a comment
      stage: renewal
      ---
      They renew.
      """),
    OldNote("empty head.md", date: nil, customer: "cobalt", questions: 0, quotes: 0, """
      ---
      ---
      Cobalt called back.
      """),
  ]

  static let mails: [OldNote] = [
    OldNote("mail1.txt", date: "2026-06-09", customer: "acme", questions: 0, quotes: 1, """
      From: Jo Smith
      To: Dana
      Date: Tue, 9 Jun 2026 08:14:02 +0200
      Subject: Re: your question (Acme)

      Hi Dana,
      we did it like this:

      > The night shift writes the permit on paper and the day shift types it in.

      Best
      """),
    OldNote("thread.md", date: "2026-06-10", customer: "heron", questions: 1, quotes: 1, """
      # Mail thread Heron

      Sent: 10.06.2026

      Could you send me the list?

      > Attached. It took us a week to find them all.
      > The last one was in the cellar.
      """),
    OldNote("slack.txt", date: "2026-06-11", customer: "birch", questions: 0, quotes: 0, """
      birch channel 2026-06-11
      ravi  9:02  they want a quote by friday
      lena  9:05  for 40 seats
      """),
    OldNote("crm.md", date: "2026-06-12", customer: "dune", questions: 0, quotes: 1, """
      Account: Dune Logistics
      Meeting date: 2026-06-12
      Summary: The manager said: "We will not sign before the audit is over." Deal moves to Q4.
      """),
  ]

  static let rest: [OldNote] = [
    OldNote("table.md", date: "2026-06-02", customer: "cobalt", questions: 0, quotes: 0, """
      # Cobalt 2 June 2026

      | topic | answer |
      |---|---|
      | permits | 40 a night |
      | who signs? | the issuer |
      """),
    OldNote("code.md", date: "2026-06-04", customer: "acme", questions: 0, quotes: 0, """
      Acme, 4 June 2026. Their export:

      ```
      "how many permits do we have?" = 3
      ```

      <!-- is this comment mine? -->
      """),
    OldNote("narrative.md", date: "2026-06-05", customer: "heron", questions: 0, quotes: 2, """
      On 5 June 2026 we met Heron in the plant. The officer told us that "every gas test is written down twice" and
      that the second list is never read. When we asked for the reason he said “because the auditor wants a paper”. We
      were shown both.
      """),
    OldNote("wrapped.md", date: "2026-06-06", customer: "birch", questions: 1, quotes: 0, """
      # Birch 6 June 2026

      When you planned the last shutdown, how did you
      find out which valves had to be
      locked?

      Walked the line.
      """),
    OldNote("nobody.md", date: "2026-06-07", customer: nil, questions: 1, quotes: 0, """
      2026-06-07, somebody at the fair

      What do you use today?
      Nothing.
      """),
    OldNote("Nethergate 2026-06-08.md", date: "2026-06-08", customer: nil, questions: 0, quotes: 0, """
      Nethergate wants both breweries on one contract.
      """),
    OldNote("undated.txt", date: nil, customer: "dune", questions: 0, quotes: 0, """
      Dune Logistics: thinking about it.
      """),
    OldNote("two dates 2026-06-13.md", date: "2026-06-13", customer: "cobalt", questions: 0, quotes: 0, """
      # Cobalt
      Date: 2026-06-14

      Which one is it, nobody knows any more.
      """),
    OldNote("bold.md", date: "2026-06-15", customer: "acme", questions: 2, quotes: 0, """
      **Acme** 15 June 2026

      **How do you train a new issuer?**
      Two weeks with an old one.

      *What do they get wrong?*
      The gas test.
      """),
    OldNote("colon.md", date: "2026-06-16", customer: "birch", questions: 0, quotes: 0, """
      Birch, 16.6.2026
      Pain: the drawing is old
      Goal: know every valve
      Next: call again: Friday
      """),
    OldNote("mixed.md", date: "2026-06-19", customer: "heron", questions: 2, quotes: 2, """
      # Heron Water 19 June 2026

      Q: Where do the keys hang?

      > In the box at the gate.
      > — p-7f3k, habit

      - Who has the second key? -> "the foreman has one at home, I think"
      """),
    OldNote("long.md", date: "2026-06-20", customer: "cobalt", questions: 1, quotes: 1, """
      20 June 2026 / Cobalt / phone

      Describe the last time the lock box was empty.

      „Am Freitag hat keiner den Schlüssel zurückgehängt.“

      ## My thoughts

      Should we build a key register? Would they pay?
      """),
  ]
}
