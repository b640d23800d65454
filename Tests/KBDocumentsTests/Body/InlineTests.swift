import KBDocuments
import KBModel
import Testing

struct WikilinkTests {
  @Test(arguments: [
    ("[[a]]", ["a#"]), ("x [[a|text]] y [[b]]", ["a#", "b#"]), ("[[a#Heading two]]", ["a#Heading two"]), ("[[a#^q1|t]]", ["a#^q1"]), ("[[#Here]]", ["#Here"]),
    ("![[a]]", ["a#"]), ("[[ a ]]", ["a#"]), ("| [[a\\|t]] |", ["a#"]), ("# [[a]]", ["a#"]), ("- [[a]]\n  - [[b]]", ["a#", "b#"]), ("> [[a]]", ["a#"]),
    ("[[[a]]]", ["a#"]), ("**[[a]]**", ["a#"]), ("[[a]][[b]]", ["a#", "b#"]), ("`x` [[a]] `y`", ["a#"]), ("` [[a]]", ["a#"]), ("``x` [[a]]", ["a#"]),
    ("\\` [[a]] `", ["a#"]), ("[[ä-\u{1F600}]]", ["ä-\u{1F600}#"]), ("[[a]] <!-- [[b]] --> [[c]]", ["a#", "c#"]), ("[x [[a]] y](z.md)", ["a#"]),
    ("a [[b]]: c", ["b#"]), ("`a\n[[b]]\nc` [[d]]", ["d#"]), ("> `a\n> [[b]]` [[c]]", ["c#"]), ("[[a|b [c]]]", []),
  ])
  func areFound(_ text: String, _ targets: [String]) {
    for text in [text, "\u{1F600}\n\n" + text, text + "\n"] {
      let document = Document(text)
      #expect(document.body.links.map { document.text($0.target) + "#" + document.text($0.anchor) } == targets)
      for link in document.body.links {
        #expect(document.text(link.range).hasPrefix("[[") && document.text(link.range).hasSuffix("]]"))
      }
    }
  }

  @Test(arguments: [
    "`[[a]]`", "``[[a]] ` ``", "\\[[a]]", "[\\[a]]", "[[a\n]]", "[[a]", "[a]]", "[[]]", "[[ ]]", "[[|x]]", "```\n[[a]]\n```", "    [[a]]", "<!-- [[a]] -->", "<div>\n[[a]]\n</div>", "[[a]b]]", "~~~\n[[a]]",
  ])
  func areNotFound(_ text: String) { #expect(Document(text).linkTargets.isEmpty) }
}

struct FileLinkTests {
  @Test(arguments: [
    ("[t](a.md)", "a.md"), ("![t](img/a.png)", "img/a.png"), ("[t](<a b.md>)", "a b.md"), ("[t](a.md \"title\")", "a.md"), ("[t]( ../a.md#x )", "../a.md#x"), ("[t](a(b).md)", "a(b).md"),
    ("[t]: a.md\n", "a.md"), ("[t]: <a b.md> 'x'\n", "a b.md"), ("[t]:\na.md\n", "a.md"), ("[a [b] c](d.md)", "d.md"), ("[t](a.md 'x (y)')", "a.md"), ("> [t]: a.md\n> w", "a.md"), ("[t](a.md\n\"title\")", "a.md"),
  ])
  func areFound(_ text: String, _ destination: String) {
    let document = Document(text)
    #expect(document.texts(document.body.fileLinks.map(\.destination)) == [destination])
    #expect(document.body.fileLinks.allSatisfy { document.text($0.range).contains("[") })
  }

  @Test(arguments: [
    "[t](https://x.y/a)", "[t](mailto:a@b)", "[t](#here)", "[t](/a)", "[t]()", "`[t](a.md)`", "\\[t](a.md)", "[t] (a.md)", "[t](a b.md)", "[t](a.md", "[t]: https://x\n", "```\n[t](a.md)\n```", "t](a.md)",
    "<!-- [t](a.md) -->", "[t](<a\nb>)", "[t](a.md \"x)",
  ])
  func areNotFound(_ text: String) { #expect(Document(text).body.fileLinks.isEmpty) }

  @Test func imagesBeginWithTheirMark() {
    let document = Document("a ![t](b.png) c [d](e.md)")
    #expect(document.texts(document.body.fileLinks.map(\.range)) == ["![t](b.png)", "[d](e.md)"])
  }
}

struct BlockIDTests {
  @Test(arguments: [
    ("text ^a1", ["a1"]), ("text\nmore ^a1", ["a1"]), ("# Title ^a1", ["a1"]), ("# Title ^a1 #", ["a1"]), ("- item ^a-1\n- other ^b", ["a-1", "b"]), ("> w\n> — p-1 ^q1", ["q1"]),
    ("text\n^a1", ["a1"]), ("| a |\n\n^t1\n", ["t1"]), ("> w\n\n^q1", ["q1"]), ("> a\n> — p-1 ^q1\n> b\n> — p-1 ^q2\n", ["q1", "q2"]), ("- a\n\n  b ^x", ["x"]), ("text ^a1  ", ["a1"]),
  ])
  func areFound(_ text: String, _ names: [String]) { #expect(Document(text).blockIDNames == names) }

  @Test(arguments: ["x^2", "text ^a1 more", "a ^", "`a ^b`", "```\na ^b\n```", "text ^a1\nmore", "\\^a", "a ^b.c", "<!-- a ^b -->"])
  func areNotFound(_ text: String) { #expect(Document(text).blockIDNames.isEmpty) }
}

struct CommentTests {
  @Test(arguments: [
    ("<!-- a -->", ["<!-- a -->"]), ("x <!-- a --> y <!--b-->", ["<!-- a -->", "<!--b-->"]), ("<!-- a\n\nb -->\n", ["<!-- a\n\nb -->"]), ("x <!-- a\nb --> y", ["<!-- a\nb -->"]),
    ("- <!-- a -->\n- b", ["<!-- a -->"]), ("<div><!-- a --></div>", ["<!-- a -->"]), ("# h <!-- a -->", ["<!-- a -->"]), ("`<` <!-- a -->", ["<!-- a -->"]),
  ])
  func areFound(_ text: String, _ comments: [String]) {
    let document = Document(text)
    #expect(document.texts(document.body.comments) == comments)
  }

  @Test(arguments: ["`<!-- a -->`", "```\n<!-- a -->\n```", "    <!-- a -->", "<!-- a", "x <!-- a\n\nb -->", "\\<!-- a -->"])
  func areNotFound(_ text: String) { #expect(Document(text).body.comments.isEmpty) }
}

struct ConflictMarkerTests {
  @Test(arguments: ["\n", "\r\n"])
  func areFoundInOrder(_ lineEnd: String) {
    let lines = ["a", "<<<<<<< HEAD", "b", "=======", "c", ">>>>>>> topic", "d"]
    let document = Document(lines.joined(separator: lineEnd))
    #expect(document.texts(document.body.conflictMarkers) == ["<<<<<<< HEAD", "=======", ">>>>>>> topic"])
  }

  @Test func areFoundInFrontMatterAndYAML() {
    let yaml = "a: 1\n<<<<<<< x\nb: 1\n=======\nb: 2\n>>>>>>> y\n"
    #expect(Document("---\n\(yaml)---\n").body.conflictMarkers.count == 3)
    #expect(Document(yaml: yaml).body.conflictMarkers.count == 3)
  }

  @Test(arguments: [
    "Title\n=======\n", "<<<<<<< a\nb\n=======\n", "=======\n<<<<<<< a\n>>>>>>> b\n", " <<<<<<< a\n=======\n>>>>>>> b\n", "```\n<<<<<<< a\n=======\n>>>>>>> b\n```\n",
    "<<<<<<<a\n=======\n>>>>>>>b\n", "<<<<<<< a\n======= x\n>>>>>>> b\n",
  ])
  func areNotFound(_ text: String) { #expect(Document(text).body.conflictMarkers.isEmpty) }
}
