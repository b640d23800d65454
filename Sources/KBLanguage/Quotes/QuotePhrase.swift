/// What a fixed run of words says about the grade of the quote it stands in.
enum QuotePhrase: UInt8, Sendable, CaseIterable {
  /// Says that something is done again and again, or how much of it.
  case repeated
  /// Speaks of how things used to be: "back then", "for years".
  case oldTimes
  /// Points at one occasion in the past.
  case occasion
  /// Announces a view: "in my opinion", "to my mind", "i suspect", "i reckon", "my guess", "as i see it", "the way i see it", "I guess".
  case stance
  /// Pronounces a verdict: "too many", "makes no sense".
  case verdict
  /// Asks somebody to do something: "can you", "we need".
  case ask
  /// Asks politely through a wish: "it would be nice if".
  case niceIf
  /// Proposes a change: "I'd move", "you should".
  case proposal
  /// Asks for information: "how do I", "when will".
  case information
  /// Speaks of a past that did not happen.
  case counterfactual
  /// Speaks of what is to come: "going to", "next year".
  case plan
  /// Thinks something up: "I could see", "in an ideal world".
  case speculation
  /// A set phrase of praise.
  case praise
  /// "I like", "I love".
  case liking

  static let lists: [(QuotePhrase, [String])] = [
    (
      .repeated,
      [
        "all the time", "all day", "all year", "most days", "day to day", "every time", "every single", "any time", "each time",
        "as always", "a day", "a week", "a month", "a year", "an hour", "times a", "twice a", "once a", "in the morning",
        "in the evening", "at night", "on average", "tend to", "tends to", "by hand", "as usual", "a lot of times",
        "lots of times", "at a time", "over and over", "most of the time", "from time to time", "now and then", "one by one",
        "if at all", "as a rule", "in turn", "each of", "half of my", "a third of", "half of the", "the rest of",
        "depending on", "depends on", "times a day", "per cent of", "in five", "in ten", 
      ]
    ),
    (
      .oldTimes,
      [
        "back then", "in those days", "for years", "until last", "until this", "up to last", "used to", "in the old days",
        "in the past", "up until", "until recently", "up to 20", "at my last", "in my old", "in my last", "in my previous",
        "years ago we would", "when i started", "in the beginning", "at first we",
      ]
    ),
    (
      .occasion,
      [
        "the other day", "the first time", "last time", "that day", "that night", "one time", "one day", "this morning",
        "one evening", "one morning", "ended up", "turned out", "back in", "the day we", "the day after", "the night before",
        "first day", "i remember", "picture this", "weeks back", "days back", "months back", "years back", "a week before",
        "the week before", "found out", "gave up", "this week alone", "the minute", "by the time", "days later", "weeks later",
        "months later", "hours later", "in the middle of", "at the last", "in the last", "during the last",
      ]
    ),
    (
      .stance,
      [
        "in my opinion", "to my mind", "i suspect", "i reckon", "my guess", "as i see it", "the way i see it", "in our opinion", "in my view", "in our view", "if you ask me", "to be honest", "point of view",
        "as far as", "to me", "for me", "i think", "i don't think", "i believe", "i don't believe", "i guess", "i suppose",
        "i doubt", "i find", "i feel", "i feel like", "we feel", "i'd say", "i would say", "i'd argue", "i would argue",
        "not sure", "my sense", "my impression", "strikes me", "i assume", "i'm assuming", "in my experience", "it seems",
        "seems to", "i'm worried", "my feeling", "i've always thought", "you could argue", "you could say", "i'm not convinced",
      ]
    ),
    (
      .verdict,
      [
        "too many", "too much", "makes sense", "make sense", "no sense", "makes me", "made me", "make me feel", "see the point",
        "the problem is", "the thing is", "not about", "hit and miss", "step back", "the kind of", "that kind of", "the worst",
        "part of the", "not worth", "worth it", "nothing special", "nothing beats", "in two minds", "two minds", "nothing more", "red flag", "don't understand", "no idea",
        "don't know", "looks like", "look like", "sounds like", "feels like", "felt like", "seems like", "kind of", "sort of",
        "doesn't look", "not really", "not very", "it says", "it tells", "doesn't tell", "the hardest", "the biggest",
        "doesn't seem", "turns me off", "throws me off", "not clear", "a lot of text", "lot of scrolling", "no good", "so many",
        "a bit", "a little", "not enough", "the point of", "waste of", "went well", "went badly", "went smoothly", "worked well", "works well", "nothing to do with", "couldn't care less", "the sense that", "the impression", "the feeling that", "didn't expect", "the whole", "will always", "will never",
      ]
    ),
    (
      .ask,
      [
        "can you", "could you", "would you", "will you", "can we", "could we", "may we", "can i", "could i", "may i",
        "how about", "what about", "why not", "why can't", "why don't you", "any chance", "is it possible", "would it be possible",
        "there should be", "there has to be", "there needs to", "there must be", "there ought to", "i'd like", "i would like",
        "we'd like", "we would like", "i'd love to see", "i'd love to have", "we'd love to have", "we'd love a", "we'd love an",
        "i'd love a", "i'd love an", "i wish you", "i wish there", "i wish it", "i wish the", "we wish", "it needs to",
        "needs to", "need to be", "has to be", "have to be", "no more", "should be", "should have", "shouldn't be", "we need", "i need", "we want",
        "i want", "we must", "must be", "we require", "we expect", "i'd appreciate", "we'd appreciate", "looking for", "was hoping", "were hoping",
        "hoping for", "hoping to see", "bring back", "make sure", "let us", "let me", "give us", "give me", "tell me", "tell us", "show me",
        "show us", "what we need", "could really use", "could do with", "what we could", "what i need", "what i want", "what we want", "one thing that is missing", "we asked", "i asked for",
        "no deal", "deal breaker", "i'm missing", "we're missing", "is missing", "i miss", "we miss", "i want you to", "full stop",
      ]
    ),
    (
      .niceIf,
      [
        "would be nice", "would be great", "would be helpful", "would be useful", "would be good", "would be better",
        "would be cool", "would be handy", "would be awesome", "would be perfect", "would be lovely", "'d be nice", "'d be great", "'d be helpful",
        "'d be better", "'d be useful", "'d be good", "'d be cool", "'d be handy", "would be really", "would really help if", "would be super",
        "would be far better", "would be easier if",
      ]
    ),
    (
      .proposal,
      [
        "you should", "you need to", "you must", "you could", "you might want", "maybe put", "maybe add", "i would change", "i'd change", "i would move",
        "i'd move", "i would put", "i'd put", "i would add", "i'd add", "i would remove", "i'd remove", "i'd make", "i would make",
        "i'd want", "i would want", "we'd want", "we would need", "i would rather have", "i'd rather have", "instead of", "rather than",
        "ought to be", "should not", "should say", "should show", "i'd prefer", "i would prefer", "i'd expect to see", "just put",
        "to be able", "want to be able", "want to see", "want to know", "like to see", "like to know", "like to have", "need to know",
      ]
    ),
    (
      .information,
      [
        "how do i", "how do we", "where do i", "where can i", "who do i", "when will", "when does", "how does", "how long", "is this for",
        "is there a", "is there any", "are there any", "do you have", "do you offer", "do you support", "do i need", "what happens",
        "what does", "what is the", "what are the", "who is", "who's", "what kind", "what do they", "do you", "does it", "does this",
        "what's the", "who gets", "who will", "how much", "how many",
      ]
    ),
    (
      .counterfactual,
      [
        "would have", "could have", "might have", "'d have", "wouldn't have", "couldn't have", "would never have", "would not have",
        "if we'd", "if i'd", "if they'd", "had we", "had i", "had they", "if we had", "if i had", "if it had",
      ]
    ),
    (
      .plan,
      [
        "going to", "plan to", "plans to", "planning to", "planning a", "planning on", "thinking about", "thinking of", "about to",
        "hope to", "hopes to", "hoping to", "intend to", "intends to", "want to become", "wants to", "our goal", "as soon as",
        "next year", "next week", "next month", "next quarter", "next spring", "next summer", "next season", "later this",
        "this year", "in the long run", "at some point", "some day", "in the future", "from next", "sooner or later", "we'll see",
        "were going to", "are considering", "we consider", "by summer", "by the end", "in the autumn", "in spring", "by 2027",
        "by 2028", "by 2029", "by 2030", "in the works", "on our roadmap", "when the budget", "looking at",
      ]
    ),
    (
      .speculation,
      [
        "i can imagine", "can imagine", "i could see", "i can see", "i see us", "i see myself", "in an ideal", "in a perfect",
        "would use", "'d use", "would probably", "'d probably", "'d definitely", "would definitely", "'d rather", "would rather",
        "would help", "would save", "would make", "would give", "'d pay", "would pay", "even if", "something like that",
        "chances are", "the idea is", "could save", "could use", "might try", "may be", "worth a lot", "with an", "with a", "without the",
        "having that", "having a", "'d be able", "would be able", "would love that", "i hope", "i expect", "let's say", "what if",
      ]
    ),
    (
      .praise,
      [
        "well done", "over the moon", "breath of fresh air", "hat off", "like clockwork", "like a charm", "like a dream", "deserves a",
        "deserve a", "a treat", "can't fault", "couldn't fault", "sleep well", "compliments to", "second to none", "cherry on top",
        "top marks", "full marks", "worth every", "live without", "life saver", "you saved", "nail on the head", "music to my ears",
        "dream come true", "best thing", "way to go", "good stuff", "bless you", "you're the best", "always a pleasure",
        "always there for", "always there when", "in love with", "spot on", "right on", "keep it up", "big thank", "get enough of",
        "no complaints", "ever had", "ever seen", "ever used", "ever called", "ever worked", "ever met", "how happy", "how much we",
        "so smooth", "thanks to you", "no idea how happy", "hit it off", "best of all", "a winner", "good news", "tell everyone",
        "told everyone", "exceeded", "exceeds", "beyond my", "beyond our", "could ask for", "smile on", "good hands", "good for you",
        "lucky to have", "happy customer", "happy customers", "proud of", "a dream", "first class", "top notch", "good job", "great job", "nice job", "great work", "good work", "nice work", "keep up", "hats off",
        "thumbs up", "game changer", "no brainer", "five stars", "six stars", "10 out", "ten out", "blown away", "nailed it",
        "made my day", "big fan", "big fans", "a fan", "how great", "so good to", "good to see", "good talking", "nice to meet",
        "great to", "if only", "anything bad", "be happier", "exactly what", "just what", "change a thing", "have asked",
        "never disappoint", "never seen anything", "best decision", "hands down", "to complain about", "thank you enough", "couldn't do without", "couldn't be better", "not be better", "so useful", "very helpful", "really helpful",
        "so helpful", "really happy", "very happy", "so happy", "so glad", "in good hands", "such a nice", "what a", "how cool",
        "easy to read", "just works", "happy with", "pleased with", "the best", "only recommend", "highly recommend", "as it is",
        "kind of you", "on point", "to the point", "taking the time", "a pleasure", "you rock", "you guys rock", "a joy",
        "nice one", "good people", "outdone yourselves", "nothing but", "round of applause", "long overdue", "i've seen", "you did",
      ]
    ),
    (
      .liking,
      [
        "i love", "we love", "i like", "we like", "really like", "what i like", "what i love", "i really like", "i really love",
        "love that", "love the", "loves you", "loves it", "love it", "like it", "i enjoyed", "i really appreciate", "we appreciate",
        "i appreciate", "i think it's great", "that's great", "this is great", "it's great", "that's good", "that's nice",
      ]
    ),
  ]
}

/// Finds the phrases of a text by their first words.
///
/// Made once and never given back, so that looking into it counts no references.
struct QuotePhraseTable: Sendable {
  private struct Entry {
    var phrase: QuotePhrase
    /// Its words in `keys`.
    var first: Int32
    var count: Int32
  }

  private nonisolated(unsafe) let keys: UnsafePointer<WordKey>
  private nonisolated(unsafe) let entries: UnsafePointer<Entry>
  /// The second word of each entry, none where there is no second: nearly all phrases are ruled out by it.
  private nonisolated(unsafe) let seconds: UnsafePointer<WordKey>
  /// Where the entries that begin with a word stand.
  private let runs: WordTable<Range<Int32>>

  static let shared = QuotePhraseTable(QuotePhrase.lists)

  init(_ lists: [(QuotePhrase, [String])]) {
    var keys = Findings<WordKey>(capacity: 2048)
    var found = Findings<Entry>(capacity: 512)
    var counts = WordTable<Int32>.Builder(words: 256, missing: 0)
    for (phrase, texts) in lists {
      for text in texts {
        let first = keys.count
        TokenView.read(text) { for token in $0.tokens { keys.append(token.key) } }
        // A phrase that begins with a mark can stand nowhere.
        guard keys.count > first, keys[first] != .none else { continue }
        found.append(Entry(phrase: phrase, first: Int32(first), count: Int32(keys.count - first)))
        counts[keys[first]] += 1
      }
    }
    var runs = WordTable<Range<Int32>>.Builder(words: 256, missing: 0..<0)
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: found.count)
    let seconds = UnsafeMutablePointer<WordKey>.allocate(capacity: found.count)
    var end: Int32 = 0
    for entry in found.run {
      let word = keys[Int(entry.first)]
      if runs[word].isEmpty {
        runs[word] = end..<end
        end += counts[word]
      }
      let run = runs[word]
      (entries + Int(run.upperBound)).initialize(to: entry)
      (seconds + Int(run.upperBound)).initialize(to: entry.count > 1 ? keys[Int(entry.first) + 1] : .none)
      runs[word] = run.lowerBound..<run.upperBound + 1
    }
    self.entries = UnsafePointer(entries)
    self.seconds = UnsafePointer(seconds)
    self.keys = keys.kept()
    self.runs = runs.table()
  }

  /// Calls `body` with each phrase that begins at `index` and with the number of its words.
  @inline(__always)
  func matches(at index: Int, of tokens: Run<Token>, _ body: (QuotePhrase, Int) -> Void) {
    let run = runs[tokens[index].key]
    if run.isEmpty { return }
    let next = index + 1 < tokens.count ? tokens[index + 1].key : .none
    for number in Int(run.lowerBound)..<Int(run.upperBound) where seconds[number] == next || seconds[number] == .none {
      let entry = entries[number]
      if isThere(entry, index, tokens) { body(entry.phrase, Int(entry.count)) }
    }
  }

  /// Whether the words of a phrase behind the first stand where they must.
  private func isThere(_ entry: Entry, _ index: Int, _ tokens: Run<Token>) -> Bool {
    let count = Int(entry.count)
    guard index + count <= tokens.count else { return false }
    var offset = 1
    while offset < count {
      if tokens[index + offset].key != keys[Int(entry.first) + offset] { return false }
      offset += 1
    }
    return true
  }
}
