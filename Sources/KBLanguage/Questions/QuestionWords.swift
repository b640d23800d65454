/// The lexicon of the question rules.
enum QuestionWords {
  static let table = WordTable<Lexeme>(lines)

  /// The names by which phrases refer to meanings.
  static let names = WordTable<Lexeme>([
    (.stance, "stance"), (.evaluative, "evaluative"), (.praise, "praise"), (.blame, "blame"),
    (.epithet, "epithet"), (.painVerb, "painVerb"), (.painNoun, "painNoun"), (.moodVerb, "moodVerb"),
    (.gainVerb, "gainVerb"), (.gainNoun, "gainNoun"), (.problemNoun, "problem"), (.eventNoun, "event"),
    (.judgement, "judgement"), (.payVerb, "pay"), (.priceNoun, "price"), (.currency, "currency"),
    (.productNoun, "product"), (.talkNoun, "talk"), (.makerVerb, "maker"), (.tellVerb, "tell"),
    (.storyVerb, "story"), (.procedure, "procedure"), (.adoptVerb, "adopt"), (.actVerb, "act"),
    (.wishVerb, "wish"), (.featureNoun, "feature"), (.opinionNoun, "opinion"), (.othersNoun, "others"),
    (.artefact, "artefact"), (.sayVerb, "say"), (.roleNoun, "role"), (.failVerb, "fail"),
    (.factive, "factive"), (.logistics, "logistics"), (.harmVerb, "harm"), (.harmVerb, "harmVerb"),
    (.evaluative, "eval"), (.typical, "typical"), (.describeVerb, "describe"), (.changeVerb, "change"),
    (.screenNoun, "screen"), (.instanceNoun, "instance"), (.attitude, "attitude"),
  ])

  private static let lines: [(Lexeme, WordList)] = [
    (
      .stance,
      """
      easy easier hard harder difficult simple simpler straightforward intuitive useful helpful valuable important critical crucial \
      essential vital satisfied happy happier unhappy pleased dissatisfied frustrated frustrating annoying annoyed painful tedious \
      cumbersome confusing confused worried worrying concerned concerning anxious nervous stressful stressed excited exciting thrilled \
      impressed impressive disappointing disappointed convenient inconvenient effective ineffective smooth smoothly comfortable \
      uncomfortable enjoyable pleasant unpleasant boring bored bad badly good great terrible awful horrible clunky complicated \
      cheap expensive risky dangerous serious severe severely urgent beneficial worthwhile meaningful attractive appealing relevant \
      user-friendly confident afraid keen eager tired relieved proud grateful loyal overwhelmed overwhelming exhausted exhausting \
      upset angry furious irritated irritating irritable unreliable reliable powerful desirable undesirable seamless seamlessly \
      inefficient efficient laborious problematic troublesome disruptive harmful damaging costly unfair fair nice lovely delighted \
      delightful motivated demotivated demotivating discouraged discouraging embarrassed embarrassing miserable rewarding time-consuming \
      error-prone cluttered messy chaotic broken bothersome burdensome trustworthy desperate dependent reassuring reassured alarming \
      alarmed manageable unmanageable bearable unbearable tiresome daunting intimidating scary terrified tricky awkward handy \
      indispensable necessary unnecessary pointless worthless interesting engaging fun dull slow sluggish painless effortless crippling \
      unsatisfied uneasy sceptical skeptical hopeful optimistic pessimistic jealous wasteful catastrophic welcome wonderful amazing \
      excellent outdated poorly
      """
    ),
    (
      .evaluative,
      """
      award-winning intuitive seamless clunky tedious outdated ridiculous amazing awesome fantastic excellent brilliant great terrific \
      superb outstanding wonderful incredible impressive remarkable exceptional revolutionary innovative groundbreaking ground-breaking \
      game-changing cutting-edge state-of-the-art world-class best-in-class first-class market-leading industry-leading leading-edge \
      next-generation next-gen unrivalled unrivaled unmatched unbeatable superior stunning gorgeous elegant sleek slick \
      delightful lovely popular beloved famous renowned acclaimed celebrated well-known proven well-documented well-proven trusted \
      effortless frictionless hassle-free painless time-saving money-saving lightning-fast blazing-fast super-fast user-friendly \
      easy-to-use exciting magical clever ingenious powerful robust best-selling top-rated highly-rated much-loved long-awaited \
      terrible awful horrible horrendous dreadful appalling atrocious abysmal lousy crappy rubbish useless worthless pathetic pitiful \
      miserable hideous ugly disastrous catastrophic chaotic nightmarish painful frustrating annoying irritating infuriating maddening \
      exasperating aggravating cumbersome laborious onerous burdensome mind-numbing soul-destroying soul-crushing tiresome boring dull \
      dreary confusing bewildering baffling convoluted byzantine kafkaesque bureaucratic bloated antiquated archaic ancient obsolete \
      prehistoric old-fashioned dated creaky creaking rickety flaky buggy glitchy sluggish unwieldy unreliable unusable unworkable \
      half-baked ill-conceived ill-fated botched bungled substandard shoddy sloppy inadequate inferior \
      clumsy awkward silly stupid absurd ludicrous bizarre insane crazy mad ridiculously outrageous scandalous \
      shameful notorious infamous dodgy dubious questionable so-called toxic dysfunctional hopeless never-ending endless \
      time-consuming error-prone time-wasting never-ending overpriced exorbitant extortionate overcomplicated over-complicated \
      overengineered over-engineered overly-complex inefficient wasteful needless pointless senseless unnecessary unfair draconian \
      nasty nightmare dreaded hated infernal damned damn wretched godforsaken cluttered confounded troublesome problematic \
      bad worst inflexible rigid incompetent lazy sneaky greedy predatory arrogant brand-new simplified streamlined friendly \
      sophisticated comprehensive world-beating trailblazing visionary disruptive transformative life-changing must-have indispensable \
      generous hard-working dedicated passionate legendary iconic flawless unparalleled incomparable phenomenal \
      sensational spectacular shiny monstrous idiotic moronic dumb foolish childish archaic glorious splendid stellar extraordinary marvellous marvelous magnificent splendid fabulous neat nifty cool snappy slow-moving \
      painstaking back-breaking tortuous torturous crippling hellish hateful grotesque laughable amateurish haphazard patchy \
      rudderless slapdash disorganised disorganized underwhelming overwhelming disappointing embarrassing alarming worrying shocking \
      unpleasant unacceptable intolerable unbearable excruciating hopelessly
      """
    ),
    (
      .praise,
      """
      fast faster simple simpler easy easier smart modern fresh new improved better best quick quicker reliable flexible secure safe \
      advanced unique rich clean clear helpful useful efficient convenient valuable affordable fair strong leading smart smarter \
      intelligent ai-powered automatic responsive scalable enterprise-grade trusted great good nice free stable
      """
    ),
    (
      .blame,
      """
      slow long-winded complicated complex messy broken expensive costly manual old legacy lengthy difficult hard inconvenient inconsistent \
      fragile brittle fragmented scattered disconnected stale sloppy weak poor primitive crude
      """
    ),
    (
      .epithet,
      """
      mess nightmare disaster dinosaur monster monstrosity fiasco debacle shambles catastrophe circus joke farce jungle maze labyrinth \
      relic dump trainwreck hell madness nonsense black-hole zoo rat-race bottleneck-factory beast abomination travesty eyesore \
      masterpiece miracle gem godsend lifesaver game-changer breakthrough
      """
    ),
    (
      .painVerb,
      """
      struggle struggles struggled struggling suffer suffers suffered suffering waste wastes wasted wasting lose loses losing lost hate \
      hates hated hating dread dreads dreaded dreading dislike dislikes disliked detest loathe despise resent fear complain \
      complaining wrestle wrestling wrestled fight fighting fought battle battling grapple grappling flounder drown drowning \
      tolerate tolerating endure enduring miss missing
      """
    ),
    (
      .painNoun,
      """
      pain pains pain-point painpoint painpoints pain-points frustration frustrations headache headaches annoyance annoyances chaos \
      hassle hassles agony misery suffering struggle struggles burden burdens nuisance irritation irritations drudgery stress \
      inefficiency inefficiencies overload woes shortcomings shortcoming weaknesses deficiencies flaws downsides waste \
      aggravation aggravations grievances anger anxiety dissatisfaction distrust mistrust
      """
    ),
    (
      .moodVerb,
      """
      frustrates frustrate frustrated annoys annoy annoyed irritates irritate irritated bothers bother bothered worries worry upsets \
      upset angers anger infuriates infuriate maddens stresses stress disappoints disappoint disappointed pains bugs bug \
      scares scare exasperates overwhelms overwhelm delights delight excites excite excited impresses impress impressed \
      thrills pleased discourages demotivates drives concerns confuses confuse confused
      """
    ),
    (
      .gainVerb,
      """
      improve improves improved improving save saves saved saving help helps helped helping benefit benefits benefited benefitted simplify \
      simplifies simplified simplifying streamline streamlines streamlined accelerate accelerates accelerated boost boosts boosted \
      enhance enhances enhanced ease eases eased reduce reduces reduced reducing cut enable enables enabled empower empowers \
      empowered transform transforms transformed speed speeds sped strengthen strengthened facilitate facilitates facilitated \
      relieve relieved lighten lightened free
      """
    ),
    (.gainNoun, "benefit benefits improvement improvements advantage advantages value savings saving gain gains upside upsides relief roi payoff efficiency success"),
    (
      .problemNoun,
      """
      problem problems issue issues challenge challenges obstacle obstacles difficulty difficulties barrier barriers bottleneck bottlenecks \
      trouble troubles concern concerns hurdle hurdles constraint constraints limitation limitations gap gaps blocker blockers \
      risk risks worry worries question questions surprise surprises
      """
    ),
    (
      .eventNoun,
      """
      resistance pushback complaint complaints failure failures mistake mistakes error errors setback setbacks conflict conflicts \
      backlash breakdown breakdowns disruption disruptions damage losses friction confusion disappointment disappointments
      """
    ),
    (
      .judgement,
      """
      well good great clear helpful useful easy hard difficult smooth smoothly successful successfully bad badly poorly happy satisfied \
      pleased fine ok okay intuitive worthwhile valuable effective efficient efficiently quick quickly slow straightforward simple \
      confusing frustrating enough adequate sufficient nice satisfactory better worse worth comfortable responsive reliable accurate \
      fair reasonable timely properly correctly right positive negative convincing convinced popular important enjoyable disappointed \
      disappointing impressed helped help painless painful
      """
    ),
    (.payVerb, "pay pays paying spend spending afford shell fork invest splurge budget charge"),
    (
      .priceNoun,
      """
      price prices pricing cost costs fee fees discount discounts budget subscription surcharge premium rate quote licence license \
      upfront rebate tier
      """
    ),
    (.currency, "dollar dollars euro euros pound pounds franc francs usd eur gbp cents bucks grand quid cent yen rupees kroner"),
    (
      .productNoun,
      """
      product products tool tools app apps application software platform platforms solution solutions service services feature features \
      module modules system engine dashboard dashboards assistant copilot co-pilot agent bot chatbot add-on addon plugin plug-in integration \
      integrations portal suite bundle plan tier package release version update api connector connectors extension widget wizard \
      scanner scheduler planner tracker editor builder prototype beta pilot roadmap offering technology automation scorecards scorecard \
      template templates ai model algorithm workflow workflows timeline marketplace hub cloud mobile checkout library catalogue \
      reminders alerts reports analytics sync theme view layout design logo name interface look icon concept
      """
    ),
    (
      .talkNoun,
      """
      notes note call calls interview interviews session sessions recording recordings conversation conversations meeting meetings talk \
      talks chat records record email emails discussion agenda time transcript study research team side first second previous \
      last earlier minutes picture impression assumptions guess questions question understanding colleague colleagues visit workshop
      """
    ),
    (
      .makerVerb,
      """
      build building built launch launching launched ship shipping shipped release releasing released solve solves solving solved \
      automate automates automating automated offer offers offering offered provide provides provided support supports supported \
      develop developing developed create creating created design designing designed make makes making made add adding added introduce \
      introducing introduced plan planning planned remove removes removed replace replaces replaced eliminate eliminates cut cuts \
      reduce reduces save saves let lets allow allows enable enables help helps give gives handle handles work works working prototype \
      thinking think considering believe specialise specialize have has ship improve improved improving redesign redesigned redesigning \
      roll rolling rolled integrate integrates integrated merge merges predict predicts detect detects sync syncs come comes
      """
    ),
    (
      .tellVerb,
      """
      tell show walk describe explain share give elaborate expand say talk help draw take send point list name remind recap clarify let \
      open start read remember recall go introduce bring pull run spell summarise summarize outline think sketch demonstrate repeat \
      speak paint rewind step unpack illustrate map confirm check look find locate briefly
      """
    ),
    (
      .adoptVerb,
      """
      use using buy buying purchase purchasing adopt adopting switch switching try trying recommend recommending renew renewing \
      subscribe upgrade upgrading sign roll rolling implement implementing install deploy deploying move migrate join choose pick \
      replace benefit invest pay order test pilot participate download integrate
      """
    ),
    (
      .actVerb,
      """
      do go click look find search start try choose type enter respond submit sign read upload tap press scroll navigate accomplish \
      apply need call contact get open select expect see say describe happen happens check proceed fill handle complete interpret \
      respond send ask know be put tell show look continue begin log take answer mean qualify explain move access locate
      """
    ),
    (.storyVerb, "tell show walk describe explain share give elaborate expand say talk help draw take send list name remind recap clarify repeat summarise summarize outline sketch spell introduce point demonstrate"),
    (.procedure, "process procedure procedures way route path practice approach case cases workflow sequence flow turnaround response journey course routine reason reasons handling method timeline duration delay pattern steps step lead cycle situation scenario answer reaction setup"),
    (.forecastVerb, "use using buy adopt switch recommend renew subscribe upgrade purchase benefit pay replace try like want need love prefer"),
    (.wishVerb, "want like prefer love need wish hope desire appreciate enjoy value welcome"),
    (
      .featureNoun,
      """
      feature features functionality functionalities capability capabilities function functions improvement improvements change changes \
      option options enhancement enhancements addition additions integration integrations requirement requirements wishes
      """
    ),
    (
      .opinionNoun,
      """
      opinion opinions view views thoughts thought feedback impression impressions reaction reactions take verdict assessment sense \
      feeling feelings perspective stance ideas suggestions wishlist
      """
    ),
    (.attitude, "think feel satisfied happy like view opinion thoughts rate unhappy pleased frustrates annoys bothers enjoy love hate useful easy clear helpful impressed trust impression dissatisfied feedback value"),
    (
      .othersNoun,
      """
      companies company people others peers hospitals firms organisations organizations teams customers users everyone everybody \
      businesses industry market competitors enterprises manufacturers banks schools colleagues clients agencies retailers \
      departments folks vendors suppliers plants sites buyers cities councils
      """
    ),
    (
      .artefact,
      """
      example examples document documents screenshot screenshots spreadsheet spreadsheets file files report reports email emails ticket \
      tickets copy log logs sheet list form template record records note notes screen photo picture diagram calendar dashboard invoice
      """
    ),
    (.sayVerb, "said say saying told tell mentioned mention described describe called call wrote explained reported noted brought raised described quoted referred put pointed"),
    (
      .roleNoun,
      """
      role roles job day days week responsibilities responsibility background team position work background company organisation \
      organization career title department business history yourself workday shift
      """
    ),
    (.failVerb, "fail fails failed failing break breaks broke broken crash crashed collapse collapsed stall stalled flop flopped"),
    (.factive, "realise realised realize realized notice noticed discover discovered regret regretted aware learn recognise recognised recognize recognized"),
    (
      .neutralHead,
      """
      time times way ways idea example examples moment reason reasons person people place deal news luck morning afternoon evening \
      day week thing things point bit while look question questions start step fit sense job number many few part first second case \
      management estate agent phone card data
      """
    ),
    (
      .empty,
      """
      thing things way ways kind kinds sort sorts lot bit type types part parts something anything everything nothing someone anyone \
      people person time times day days week weeks month months year years today exactly moment one ones step steps piece place \
      happen happened happens work works use uses used using look looks looked make makes made going go goes went get gets got \
      come came tell told say said know knew do did does done have had has been being need want try tried like think thought find found
      """
    ),
    (
      .logistics,
      """
      record ask see call contact meet take share talk speak have start open look come visit follow quote use send get begin continue join \
      schedule reach email show hear watch observe keep move reschedule go be bring stop turn note introduce check book
      """
    ),
    (.harmVerb, "hurt hurts damage damages damaged harm harmed disrupt disrupted disrupts jeopardise jeopardised jeopardize undermine undermined ruin ruined cripple crippled sabotage sabotaged derail derailed delay slow slowed hamper hampered hinder hindered hinders compromise compromised plague plagued"),
    (
      .slantedAdverb,
      """
      painfully ridiculously notoriously hopelessly beautifully incredibly amazingly terribly horribly awfully absurdly insanely \
      needlessly unnecessarily frustratingly annoyingly embarrassingly woefully wonderfully brilliantly elegantly effortlessly \
      seamlessly obviously
      """
    ),
    (.typical, "typical usual average general normal standard common regular"),
    (
      .instanceNoun,
      """
      migration rollout roll-out launch outage incident audit evaluation training demo workshop implementation upgrade cutover pilot \
      handover switch move merger release kickoff kick-off onboarding renewal recount project meeting deal visit
      """
    ),
    (.describeVerb, "describe characterise characterize define summarise summarize explain phrase put call categorise categorize introduce rate compare say"),
    (.changeVerb, "change improve fix add remove do build design make create develop prioritise prioritize include want like tweak redesign replace drop simplify automate"),
    (.screenNoun, "screen page prototype form button menu link option section tab field homepage site website box icon label mockup design layout"),
    (.scaleEnd, Scales.ends),
  ]
}
