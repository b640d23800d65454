/// The words that carry the grammar of English, with their classes.
enum ClosedClassWords {
  struct Entry: Sendable {
    var word: Word
    var classes: WordClass
  }

  static let table: WordTable<Entry> = {
    var table = WordTable<Entry>.Builder(words: 1400, missing: Entry(word: .other, classes: []))
    for (classes, words) in lines { words.forEachKey { table[$0].classes.formUnion(classes) } }
    IrregularVerbs.forEach { plain, past, participle in
      table[plain.key].classes.formUnion(.baseVerb)
      table[past.key].classes.formUnion(.past)
      table[participle.key].classes.formUnion(.participle)
    }
    for word in Word.allCases where word != .other { table[WordKey(word.rawValue)].word = word }
    return table.table()
  }()

  /// Words whose full stop ends no sentence.
  static let abbreviations: WordSet = "eg ie etc vs approx mr mrs ms dr prof inc ltd co dept nr fig jr sr"

  private static let lines: [(WordClass, WordList)] = [
    (.be, "am is are was were be been being 's 're 'm"),
    (.have, "have has had having 've 'd"),
    (.doing, "do does did"),
    (.modal, "can could will would shall should may might must ought 'll 'd"),
    (.conditional, "would could should might 'd"),
    (.negation, "not n't never no none nobody nothing neither nor nowhere hardly barely without"),
    (.subject, "i you he she it we they there who this that these those anyone anybody someone somebody everyone everybody one"),
    (.firstSingular, "i me my mine myself"),
    (.firstPlural, "we us our ours ourselves"),
    (.second, "you your yours yourself yourselves"),
    (.third, "he him his himself she her hers herself it its itself they them their theirs themselves"),
    (.anaphor, "this that these those it such them they"),
    (.determiner, "a an the this that these those some any each every all both no either neither another such my your his her its our their what which whose"),
    (.possessive, "my your his her its our their whose"),
    (.anyWord, "any anything anyone anybody anywhere ever"),
    (.universal, "all every each everyone everybody everything always none nobody never entirely completely everywhere"),
    (.wh, "what which who whom whose when where why how"),
    (
      .preposition,
      """
      about above across after against along amid among around as at before behind below beneath beside besides between beyond by \
      despite down during except for from in inside into like near of off on onto out outside over past per since through \
      throughout till to toward towards under underneath until up upon versus via with within without regarding concerning
      """
    ),
    (.conjunction, "and or but nor so yet plus"),
    (.subordinator, "if when while because although since until unless before after once whether though as whereas whenever wherever"),
    (
      .time,
      """
      yesterday today tonight ago recently last lately earlier now currently nowadays previously formerly \
      morning evening afternoon noon midnight night monday tuesday wednesday thursday friday saturday sunday january \
      february april june july august september october november december spring summer autumn winter christmas easter since
      """
    ),
    (
      .timeUnit,
      """
      second seconds minute minutes hour hours day days week weeks fortnight month months quarter quarters year years sprint sprints \
      shift shifts cycle cycles weekend weekends morning mornings afternoon afternoons evening evenings night nights season seasons decade
      """
    ),
    (.weekday, "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    (.month, "january february april june july august september october november december"),
    (
      .frequency,
      """
      usually typically normally generally often always sometimes rarely frequently regularly seldom occasionally commonly mostly \
      ordinarily routinely daily weekly monthly quarterly yearly annually hourly constantly
      """
    ),
    (
      .numeral,
      "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand million dozen dozens half couple several few hundreds thousands"
    ),
    (.future, "tomorrow soon someday eventually upcoming future later next"),
    (.participle, "been done had"),
    (.past, "was were had did used"),
    (
      .baseVerb,
      """
      be have do use need want like look ask work call try help start turn play move live believe happen include continue change watch \
      follow stop create open close walk offer remember love consider appear wait serve expect stay reach remain suggest raise pass \
      require report decide pull return explain hope develop carry agree support end receive handle manage track check share export import review \
      approve prepare record log file sign save count merge sort print search compare plan solve fix replace switch improve reduce \
      deliver process schedule update upload download install migrate integrate configure assign escalate order invoice evaluate choose \
      describe discuss learn cause depend deal add remove edit copy paste convert trust worry struggle waste hate enjoy prefer wish care mind rate rank \
      recommend purchase adopt renew cancel upgrade benefit imagine suppose assume guess pretend talk train test measure monitor
      """
    ),
    (
      .adverb,
      """
      also just only still again already even very really so too quite pretty rather almost soon then there here now ever never \
      always often usually instead together maybe perhaps well much more most less far away back
      """
    ),
    (.degree, "very really so too quite pretty rather extremely fairly especially particularly truly incredibly how more most less as that"),
    (.filler, "um uh er erm hmm hm mm mhm well okay ok yeah yes yep so alright right great cool anyway now oh ah and but also thanks thank actually basically"),
    (.prompt, "tell show walk describe explain talk give take think recall remember list name share draw demonstrate guide help let run pick choose start bring open map sketch outline elaborate"),
    // Endings that deceive.
    (.plain, "hundred indeed embed shed sled biased detailed limited aged sacred wicked naked hatred kindred embed"),
    (.plain, "family supply apply reply daily rely early friendly likely assembly anomaly monthly weekly quarterly italy july"),
    (.plain, "thing things nothing something anything everything during morning evening king ring bring string spring ceiling building pricing billing"),
  ]
}
