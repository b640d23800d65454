/// The phrases of the question rules.
enum Phrases {
  static let book = PhraseBook([
    (
      .agreement,
      """
      would/do/could/can you not? agree
      would/do you concur
      agree or disagree
      is/was/would/isn't it n't? be? not? fair/safe/reasonable/accurate/correct/right/true to say/assume/conclude/suggest/claim/suppose
      fair/safe to say/assume
      is it n't? not? true that
      is it n't? not? the case that
      would it be right/true/correct to
      can/could we not? all? agree
      we can/could all? agree
      you'd agree
      you would agree
      you must/will agree
      you will/'ll surely? agree
      n't you think/agree/believe/find/feel
      do you not think/agree/believe/find/feel
      would you not say/agree/think
      would n't you say/agree/think
      surely
      does that resonate
      does this resonate
      does that ring true
      does that ring a bell
      are we right to/in/that
      are n't we all
      you do agree
      i think we all
      we all know
      as we all
      """
    ),
    (
      .othersSay,
      """
      same for you
      same with you
      same at your
      same in your
      same here
      true for you
      true at your
      case for you
      case at your
      case with you
      like that for you
      like that at your
      agree with them/that/this/him/her
      do you feel the same
      do you see it the same/that
      see it that way
      does that apply to you
      """
    ),
    (
      .hypothetical,
      """
      how likely
      you/your *2 likely to
      what is the likelihood
      how probable
      what are the chances
      what/how if
      in/by the? next/coming/future year/years
      ^in <number>/few years/months
      in <number>/few years time
      years/months from now
      in an/your ideal world
      in a perfect world
      your ideal
      an/the ideal <any>? *2
      your/a/the dream {product}
      your/a/the dream *1 {product}
      your/a/the perfect {product}
      magic wand
      wave a wand
      money/budget were/was/is no object
      no budget limit
      see yourself using/buying/recommending/rolling/working/switching/adopting/moving/paying
      see your team using/buying/adopting
      can/could you imagine
      imagine using/yourself/your/when/the/that
      interested in a/an/our/trying/using/buying/seeing/joining/having/testing beta/pilot/trial/demo/tool/version/product?
      open to trying/using/buying/switching/a/testing
      be interested
      plan/planning/intend/expect/hope to use/buy/renew/upgrade/switch/adopt our/us/this/it
      foresee
      going/moving forward
      down the road
      makes/make you/your <poss>? *1 renew/switch/buy/sign/upgrade/subscribe
      get/convince/persuade you/your *1 to switch/buy/sign/upgrade/renew/use/adopt
      stand to benefit/gain
      """
    ),
    (
      .scenario,
      """
      ^imagine
      ^suppose
      ^supposing
      ^pretend
      ^picture a/an/the/this/that/yourself/your
      ^assume
      ^assuming
      ^envision
      ^envisage
      ^say i/you/we/he/she/it/they/the/your/our/a/an/there/somebody/someone/tomorrow/next
      ^let's/lets pretend/imagine/assume/suppose
      ^let us/'s pretend/imagine/assume/suppose
      ^let's/lets say <subject>/<det>/<poss>/for
      ^let us/'s say <subject>/<det>/<poss>/for
      just/now/please imagine/suppose/pretend
      """
    ),
    (
      .price,
      """
      willing/prepared/ready/happy/inclined/able to pay/spend/invest
      fair/reasonable/right/acceptable/good/sensible/appropriate/realistic price/rate/fee/cost/pricing
      fair/reasonable/acceptable/too amount/number/figure to pay
      at what price
      what price would/should/could/is
      which price would/should/is
      worth to you/your/them
      is *4 worth to
      worth paying
      worth <number>/{currency}
      what/which budget would/could/should
      <number> percent off
      cost half/twice/double/less/more
      approve <number>/{currency}
      be worth
      imagine/see *2 paying/spending for/by/per/more/extra/that/this/it/<number>
      would free *2 make/convince/get/change
      percent off
      fee/price/rate/cost/prices/fees would be *1 fair/acceptable/reasonable/right/okay/ok
      price/prices/fee/fees/rate seem/seems/sound/sounds/look/looks/feel/feels fair/reasonable/acceptable/right/okay/ok/high/low
      should *3 cost
      this/that/it is worth
      we charged/charge
      we raised/lowered/doubled/cut/dropped/halved the/our price/prices/fee/fees
      put down a deposit
      worth the money/price/cost/premium/extra/<number>/{currency}
      pay extra/more/double/twice/again
      would/could/might/will/'d *5 pay/spend/afford/budget
      would/could/might/will/'d *5 cost
      would/will/could/might a *2 discount/price/rebate/trial
      too expensive
      too cheap
      good value for
      price/cost/money range
      pain threshold
      price point
      get/find/have/free the? budget for
      in your budget
      within your? budget
      deal or no deal
      how much is/are/was this/that/it/these/a/an/the worth
      how much should
      what should *3 cost
      how much more *3 pay
      a/one good deal
      """
    ),
    (
      .opinion,
      """
      what do/did/does you/your/they/people/everyone/everybody *2 think/reckon/make of/about/is/are/was
      what do/did you make of
      what/any 're? is/are/'s your general? initial? honest? first? overall? gut? {opinion}
      your initial? honest? first? overall? gut? general? thoughts/opinion/view/views/impression/impressions/feedback/take/verdict on/of/about
      gut reaction/feeling
      your/any/some thoughts on/about
      give/love/like/want/appreciate/have *4 feedback on/about/regarding
      any/some/your feedback on/about/regarding
      how do you feel about our/this
      how you feel about our/this
      what you think of/about
      what you make of our/this/the
      what do/does/did other/others/most/people *4 think/say/make
      how do you like/find our/this
      how do/does *4 look/sound/feel/seem to you
      do/are/does/have {others} like yours
      how/what/where should the/our/a/an/this {product}/{artefact}/{screen}
      does/do this/the/our *2 seem/look/sound
      {product} seem/sound valuable/useful/good
      do/does/is/are the/this/our concept/idea/design/proposal/prototype/mockup/mock-up/draft/name/logo
      appeal/appeals/appealing to you
      do/does/are/have people/companies/others/firms/organisations/organizations/businesses/peers in your/the *2 industry/field/sector/market/position/area
      do/does/are/have companies/others/firms/organisations/organizations/businesses/competitors
      do/does/are/have most/other *1 {others}
      do/does/are/have your competitors/peers
      how does this/that/it/our *3 sound/look/feel/strike
      sound/sounds/look/looks good/great/interesting/useful/promising/appealing
      good/great/bad/useful/smart/sensible/clever/terrible idea
      our/the/this *3 make/makes sense
      make/makes sense to/for you/your/a/an
      like the idea/concept
      do you like/prefer best/most/better
      is this/that/it something the/our/your market/industry/sector/world/customers/users
      is that/this/it something you find/want/need/like/consider/see/value
      right/wrong direction/track
      do you like/love/enjoy/dislike
      do/does you/your/they/people *2 think/believe/reckon/feel that/the/other/it/this/our/we/companies/people/most/there/they/customers/your
      do you think/believe/reckon
      your favourite/favorite
      favourite/favorite {feature}/{product}
      which/what/any *2 {feature} are/is/should/would/'re/could you/we/missing/most/lacking/needed
      which/what *2 {feature} do/does you/your/they/people *2 {wish}/miss/expect/need/consider
      which/what *2 {feature} would
      what/which {feature} matter/matters
      which/what *2 {feature} are you
      any {feature} you
      what is missing from/in/for our/the/this
      should we/our/the/this/it build/make/add/have/be/include/focus/prioritise/prioritize/change/support/offer/remove/allow/improve/fix/drop/integrate/launch/invest
      what/which *3 should we/our/it/the/this
      what should our/the/a/an/this/it
      must/should the/our/this/a/it {product} support/have/do/include/offer/be/contain/allow/show
      ^should the/our/this {product}
      must/should it/this support/have/do/include/offer/be/contain/allow/show
      are companies/people/teams/others/businesses/firms/hospitals like yours
      other {others} have/need/want/face/feel/use
      on your/the wish list
      your/a wish list/lists
      wish-list/wishlist
      do you wish
      you wish/wished
      rate our/this/the *2 idea/concept/design/proposal/prototype
      you rate our
      how do we/i compare
      how are we doing
      what are we doing right/wrong/well
      how can/could/should we/our/i/the/this/it *3 improve/help/better/serve/support/facilitate/do/add/make
      what can/could/should we/our do/improve/change/add/offer/build
      ready for
      is our *4 {judgement}
      """
    ),
    (
      .vagueTime,
      """
      usually
      typically
      normally
      generally
      ordinarily
      commonly
      customarily
      routinely
      habitually
      do/does *4 mostly
      in general
      as a general? rule
      tend/tends/tended to
      on average
      most of the time
      the majority of the time
      much of the time
      in most/many/all/general/normal/typical cases
      in most/many situations
      under normal circumstances
      more often than not
      by and large
      on the whole
      for the most part
      at large
      over the years/months
      through/throughout the years/year
      do/does you/your/they/anyone/anybody/people *2 ever
      do/does *3 always/sometimes/often
      the/your/a/'s usual
      the/your/a typical/normal/standard/average/common/general/regular *1 {procedure}
      nine times out of ten
      all in all
      day to day
      from time to time
      """
    ),
    (
      .typicalDay,
      """
      typical/normal/average/usual/ordinary working? business? day/week/workday/shift/month/morning/monday/tuesday/wednesday/thursday/friday/quarter/sprint/night
      sit/sits/sitting next/near/beside/with
      day in the? your? life
      usually/typically/normally/generally sit
      usually/typically/normally/generally report to
      look/looks like for you
      """
    ),
    (
      .frequency,
      """
      how often
      how frequently
      how regularly
      how many times
      how many *5 a/per/each/every day/week/month/quarter/year/sprint/shift
      how many *4 do/does you/your *4 a/per/each/every day/week/month/quarter/year/hour/sprint/shift
      what/with what/which frequency
      at what rate/frequency/interval/intervals
      number of *5 a/per/each/every/in day/week/month/quarter/year/hour/sprint/shift
      number of *5 in/within a day/week/month/quarter/year
      daily weekly
      rhythm/frequency/cadence of
      each/every time
      whenever
      how much of your time/day/week do/does/is
      """
    ),
    (
      .presupposition,
      """
      how much do/did/does/would/have/has/are/is/were *3 {painVerb}/enjoy/love/trust/value/like/enjoyed/loved/missed/valued/appreciate
      how much *2 do/did/does/have/has/are/is/were/was *5 {painVerb}
      how much relief/joy/pleasure/benefit/frustration/stress/annoyance/pain do/did/does/has/have
      how much *2 do/did/does/have/has/are/is/were/was *5 {gainVerb}
      why is/are/was/were *4 so/such {stance}/{evaluative}/{blame}
      what/which problem/problems/issues/trouble/difficulties *1 do/does/did/has/have *4 cause/caused/create/created
      what *6 that {moodVerb} you
      how badly/severely/seriously/deeply
      how much *2 has/have/did/does/do *5 {harmVerb}
      such a/an problem/issue/pain/hassle/struggle/headache/challenge/bottleneck/burden
      makes *4 so {stance}/{evaluative}
      how bad/frustrating/painful/annoying/disappointing
      how big/serious/bad/severe/large/much a/of a? problem/issue/concern/pain/challenge/burden/hassle/deal
      how much easier/better/faster/quicker/simpler/happier/worse/harder/slower/smoother/cheaper/safer
      what made/makes *4 so {stance}/{evaluative}
      what/which problem/problems did/does/do/has/have *4 solve/solved/fix/fixed
      worst thing/part/aspect/bit
      what is/'s/was wrong with
      make/made/makes *4 easier/better/faster/simpler/smoother/harder/worse
      who *1 suffers/struggles/complains
      in what/which ways/way *2 do/does/did/has/have/is/are *5 {gainVerb}/{harmVerb}
      how do/does/did/has/have *5 {gainVerb}/{harmVerb} your/you/the/their
      how do/does/did/has/have the/our/this/that *4 {gainVerb}/{harmVerb}
      what/which/who *2 {moodVerb} you/your/them/people/the
      what is it that {moodVerb}
      what do/does/did you/your/they/people *3 {painVerb}/love/enjoy/miss/appreciate/resent/regret most?
      most/least {painVerb}/frustrating/annoying/painful/irritating/tedious/useful/helpful/valuable/disappointing
      what/which *3 <be>/'s most/least/so frustrating/annoying/painful/irritating/tedious/useful/helpful/valuable/boring/disappointing
      what is stopping/preventing/holding/blocking/keeping
      what 's stopping/preventing/holding/blocking/keeping/wrong/broken
      what are? stops/prevents/stopped/prevented/keeps/kept you/your/them/people/the
      what keeps/kept you up
      pain point/points
      cause/causes/caused/causing/give/gives you/your/them/the *3 {painNoun}/trouble/problems/stress/grief
      which/what/the of? the? our? benefits/benefit/advantages/advantage/value/improvements/savings *6 did/do/does/have/has/are
      what/which {gainNoun} did/do/does/have/has/are
      what/which *2 {event} did/do/does/have/has/are
      what/which kind/kinds/sort/sorts/type/types of {event} did/do/does/have/has/are
      yet again
      once again
      all over again
      the/your/this/that/all {painNoun} of/with/around/from/about/that/in/over
      what/which/whose {painNoun} do/did/does/have/are/is
      who gets/got/takes/took the blame
      who is/'s/was to blame
      whose fault
      letting/let/lets/failing/costing/slowing/holding/driving you/your/them *2 down/back/up/crazy/mad/money/hours/time
      has/have/had *4 meant for
      how much time/money/effort/work *4 wasting/wasted/losing/lost/saved/saving/save/waste/lose
      how many hours/days/people/customers/deals/orders *5 wasting/wasted/losing/lost/saved/save/waste/lose
      sick of
      fed up
      tired of
      graduate/graduated from
      move/moved/moving beyond
      hate/dread/love/loathe it when
      only now
      in spite of
      despite the
      """
    ),
    (
      .scale,
      """
      on a scale
      scale of/from
      from 1 to
      from one to
      between 1 and 5/10/7/100
      out of 5/10/ten/five/100
      rate/score *4 from
      1 to 5/10/7
      1-5
      1-10
      0-10
      how many stars
      true or false
      yes or no
      agree/disagree scale
      """
    ),
    (
      .choice,
      """
      pick/choose/name/select one
      pick/choose between
      pick/choose one of
      which one is it
      which is it
      one or the other
      would you rather
      """
    ),
    (
      .tagAside,
      """
      i assume/presume/guess/suppose/imagine/reckon/bet/believe/take/'d/gather/figure/think/trust/expect it? $
      i 'm sure/guessing/assuming/betting
      i am sure/guessing/assuming
      i 'd guess/imagine/assume/bet/say $
      i would guess/imagine/assume/bet $
      presumably
      no doubt
      if i 'm not mistaken
      correct me if
      am i right
      or am i wrong
      ^i assume/presume/guess/suppose/bet/reckon/gather
      ^i take it
      ^i imagine
      """
    ),
    (
      .request,
      """
      do you want/wanna/wan to? na? maybe? tell/show/walk/share/describe/talk
      would/do you mind
      would/could/can/might it be ok/okay/alright/possible/fine
      would it be helpful/easier/useful/good if i/we
      would it be helpful/easier/useful/good for me/us
      would it be all right
      would/is that be? ok/okay/alright/possible/fine/acceptable
      would that work/suit
      would it help to have/see
      can/could/may/might i
      can/could/may we see/open/look/record/ask/contact/talk/come/visit/meet/go/have/use/take/quote/start/begin/get/share/call/schedule/reach/continue/move/stop/return
      i 'd/would like/love/appreciate
      we 'd/would like/love/appreciate
      i/we would n't
      would another/a *4 suit
      would another/<weekday>/<time>/<number>/<unit> *4 work/suit
      would next/this/that *4 work/suit
      when/what would be a/the good/best/convenient/better time/way/day/moment/place
      who would/could/might know/be/have/tell/help
      who else would/could/might know/be/have/tell/help
      would you be able/willing/open/happy/comfortable/ok/okay/up to/with/if/for share/introduce/show/sharing/introducing/showing/send/meet/join/walk/talk/connect/put/forward/take/participate/me/us/being
      would you like/prefer/rather to/a/me/us? talk/discuss/know/cover/start/begin/take/break/stop/continue/ask/add/share/see/go
      would you prefer
      would it be *3 if i/we
      what would you say
      would you say
      what would you {describe}
      would you call/describe/characterise/characterize
      if you could *2 {tell}
      if you would *2 {tell}
      if you 'd *2 {tell}
      ^can/could/will you <adverb>/please/just/maybe/perhaps/possibly? {tell}
      can/could you <adverb>/please/just/maybe/perhaps/possibly? {story}
      would you <adverb>/please/just/maybe/perhaps/possibly? tell/show/walk/describe/explain/share/talk/elaborate/say
      would you happen to/still? have
      would you still have
      would you have a/an/the/any/that {artefact}
      would that/this/it be the/your/in/on/at/before/after/part
      would that/this/it be $
      would that/this/it have been
      is it possible to {tell}/see/have/get
      do/did you remember/recall/know who/what/when/where/why/how/which/the/if/whether
      how could you tell/know
      can you remember/recall/think
      could you remember/recall/think
      how would you {describe}
      how would you *2 {describe} your/the/this/it/that
      how would your *2 {describe}
      ^i wonder/'m/was
      would that be all
      """
    ),
    (
      .consent,
      """
      i/we record
      to record
      be/being recorded
      this/the/a/audio/screen recording
      record this/the/our/your/my/and
      take/takes/taking/take notes/note/a/photos/photo/pictures/screenshot
      your permission
      permission to
      consent
      <any> questions
      questions for me/us
      question for me/us
      any questions/concerns/thoughts/feedback
      contact you
      follow up
      follow-up
      come back to you
      ok/okay/fine/alright if/with/to/for
      comfortable if
      would you be comfortable
      are you able to see/hear/share/join
      would you be comfortable turning/sharing/showing
      comfortable with me/us/that/this/being/recording/you/sharing/having
      all right if/with
      is that/this/it ok/okay/alright/fine
      is that all right
      sound ok/okay/good/fair
      ready to start/begin/go
      are you ready
      before we start/begin/finish
      do you have time
      do you have a/an minute/moment/hour
      share/shared/sharing your screen
      can/could/do you hear/see that/this/it/my/me $
      can/could/do you hear/see my/the screen
      sign *3 form
      gift
      do you have a preference
      participate/participated/participating/participation in *3 studies/study/research/session/sessions/interview/interviews/this
      interested in participating
      future studies/sessions/research
      quote you
      how are you doing
      introduce us/me
      talk to/with/about them/him/her
      on your? mute
      does that work
      is now/this a good/bad/convenient time/moment/day
      do you happen to have
      do you have an/a example/copy/screenshot/photo/picture/sample
      would you be in/at
      will you be in/at/there/here/available/free/around/back
      """
    ),
    (
      .ifAny,
      """
      if any
      if anything
      if anyone
      if anybody
      if at all
      if ever
      if so
      if not
      if applicable
      if relevant
      if possible
      or not at all
      if they/you/it did/do/does/has/have $
      <any> $
      """
    ),
    (
      .bounded,
      """
      last time/day/week/month/quarter/year/night/<weekday>/<month>/sprint/summer/winter/spring/autumn/fall/release/shift/weekend/season
      the last/past/previous <number>? days/weeks/months/hours/quarters/years/sprints/shifts
      in the last/past
      over the last/past
      during the last/past
      this/that week/month/morning/quarter/year/afternoon/time/day/night/evening/sprint/moment/point
      yesterday
      today
      so far
      on <weekday>
      on the day
      in <month>
      since <month>/last/the
      ago
      last
      most recent
      most recently
      recently
      the other day
      the first time
      on that occasion
      back then/when
      in those/the old? days
      at that time
      at the time
      """
    ),
    (
      .twoSided,
      """
      easy or difficult/hard/not
      difficult/hard or easy
      good or bad
      bad or good
      good and bad
      for better or worse
      better or worse
      more or less
      satisfied or dissatisfied/unsatisfied/not
      happy or unhappy/not
      useful or useless/not
      helpful or unhelpful/not
      important or unimportant/not
      like or dislike
      like and dislike
      like *1 what did you dislike
      like/liked and/or what *4 dislike/disliked
      positive or negative
      works/work/worked/well and/or what *3 n't/not/does/did/doesn't/badly
      or not
      whether or
      how much or how little
      how well or how/badly/poorly
      well or badly/poorly
      if at all
      one or two
      two or three
      or so
      or some other/something/somewhere/somehow/otherwise
      or somewhere/somehow/otherwise/elsewhere/neither
      or *2 other/else/different/between
      or anything/something
      or more $
      or less $
      or two
      or other
      sooner or later
      pros and cons
      likes and dislikes
      """
    ),
    (
      .reported,
      """
      you just? earlier? also? said/mentioned/told/wrote/described/called/explained/noted/brought/reported/complained/named/referred/raised/listed/pointed/quoted
      you 've just? said/mentioned/told/written/described/called
      you have just? said/mentioned/told/written/described/called
      you were saying/telling/describing
      you told me/us
      you used the word/words/term
      your word/words
      in your own? words
      as you put/said/described/called
      earlier you
      your notes say
      i heard you say
      did i hear you
      you are saying
      """
    ),
    (
      .readBack,
      """
      let me play/repeat/read/summarise/summarize/recap/make/check
      to recap
      to summarise
      if i understand/understood/heard/got
      did i get/understand/hear
      did you say/mean
      have i got/understood
      did i
      is that right/correct/accurate
      do i understand
      you said
      you told
      you mentioned
      you wrote
      you described
      """
    ),
    (
      .disclaimer,
      """
      not selling
      not trying to sell
      n't selling
      n't trying to sell
      not here to sell
      nothing to sell
      not a sales
      not/n't about our/the/a/any
      nothing to do with our/this/that/it/what
      forget/ignore/leaving/leave/setting/set/putting/put *1 our
      apart/aside from our
      outside/regardless of our
      besides/without our
      our *2 aside/apart
      n't/not built/launched/released/developed anything/a
      no product to
      no sales
      """
    ),
    (
      .logistics,
      """
      who else should/could/can i/we
      who should/could/can i/we
      what/which *3 should/can/could i ask/have/see/know/read/look/bring
      should i have asked
      when/where should/can/could we/i meet/talk/come/call/start
      to reach you
      i/we reach you
      """
    ),
    (
      .notTag,
      """
      right now
      right after/before/away/there/then/here/at
      """
    ),
    (
      .instance,
      """
      last time
      the most recent
      most recent
      the last *3 you/your/that/when
      the last *4 <past>/<participle>
      your last
      last week/month/quarter/year/night/<weekday>/<month>/sprint/summer/winter/spring/autumn/fall/release/shift/weekend/season
      yesterday
      this morning
      a/one/any/another recent/specific/concrete *1 example/time/case/instance/situation/occasion
      recent example
      an example
      a specific
      a/one/some time when/that/you/where
      a point when
      a moment when
      an/any/some experience/experiences you/with/where/that
      show me/us
      can/could i/we see
      the first time
      on <weekday>
      in <month>
      ago
      that day/week/night/morning
      what happened
      the day
      happened next/then
      """
    ),
    (
      .opening,
      """
      your *3 role/job/day/responsibilities/background/position/work/team/company/organisation/organization/department/career/title/business
      about yourself
      typical/normal/average day/week/workday/shift/month
      a day
      what you do
      what do you do
      who do you work
      tell me/us *3 about you/your
      introduce yourself
      how did you come
      how long have you been
      brings/brought you
      goals of/are
      your goals
      the history of
      in your own words
      from the beginning
      what is/are you/your working? responsible
      how did you become/get/end
      start by telling
      """
    ),
    (
      .closing,
      """
      anything/something/what else
      who else
      have/had/did i/we n't? not? asked/ask/missed/miss/forgotten/overlooked/covered
      should i/we have asked
      have n't/not asked
      any other/further/final/more questions/comments/thoughts/feedback
      any questions
      questions for me/us
      questions do you have for
      follow up
      should i/we talk/speak
      anyone/anybody else
      come back to you
      before we finish/wrap/close/end
      """
    ),
  ])
}
