/// A form of an English verb as it stands in a table of the source, and the regular forms that are made of a plain one.
///
/// Nothing is written anywhere: what is made is the key of the form.
struct VerbForm {
  /// ASCII, in lower case.
  let bytes: UnsafeBufferPointer<UInt8>

  var key: WordKey { WordKey(normalForm: bytes) }

  /// "sends", "tries", "watches".
  var third: WordKey {
    if endsInConsonantY { return key(dropping: 1, adding: "ies") }
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"), UInt8(ascii: "o"): return key(adding: "es")
    case UInt8(ascii: "h") where letter(1) == UInt8(ascii: "c") || letter(1) == UInt8(ascii: "s"): return key(adding: "es")
    default: return key(adding: "s")
    }
  }

  /// "merged", "tried", "stopped".
  var past: WordKey {
    if last == UInt8(ascii: "e") { return key(adding: "d") }
    if endsInConsonantY { return key(dropping: 1, adding: "ied") }
    return key(doubled: doublesLast, adding: "ed")
  }

  /// "merging", "lying", "stopping".
  var ing: WordKey {
    if last == UInt8(ascii: "e") {
      if letter(1) == UInt8(ascii: "i") { return key(dropping: 2, adding: "ying") }
      // "seeing", and "being".
      if letter(1) != UInt8(ascii: "e"), bytes.count > 2 { return key(dropping: 1, adding: "ing") }
    }
    return key(doubled: doublesLast, adding: "ing")
  }

  private var last: UInt8 { letter(0) }

  /// The letter so many places before the last one, 0 where there is none.
  private func letter(_ back: Int) -> UInt8 { bytes.count > back ? bytes[bytes.count - 1 - back] : 0 }

  private var endsInConsonantY: Bool { last == UInt8(ascii: "y") && bytes.count > 1 && !Self.isVowel(letter(1)) }

  /// "stop" → "stopp": one syllable that ends consonant, vowel, consonant.
  private var doublesLast: Bool {
    guard bytes.count == 3 || bytes.count == 4 else { return false }
    switch last {
    case UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y"): return false
    default: break
    }
    return !Self.isVowel(last) && Self.isVowel(letter(1)) && !Self.isVowel(letter(2)) && !(bytes.count == 4 && Self.isVowel(letter(3)))
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  private func key(dropping dropped: Int = 0, doubled: Bool = false, adding ending: StaticString) -> WordKey {
    var builder = WordKey.Builder()
    for at in 0..<max(0, bytes.count - dropped) { builder.append(bytes[at]) }
    if doubled { builder.append(last) }
    builder.append(ending)
    return builder.key
  }
}
