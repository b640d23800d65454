/// A recording's words with their times: WebVTT or SubRip, as meeting programs write them.
package struct Transcript: Sendable, Equatable {
  /// One caption.
  package struct Cue: Sendable, Equatable {
    /// Milliseconds from the beginning; `nil` where the times cannot be read.
    package var start, end: Int?
    /// What was said, by voice, in the order of the caption.
    package var voices: [Voice]
    /// The line of the times, from 1.
    package var line: Int

    /// The words without names, lines kept.
    package var text: String { voices.map(\.text).joined(separator: "\n") }
  }

  package struct Voice: Sendable, Equatable {
    /// As the file names the speaker; `nil` where it does not.
    package var speaker: String?
    package var text: String
  }

  /// What is wrong with a caption. Its words are kept all the same.
  package struct Fault: Sendable, Equatable {
    package var line: Int
    package var message: String
  }

  /// What one speaker said without being interrupted, on one line.
  package struct Turn: Sendable, Equatable {
    package var speaker: String?
    package var start: Int?
    package var text: String
  }

  package var cues: [Cue]
  package var faults: [Fault]

  /// Captions in the order of their times, with those of one speaker that follow each other joined.
  package var turns: [Turn] {
    var turns: [Turn] = []
    for cue in ordered {
      for voice in cue.voices {
        let text = voice.text.onOneLine
        guard !text.isEmpty else { continue }
        if let last = turns.indices.last, turns[last].speaker == voice.speaker, voice.speaker != nil || isClose(turns[last], cue) {
          turns[last].text += " " + text
        } else {
          turns.append(Turn(speaker: voice.speaker, start: cue.start, text: text))
        }
      }
    }
    return turns
  }

  /// Captions overlap where two talk at once; a caption without a time stays behind the one before it.
  private var ordered: [Cue] {
    var time = 0
    var keyed: [(time: Int, index: Int)] = []
    for (i, cue) in cues.enumerated() {
      if let start = cue.start { time = start }
      keyed.append((time, i))
    }
    return keyed.sorted { ($0.time, $0.index) < ($1.time, $1.index) }.map { cues[$0.index] }
  }

  /// Where nobody is named only a new sentence can be a new turn.
  private func isClose(_ turn: Turn, _ cue: Cue) -> Bool {
    guard let last = turn.text.unicodeScalars.last else { return true }
    return ![".", "?", "!", "…"].contains(last)
  }

  /// The names of the speakers, in the order in which they first speak.
  package var speakers: [String] {
    var names: [String] = []
    for cue in cues {
      for case let name? in cue.voices.map(\.speaker) where !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension Transcript {
  /// A time as it stands in comments: `01:02:03`.
  package static func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
