/// The words behind the senses. Closed classes are complete; open ones hold what speakers in interviews use most, and
/// morphology (`VerbForm`) and position (`ClauseReader`) cover what is not listed.
enum QuoteLexicon {
  /// Words by sense, separated by blanks.
  static let words: [(Sense, WordList)] = [
    (.i, "i"),
    (.we, "we"),
    (.selfObject, "me us myself ourselves"),
    (.selfOwned, "my our mine ours"),
    (.you, "you ya y'all yall"),
    (.yourOwned, "your yours"),
    (.third, "he she they"),
    (.it, "it"),
    (.pointing, "this that these those"),
    (.there, "there"),
    (.everyone, "nobody everyone everybody anyone anybody none"),
    (.someone, "someone somebody whoever"),
    (
      .folk,
      """
      people folks users customers managers agencies companies banks hospitals farmers vendors suppliers clients schools
      clinics hotels insurers libraries museums governments authorities directors nurses doctors drivers teachers
      developers engineers employees workers staff colleagues consultants auditors lawyers politicians bureaucrats
      bureaucrat planners buyers sellers sales marketing management leadership leaders government industry sector market
      trade business firms teams unions crews operators owners parents students patients veterans citizens taxpayers
      kids men women humans executives ceos cios accountants mechanics technicians pilots guys competitors competition
      municipalities cities councils citizens tribes veterans vets members volunteers donors
      """
    ),
    (
      .screen,
      """
      page pages site website websites button buttons link links menu icon icons section header heading headline text
      wording word words paragraph title screen layout picture pictures image images graphic graphics chart charts
      label dropdown homepage banner logo form answer answers result results search ai chatbot bot map color colors
      colour colours font navigation tab tabs box category categories list image video language design content sentence
      question
      """
    ),
    (.ourOccasion, "demo presentation webinar showcase walkthrough pitch launch release onboarding call visit booth talk"),

    (.article, "a an the some any another such"),
    (
      .preposition,
      """
      in on at by for with from of about into onto over under between through during without within against across
      behind beyond near off out up down per via than like towards toward among around despite except beside besides
      upon above below along
      """
    ),
    (.coordinator, "and but or so nor yet then plus"),
    (.subordinator, "when while after before until till because since although though as whereas whether where wherever"),
    (.ifWord, "if unless provided supposing assuming"),
    (.relative, "which who whose whom"),
    (.asking, "what who when where why how which whose"),
    (.not, "not n't never neither no nothing hardly barely cannot"),
    (
      .adverb,
      """
      just really actually also only even still already always never often sometimes usually normally typically
      generally mostly probably maybe perhaps definitely certainly surely simply basically honestly kind sort totally
      absolutely completely finally suddenly accidentally immediately quickly then now again ever almost nearly simply
      literally currently manually apparently obviously clearly personally frankly eventually recently tentatively
      happily later soon too very quite rather pretty all both either somehow anyway kinda sorta truly merely seriously
      constantly regularly rarely seldom occasionally automatically together first greatly fully highly easily directly
      afterwards meanwhile instead
      """
    ),

    (.bePresent, "am is are 'm 're ain't"),
    (.bePast, "was were"),
    (.beOther, "be been being"),
    (.have, "have has 've having"),
    (.had, "had"),
    (.do, "do does"),
    (.did, "did"),
    (.would, "would wouldn't woulda"),
    (.could, "could couldn't"),
    (.might, "might may mightn't"),
    (.will, "will 'll shall wo gonna"),
    (.should, "should must ought shouldn't mustn't"),
    (.can, "can ca cannot"),
    (.cliticD, "'d"),
    (.cliticS, "'s"),
    (.to, "to"),

    (.weekday, "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri"),
    (.weekdays, "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends weekdays mornings evenings nights afternoons"),
    (
      .month,
      """
      january february march april june july august september october november december jan feb mar apr jun jul aug sept
      sep oct nov dec q1 q2 q3 q4 christmas easter spring summer autumn winter
      """
    ),
    (.pastTime, "yesterday ago earlier recently previously formerly originally"),
    (.last, "last previous past"),
    (.next, "next upcoming coming"),
    (.futureTime, "tomorrow soon later someday eventually sooner"),
    (
      .unit,
      """
      second seconds minute minutes hour hours day days week weeks month months year years quarter quarters night nights
      morning mornings evening evenings afternoon afternoons weekend season seasons sprint term shift decade minutes
      euros euro dollars dollar pounds percent % km miles metres meters tons tonnes kilos k pages rows lines people users
      times clicks
      """
    ),
    (.partOfDay, "morning night evening afternoon noon midnight overnight lunch dawn tonight"),
    (.once, "once"),
    (
      .habitual,
      """
      always usually normally typically generally often sometimes whenever mostly daily weekly monthly yearly quarterly
      nightly hourly regularly constantly frequently occasionally rarely seldom annually everyday routinely
      periodically twice traditionally ordinarily
      """
    ),
    (.each, "each every"),
    (.rate, "per"),
    (.most, "most half majority third lots"),

    (
      .good,
      """
      convincing promising adequate sufficient acceptable reasonable sensible logical consistent stable robust
      mature professional competent honest transparent generous thorough comprehensive appropriate affordable
      economical safe secure efficient effective productive pleasant comfortable elegant stylish crisp tidy legible
      self-explanatory understandable user-friendly approachable personal polite warm attentive knowledgeable proper
      correct positive usable lean
      good great nice fine excellent easy simple clear useful helpful convenient intuitive clean neat handy solid
      decent sound fair fast quick friendly beautiful pretty lovely cool smart clever attractive modern practical
      reliable readable informative valuable interesting okay ok alright sleek polished organized organised fun
      straightforward responsive flexible powerful welcoming accurate
      """
    ),
    (
      .bad,
      """
      sluggish laggy buggy flaky flimsy dull bland dreadful abysmal mediocre lame silly childish cryptic opaque
      bloated rigid inflexible dated archaic primitive laborious tiresome exhausting irritating infuriating
      insulting patronising patronizing condescending sloppy half-baked unfinished immature unstable insecure unsafe
      unprofessional arrogant greedy lousy crap rubbish garbage shocking appalling unacceptable exaggerated
      excessive inadequate insufficient hopeless pathetic alarming worrying concerning creepy invasive intrusive
      fiddly clumsy awkward impractical unrealistic obsolete bulky heavy loud generic vague incomplete cold one-
      sided superficial short-sighted lacklustre unattractive unnatural illogical counterintuitive unintuitive
      tricky hopelessly badly poorly overloaded overkill costly suspicious shady fake lost uninspired repetitive
      exhausted nervous afraid uneasy sick fed hate fear overcomplicated irresponsible misguided
      bad poor slow hard difficult confusing complicated complex clunky ugly useless stupid annoying frustrating tedious
      boring expensive overpriced overrated overhyped outdated old-fashioned messy busy cluttered overwhelming weird
      strange unclear vague wrong unnecessary superfluous painful terrible awful horrible ridiculous unfair risky
      dangerous impossible dead broken weak cheap redundant misleading inconsistent impersonal tiring long small tiny
      conservative lazy naive slow-moving disappointing cumbersome scary unusable unreliable unhelpful irrelevant
      intimidating off-putting bureaucratic underrated biased random pointless rude inaccurate ambiguous dense dry wordy
      hidden buried crowded risk-averse shaky
      """
    ),
    (
      .compared,
      """
      better worse easier harder faster slower cheaper clearer nicer simpler best worst smarter bigger smaller
      safer quicker stronger weaker further less least superior inferior
      """
    ),
    (
      .badNoun,
      """
      disappointment letdown failure flop failing catastrophe chaos hell torture chore bore rip-off cliche buzzword
      buzzwords fashion fad trend circus farce illusion mistake error dead-end obstacle hurdle minefield jungle maze
      black-box patchwork afterthought fluff clutter
      mess waste joke problem problems issue challenge challenges nightmare pain disaster drawback downside weakness
      deficiency turn-off hype trap myth gimmick nuisance hassle jargon bottleneck luxury toy headache barrier obstacle
      concern flaw scam nonsense overkill shame distraction burden nice-to-have afterthought
      """
    ),
    (
      .praise,
      """
      friendliest kindest smoothest prettiest cutest sweetest finest warmest treat clockwork astonishing breathtaking exceptional exquisite first-class top-notch world-class magical magic charming
      legendary legend hero heroes champion champions lifesaver masterpiece gem treasure blessing sensational
      stellar unbelievable inspiring remarkable extraordinary speechless stoked ecstatic overjoyed blessed raving
      applause compliments respect bravo hooray yay heaven delight unbeatable top refreshing ace mind-blowing amazed
      amazingly wonderfully fantastically brilliantly superbly adorable thankful honoured honored happier
      awesome amazing fantastic brilliant wonderful superb gorgeous fabulous outstanding impressive impressed marvellous
      marvelous perfect perfectly excellent love loved loves loving great thrilled delighted congratulations congrats
      kudos bravo chapeau wow pleasure joy star stars adore phenomenal incredible stunning magnificent terrific splendid
      excited enthusiastic pleased glad grateful lovely super slick fan fans genius spot-on flawless cool coolest
      nicest loveliest happiest enjoyed enjoy delightful beautiful beautifully blown praise recommend rock rocks hats
      thumbs nailed outdone exciting
      """
    ),
    (.thanks, "thanks thank appreciate appreciated thx cheers"),
    (
      .weighty,
      """
      important key crucial essential critical main biggest number-one priority matters enough necessary relevant
      mandatory worth overdue fine right true normal difference point reason solution topic idea difficulty way
      """
    ),
    (.degree, "too very so really quite pretty extremely super incredibly totally absolutely such"),

    (.maybe, "maybe perhaps probably possibly potentially likely ideally hypothetically presumably"),
    (.certain, "definitely certainly surely absolutely gladly happily"),
    (.please, "please pls kindly"),
    (.lacking, "missing lack lacks lacking missed"),
    (.more, "more fewer less"),
    (.honest, "honestly frankly personally basically"),
    (
      .numberWord,
      """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
      eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens
      hundreds thousands
      """
    ),
    (.interjection, "yeah yes no oh okay ok well hmm hrm hm uh um ah wow hey so right sure nope yep mm"),
    (
      .feature,
      """
      button field filter view app api export import dashboard report reminder warning alert search integration
      interface connector option setting template column mode plug-in plugin shortcut feature function functionality
      client support single sign-on sso calendar documentation docs example examples definition back-button confirmation
      undo notification notifications permissions role-based log logs history way list link number faq explanation
      """
    ),
    (
      .benefit,
      """
      save saves saving help helps cut reduce speed relief easier faster quicker improve solve solves prevent spare
      double change changes
      """
    ),
    (.hopeful, "ideal dream"),
    (.instead, "instead otherwise"),
    (.supposing, "suppose imagine assume say"),
    (.moving, "make makes made strike strikes struck"),
    (.asksFor, "ask asks asked asking"),
    (.expects, "expect expects"),
    (
      .amends,
      "change move put add remove drop rename shorten highlight reword rephrase simplify replace swap delete separate combine merge cut"
    ),
    (.argues, "argue rate describe bet"),
    (.calls, "call"),
    (.rather, "rather"),
    (.wishing, "like love prefer want need appreciate suggest"),
    (.going, "going"),
    (.used, "used"),
    (.got, "got"),
    (.claims, "say think believe claim call assume pretend"),
    (
      .adjective,
      """
      confused interested worried limited convinced happy sure aware tired required supposed allowed able unable sceptical
      skeptical used afraid hesitant comfortable uncomfortable concerned surprised disappointed lost annoyed frustrated
      related based advanced detailed complicated scared overwhelmed inclined satisfied dissatisfied unsure ready
      new old big small different same own whole hard early late full empty
      """
    ),
  ]

  /// Verbs that are neither irregular nor listed by kind: everyday deeds at work. Their forms are made by rule.
  static let actions: WordList = """
    accept add address adjust agree align allow answer apply approve archive arrange ask assign attach audit back ban
    bill block book borrow bounce call cancel carry cause chase check claim clean clear click climb close code collect
    come compare complain complete configure confirm connect contact convert copy correct count crash create cross
    deactivate decline delay delete deliver demand deny deploy describe dictate disappear discover distribute double
    download downgrade drag drop drown dump edit email employ empty enable end enter escalate estimate evacuate evaluate
    exchange expire explain export fail fax file fill filter finish fix flag follow force fork format forward freeze
    gather generate google guess hand handle hang happen help hire import improve include inform inspect install
    introduce investigate invite issue join jump keep kick knock label land last launch leak learn link list live load
    locate lock log look maintain manage map mark mail match measure merge message migrate miss mix monitor move name
    negotiate notice notify offer open order organize organise outsource overwrite own park paste patch pay phone pick
    pile pin plug post predict prepare present press print process produce promise prove pull punch purchase push
    question queue rebuild recall receive recheck record recount redesign refuse register reject release rely remind
    remove rename renew reopen repair repeat replace reply report request resend reset resolve respond restart restore
    resubmit retire retrieve retry return retype review ring roll rotate sample scan schedule scroll search select
    serve settle share ship shout skip solve sort split spot stack stamp start stay stitch stop store stuff submit subtract
    suffer switch sync tag talk tape tell test text tick touch tour trace track train transfer translate travel try turn
    type unplug update upgrade upload use validate verify visit vote wait walk warn wash watch weigh whitelist work wrap
    reword rephrase shorten highlight swap separate combine pretend claim suggest yell zoom stumble hit calculate dial browse swipe rush struggle trip appoint sack retain recruit merge
    """

  /// Irregular verbs of office work beside `IrregularVerbs`, in the same notation.
  static let irregular: WordList = "reset/reset overwrite/overwrote/overwritten reread/reread recut/recut relearn/relearnt outrun/outran/outrun"

  /// Kinds of verbs, by base form. A verb of no kind is a deed.
  static let verbKinds: [(Sense, WordList)] = [
    (
      .mental,
      """
      think believe guess suppose doubt know understand assume imagine wonder consider realize realise figure recognize
      agree disagree remember mean see find suspect reckon gather presume trust worry bother surprise fear care mind hate dislike
      """
    ),
    (.affect, "love like prefer enjoy appreciate adore recommend admire"),
    (.desire, "want need wish"),
    (.plan, "plan intend hope aim expect consider"),
    (.seeming, "seem look feel sound appear strike"),
    (.stative, "matter depend cost belong exist contain own stand lie consist fit suit deserve lack mean punish tend"),
    (.saying, "say tell ask mention call explain complain report announce inform reply promise admit argue"),
    (.require, "require demand need insist expect request"),
    (
      .order,
      """
      add let make put show give bring tell fix stop keep remove allow send explain include support provide move change
      hide display offer integrate integrate enable simplify drop get build implement create merge split set call write
      rename reduce improve spell mark warn remind notify export import do be
      """
    ),
  ]
}
