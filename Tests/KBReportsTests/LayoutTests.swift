import KBEvidence
import KBModel
import Testing

@testable import KBReports

@Suite struct LayoutTests {
  @Test func wordsWrapAndLongOnesAreCut() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("44\u{A0}% of it".wrapped(to: 4) == ["44 %", "of", "it"])
    #expect("abcdefgh".wrapped(to: 4) == ["abc…"])
    #expect("".wrapped(to: 4) == [] && "   ".wrapped(to: 4) == [])
  }

  @Test func widthIsThatOfATerminal() {
    #expect("日本".displayWidth == 4 && "e\u{301}".displayWidth == 1)
    #expect("日本語".truncated(to: 4) == "日…" && "ab".truncated(to: 2) == "ab" && "ab".truncated(to: 0) == "")
    #expect("日".padded(to: 4) == "日  " && "1".leftPadded(to: 3) == "  1")
  }

  @Test func aTableGivesUpItsGapBeforeItsWords() {
    var table = TextTable(columns: [.init(title: "A", leastWidth: 3), .init(title: "B", isRightAligned: true)])
    table.rows = [["abcdef", "1"], ["x", "22"]]
    #expect(table.lines(width: 20) == ["A        B", "abcdef   1", "x       22"])
    #expect(table.lines(width: 9) == ["A       B", "abcdef  1", "x      22"])
    #expect(table.lines(width: 7) == ["A     B", "abc…  1", "x    22"])
    #expect(table.lines(width: 2) == ["A    B", "ab…  1", "x   22"])
  }

  @Test func theColumnFurthestRightGivesWayFirst() {
    var table = TextTable(columns: [.init(title: "A", leastWidth: 3), .init(title: "B", leastWidth: 4), .init(title: "C")])
    table.rows = [["abcdef", "ghijkl", "mno"]]
    #expect(table.lines(width: 15) == ["A      B    C", "abcdef ghi… mno"])
    #expect(table.lines(width: 13) == ["A    B    C", "abc… ghi… mno"])
  }

  @Test func theBarSpansTheIntervalAndNeverHidesTheShare() {
    let bar = IntervalBar(share: 0.5, interval: WilsonInterval(lower: 0.3, upper: 0.8), line: 0.2)
    #expect(bar.cells(11) == "··¦├━●━━┤··")
    let crossed = IntervalBar(share: 0.3, interval: WilsonInterval(lower: 0.1, upper: 0.6), line: 0.2)
    #expect(crossed.cells(11) == "·├┿●━━┤····" && crossed.lineSign == "┿")
    let none = IntervalBar(share: 0, interval: WilsonInterval(lower: 0, upper: 0.3), line: 0.2)
    #expect(none.cells(11) == "●━┿┤·······")
    let point = IntervalBar(share: 0.2, interval: WilsonInterval(lower: 0.2, upper: 0.2), line: 0.2)
    #expect(point.cells(11) == "··●········")
  }
}
