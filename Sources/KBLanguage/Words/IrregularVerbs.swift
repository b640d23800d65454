/// Irregular verbs: plain form, past, participle (left out when it is the past form).
enum IrregularVerbs {
  static let list: WordList = """
    beat/beat/beaten become/became/become begin/began/begun bend/bent bet/bet bind/bound bite/bit/bitten bleed/bled blow/blew/blown \
    break/broke/broken bring/brought build/built burn/burnt burst/burst buy/bought catch/caught choose/chose/chosen cling/clung \
    come/came/come cost/cost creep/crept cut/cut deal/dealt dig/dug draw/drew/drawn dream/dreamt drink/drank/drunk drive/drove/driven \
    eat/ate/eaten fall/fell/fallen feed/fed feel/felt fight/fought find/found flee/fled fly/flew/flown forbid/forbade/forbidden \
    forget/forgot/forgotten forgive/forgave/forgiven freeze/froze/frozen get/got/gotten give/gave/given go/went/gone grind/ground \
    grow/grew/grown hang/hung hear/heard hide/hid/hidden hit/hit hold/held hurt/hurt keep/kept know/knew/known lay/laid lead/led \
    lean/leant leap/leapt learn/learnt leave/left lend/lent let/let lie/lay/lain lose/lost make/made mean/meant meet/met \
    overcome/overcame/overcome overrun/overran/overrun pay/paid put/put quit/quit read/read ride/rode/ridden ring/rang/rung \
    rise/rose/risen run/ran/run say/said see/saw/seen seek/sought sell/sold send/sent set/set shake/shook/shaken shine/shone \
    shoot/shot show/showed/shown shrink/shrank/shrunk shut/shut sing/sang/sung sink/sank/sunk sit/sat sleep/slept slide/slid \
    speak/spoke/spoken spend/spent spin/spun split/split spread/spread stand/stood steal/stole/stolen stick/stuck strike/struck \
    swear/swore/sworn sweep/swept swing/swung take/took/taken teach/taught tear/tore/torn tell/told think/thought throw/threw/thrown \
    understand/understood undo/undid/undone upset/upset wake/woke/woken wear/wore/worn win/won withdraw/withdrew/withdrawn write/wrote/written \
    rewrite/rewrote/rewritten redo/redid/redone rebuild/rebuilt resend/resent outgrow/outgrew/outgrown mislead/misled misread/misread \
    override/overrode/overridden oversee/oversaw/overseen undergo/underwent/undergone uphold/upheld
    """

  /// Calls `body` with the forms of each verb.
  @inline(__always)
  static func forEach(_ body: (VerbForm, VerbForm, VerbForm) -> Void) { forEach(in: list, body) }

  /// Calls `body` with the forms of each verb of `list`.
  @inline(__always)
  static func forEach(in list: WordList, _ body: (_ plain: VerbForm, _ past: VerbForm, _ participle: VerbForm) -> Void) {
    list.forEach { verb in
      var forms: (VerbForm?, VerbForm?, VerbForm?) = (nil, nil, nil)
      WordList.forEach(in: verb, parted: { $0 == 0x2f }) { bytes in
        let form = VerbForm(bytes: bytes)
        if forms.0 == nil { forms.0 = form } else if forms.1 == nil { forms.1 = form } else { forms.2 = form }
      }
      guard let plain = forms.0, let past = forms.1 else { return }
      body(plain, past, forms.2 ?? past)
    }
  }
}
