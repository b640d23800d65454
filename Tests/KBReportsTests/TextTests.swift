@testable import KBReports
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    (0.0, 0, "0"), (0.5, 0, "1"), (58.333, 0, "58"), (2.604, 1, "2.6"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.26, 1, "-1.3"),
    (100, 2, "100.00"), (0.004, 2, "0.00"), (0.006, 2, "0.01"), (.infinity, 1, "inf"), (.nan, 0, "nan"),
  ])
  func numbersHaveFixedDecimals(value: Double, decimals: Int, text: String) { #expect(fixed(value, decimals: decimals) == text) }

  @Test func countsAgreeWithTheirNouns() {
    #expect(counted(1, "talk") == "1\u{A0}talk" && counted(0, "talk") == "0\u{A0}talks")
    #expect(counted(2, "story", "stories") == "2\u{A0}stories")
  }

  @Test func longListsEndInACount() {
    #expect(listed(["a", "b", "c"], atMost: 2) == "a, b, c")
    #expect(listed(["a", "b", "c", "d"], atMost: 2) == "a, b and 2 more")
    #expect(listed([]) == "")
  }

  @Test(arguments: [
    ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"), ("a | b", "a \\| b"), ("<img src=x>", "&lt;img src=x&gt;"),
    ("[x](http://e.example)", "\\[x\\](http:<!-- -->//e.example)"), ("@lena #12 # alone", "@<!-- -->lena \\#<!-- -->12 \\# alone"),
    ("www.e.example", "www<!-- -->.e.example"), ("law. B&B", "law. B&amp;B"), ("two\nlines", "two lines"), ("", ""),
    ("!7 &7 $7 ~bug %next!", "\\!<!-- -->7 &amp;<!-- -->7 \\$<!-- -->7 \\~<!-- -->bug %<!-- -->next\\!"), ("58 % of B&B", "58 % of B&amp;B"),
  ])
  func markdownShowsTextAsItIs(text: String, escaped: String) { #expect(MarkdownText.escaped(text) == escaped) }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""),
    ("two\r\nlines", "\"two\r\nlines\""), ("=1+1", "'=1+1"), ("+49", "'+49"), ("-x", "'-x"), ("@cmd", "'@cmd"), ("\t=x", "'\t=x"),
    ("  =x", "'  =x"), ("a=b", "a=b"),
  ])
  func cellsAreQuotedAndDefused(text: String, cell: String) {
    var writer = CSVWriter()
    writer.append([.text(text), .integer(-1), .number(0.5), .number(nil)])
    #expect(writer.text == "\(cell),-1,0.5,\r\n")
  }
}
