import KBTestSupport
import KnowledgeBase
import Testing

@Suite struct TranscriptReaderTests {
  @Test func teamsNamesTheSpeakerInAVoiceMark() {
    let transcript = TranscriptReader.read(
      "WEBVTT\n\n9b1c/12-0\n00:00:01.000 --> 00:00:03.500\n<v Dana K>How was\nthe shift?</v>\n\n00:00:03.600 --> 00:00:05.000\n<v.loud Jo Smith>Long.</v> <v Dana K>Oh.</v>\n")
    #expect(transcript.speakers == ["Dana K", "Jo Smith"])
    #expect(transcript.turns.map(\.text) == ["How was the shift?", "Long.", "Oh."])
    #expect(transcript.cues[0].start == 1000)
    #expect(transcript.cues[0].end == 3500)
    #expect(transcript.faults.isEmpty)
  }

  @Test func zoomNamesTheSpeakerBeforeAColon() {
    let transcript = TranscriptReader.read(
      "WEBVTT\r\n\r\n1\r\n00:01.000 --> 00:02.000\r\nDana K: How long did it take?\r\n\r\n2\r\n00:02.000 --> 00:04.000\r\nJo Smith: Two hours: one by phone.\r\n\r\n3\r\n00:04.000 --> 00:05.000\r\nJo Smith: And one on paper.\r\n")
    #expect(transcript.turns.map(\.speaker) == ["Dana K", "Jo Smith"])
    #expect(transcript.turns[1].text == "Two hours: one by phone. And one on paper.")
    #expect(transcript.turns[1].start == 2000)
  }

  @Test func oneColonInManyCaptionsIsNoName() {
    let cues = (0..<5).map { "\($0)\n00:00:0\($0),000 --> 00:00:0\($0),900\n\($0 == 2 ? "Remember: never alone." : "We walk the line.")\n" }
    let transcript = TranscriptReader.read(cues.joined(separator: "\n"))
    #expect(transcript.speakers.isEmpty)
    #expect(transcript.cues[2].text == "Remember: never alone.")
  }

  @Test func subRipHasCommasNumbersAndMarkup() {
    let transcript = TranscriptReader.read("1\n00:00:01,5 --> 00:00:02,25\n{\\an8}<i>Two</i> &amp; a < b\n\n2\n0:00:03 --> 0:00:04\n<00:00:03.500>three\n")
    #expect(transcript.cues.map(\.text) == ["Two & a < b", "three"])
    #expect(transcript.cues.map(\.start) == [1500, 3000])
    #expect(transcript.cues[0].end == 2250)
  }

  @Test func overlappingCaptionsFollowTheirTimes() {
    let transcript = TranscriptReader.read(
      "WEBVTT\n\n00:00:05.000 --> 00:00:09.000\n<v A>second\n\n00:00:01.000 --> 00:00:06.000\n<v B>first\n\n00:00:05.000 --> 00:00:06.000\n<v A>third\n")
    #expect(transcript.turns.map(\.text) == ["first", "second third"])
  }

  @Test func aBrokenCaptionKeepsItsWordsAndIsReportedWithItsLine() {
    let transcript = TranscriptReader.read(
      "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v A>one\n\n00:00:xx.000 --> later\n<v A>two\n\n7\n00:00:03.000 -> 00:00:04.000\nthree\n\n00:00:09.000 --> 00:00:08.000\n<v A>four\n")
    #expect(transcript.turns.map(\.text).joined(separator: " ") == "one two three four")
    #expect(transcript.faults.map(\.line) == [6, 9, 13])
  }

  @Test func headsNotesAndStylesAreNoSpeech() {
    let transcript = TranscriptReader.read(
      "WEBVTT - a title\nKind: captions\n\nNOTE not said\nnor this\n\nSTYLE\n::cue { color: red }\n\n00:00:01.000 --> 00:00:02.000 align:start\nsaid\n")
    #expect(transcript.turns.map(\.text) == ["said"])
    #expect(transcript.faults.isEmpty)
  }

  @Test(arguments: ["", "WEBVTT", "just a note\n\nwith paragraphs", "-->", "\n-->\n-->\n", "1\n2\n3"])
  func whatIsNoTranscriptHasNoTimes(_ text: String) {
    #expect(TranscriptReader.read(text).cues.allSatisfy { $0.start == nil })
  }

  /// webvtt-py reads the same captions: https://pypi.org/project/webvtt-py/
  @Test(.enabled(if: Peer.isAvailable, Comment(rawValue: Peer.remedy)), arguments: [0, 1, 2, 3, 4, 5, 6, 7])
  func webvttPyReadsTheSameCaptions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = Self.webVTT(&generator)
    let script = """
      import sys, io, webvtt
      for c in webvtt.from_buffer(io.StringIO(sys.stdin.read())):
          print(c.start, c.end, c.text.replace("\\n", "|").strip(), sep="\\t")
      """
    let ours = TranscriptReader.read(text).cues.map { cue in
      let words = cue.voices.map(\.text).joined(separator: " ").split(separator: "\n").joined(separator: "|")
      return "\(Self.time(cue.start))\t\(Self.time(cue.end))\t\(words)"
    }
    #expect(try Peer.run(script, input: text) == ours.joined(separator: "\n"))
  }

  private static func time(_ milliseconds: Int?) -> String {
    let time = milliseconds ?? 0
    let rest = String(time % 1000)
    return "\(Transcript.clock(time)).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
  }

  /// Captions with and without hours, numbers, voices, settings, notes and several lines.
  private static func webVTT(_ generator: inout SeededGenerator) -> String {
    var text = "WEBVTT\n\n"
    var time = 0
    for number in 1...40 {
      if Int.random(in: 0..<8, using: &generator) == 0 { text += "NOTE nobody said this\n\n" }
      if Bool.random(using: &generator) { text += "\(number)\n" }
      let start = time + Int.random(in: 0..<90_000, using: &generator)
      let end = start + Int.random(in: 1..<9000, using: &generator)
      time = Bool.random(using: &generator) ? end : start
      let isShort = end < 3_600_000 && Bool.random(using: &generator)
      text += "\(self.time(start).dropFirst(isShort ? 3 : 0)) --> \(self.time(end).dropFirst(isShort ? 3 : 0))"
      if Int.random(in: 0..<5, using: &generator) == 0 { text += " align:start position:10%" }
      text += "\n"
      let lines = (0..<Int.random(in: 1...3, using: &generator)).map { line in
        ["we wrote it on paper", "every <i>night</i>", "until two", "I typed it in", "41 permits"][Int.random(in: 0..<5, using: &generator)] + " \(line)"
      }
      text += (Bool.random(using: &generator) ? "<v Jo Smith>" : "") + lines.joined(separator: "\n") + "\n\n"
    }
    return text
  }
}
