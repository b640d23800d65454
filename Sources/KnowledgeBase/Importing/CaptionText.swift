/// The text of a caption: markup is taken out, and voice marks say who speaks.
enum CaptionText {
  /// `<v Jo Smith>words</v>`; text outside of such marks has no speaker. Without any words there is no voice.
  static func voices(of text: String) -> [Transcript.Voice] {
    var voices: [Transcript.Voice] = []
    var speaker: String?
    var words = ""
    func close() {
      let text = withoutReferences(words).trimmingSpaces
      if !text.isEmpty { voices.append(.init(speaker: speaker, text: text)) }
      words = ""
    }
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "<" || $0 == "{" }) {
      words += rest[..<open]
      rest = rest[open...]
      guard let tag = Tag(rest) else {
        words.append(rest.removeFirst())
        continue
      }
      rest = rest.dropFirst(tag.length)
      switch tag.kind {
      case .voice(let name):
        close()
        speaker = name
      case .endOfVoice:
        close()
        speaker = nil
      case .other: break
      }
    }
    words += rest
    close()
    return voices
  }

  private struct Tag {
    enum Kind { case voice(String?), endOfVoice, other }

    var kind: Kind
    /// In characters, with its brackets.
    var length: Int

    /// A tag of WebVTT or SubRip at the beginning of the text; `nil` where "<" or "{" is only a character.
    init?(_ text: Substring) {
      if text.hasPrefix("{\\") {
        guard let close = text.prefix(64).firstIndex(of: "}") else { return nil }
        kind = .other
        length = text.distance(from: text.startIndex, to: close) + 1
        return
      }
      guard text.first == "<", let close = text.prefix(512).firstIndex(of: ">") else { return nil }
      let inner = text[text.index(after: text.startIndex)..<close]
      length = inner.count + 2
      let name = inner.prefix { !$0.isWhitespace && $0 != "." }
      switch name {
      case "v":
        let annotation = withoutReferences(String(inner.drop { !$0.isWhitespace })).trimmingSpaces
        kind = .voice(annotation.isEmpty ? nil : annotation)
      case "/v": kind = .endOfVoice
      case "c", "/c", "i", "/i", "b", "/b", "u", "/u", "ruby", "/ruby", "rt", "/rt", "lang", "/lang", "font", "/font", "": kind = .other
      default:
        // A time within a caption, `<00:00:01.000>`, also one that a full stop cut short.
        guard inner.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else { return nil }
        kind = .other
      }
    }
  }

  /// Character references that WebVTT knows.
  private static func withoutReferences(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = text
    for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&lrm;", ""), ("&rlm;", ""), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      result = result.replacing(reference, with: character)
    }
    return result
  }
}

/// Names before a colon, as Zoom and hand-made subtitles have them: `Jo Smith: words`.
enum SpeakerPrefixes {
  /// The transcript with such names as speakers, where the same name stands before at least two captions or before half of
  /// them: a single colon may be a colon.
  static func applied(to transcript: Transcript) -> Transcript {
    var counts: [String: Int] = [:]
    for cue in transcript.cues {
      for voice in cue.voices where voice.speaker == nil {
        if let name = prefix(of: voice.text)?.name { counts[name, default: 0] += 1 }
      }
    }
    let named = counts.values.reduce(0, +)
    guard named > 0 else { return transcript }
    let isRule = named * 2 >= transcript.cues.count
    var result = transcript
    var last: String?
    for i in result.cues.indices {
      for k in result.cues[i].voices.indices where result.cues[i].voices[k].speaker == nil {
        let voice = result.cues[i].voices[k]
        if let (name, words) = prefix(of: voice.text), isRule || counts[name, default: 0] > 1 {
          result.cues[i].voices[k] = .init(speaker: name, text: words)
          last = name
        } else {
          // Without a name the same person goes on.
          result.cues[i].voices[k].speaker = last
        }
      }
      result.cues[i].voices.removeAll { $0.text.isEmpty }
    }
    result.cues.removeAll { $0.voices.isEmpty }
    return result
  }

  /// At most five words before a colon, each beginning with a capital letter, a digit or a bracket.
  static func prefix(of text: String) -> (name: String, words: String)? {
    guard let colon = text.prefix(64).firstIndex(of: ":") else { return nil }
    let name = text[..<colon].trimmingSpaces
    let after = text.index(after: colon)
    guard after == text.endIndex || text[after].isWhitespace, !name.isEmpty else { return nil }
    let words = name.split(separator: " ")
    guard words.count <= 5, name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || "0123456789 .-'’()|/_&".unicodeScalars.contains($0) }),
      words.allSatisfy({ word in
        guard let first = word.unicodeScalars.first else { return false }
        return first.properties.isUppercase || first.properties.numericType != nil || "(|/&-".unicodeScalars.contains(first)
          || ["de", "van", "von", "der", "den", "la", "le", "da", "di", "bin", "el", "al"].contains(word)
      }), name.unicodeScalars.first?.properties.isUppercase == true || name.unicodeScalars.first?.properties.isAlphabetic == false
    else { return nil }
    return (name, text[after...].trimmingSpaces)
  }
}
