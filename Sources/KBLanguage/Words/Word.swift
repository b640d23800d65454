/// Words that rules name one by one. Everything else is `.other` and known by its classes or its key.
package enum Word: String, Sendable, CaseIterable {
  case other = ""
  case what, which, who, whom, whose, when, `where`, why, how, whether
  case am, `is`, are, was, were, be, been, being
  case has, have, had, having
  case `do`, does, did, doing, done
  case can, could, will, would, shall, should, may, might, must, ought
  case not, contractedNot = "n't", never, no, none, nobody, nothing, nor, neither
  case contractedIs = "'s", contractedAre = "'re", contractedAm = "'m", contractedHave = "'ve"
  case contractedWill = "'ll", contractedWould = "'d", `let`, lets = "let's"
  case i, me, my, you, your, yours, yourself, he, him, his, she, her, it, its, we, us, our, ours, they, them, their
  case one, ones, someone, somebody, anyone, anybody, anything, any, anywhere, ever, everyone, everybody, everything
  case something, some, each, every, all, both, most, many, much, more, less, fewer, few, lot, several, enough
  case this, that, these, those, there, here, such, same, otherOne = "other", others, another, `else`
  case a, an, the
  case and, or, but, so, yet, plus, then, than, versus, vs
  case `if`, unless, because, since, until, `while`, before, after, once, though, although, `as`, like, about
  case of, to, `in`, on, at, by, `for`, from, with, without, into, over, under, during, between, among, per, up, out, off
  case last, next, first, ago, recently, today, yesterday, tomorrow, now, currently, still, again, already, even, just, only
  case right, correct, yes, yeah, okay, ok, well, um, uh, please, thanks, thank, sorry, maybe, perhaps, sure, surely
  case often, usually, always, sometimes, time, times, day, week, month, year, quarter
  case tell, show, walk, describe, explain, talk, give, take, think, say, said, imagine, suppose, pretend, picture, consider
  case want, need, use, love, wish, hope, feel, prefer, buy, pay, help, make, get, go, mean, guess, assume
  case know, see, find, `try`, look, come, keep, agree, mind, care, recommend, rate, rank, choose, pick
  case good, great, better, best, bad, worse, worst, easy, hard, difficult, fair, `true`, `false`, possible, interested
  case really, very, too, quite, pretty, rather, exactly, actually
  case either, instead, back, enjoy, working, ideal, ideally, question, questions
}
