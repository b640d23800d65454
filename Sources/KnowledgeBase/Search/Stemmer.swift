/// Takes English endings off words, so that `approve`, `approves`, `approved`, `approving` and `approval` are one.
///
/// A small set of suffix rules in the manner of Porter's stemmer (M. F. Porter, "An algorithm for suffix stripping", 1980), chosen so
/// that a stem is the beginning of every word that has it, but for a last `i` or `e`: words can then be looked for in raw text.
///
/// 1. plural: `sses` to `ss`; `ies` to `i`; `es` after `x`, `z`, `ch`, `sh`; another `s` but after `s`, `u` or `i`;
/// 2. `ied` to `i`; `ed` and `ing` after a part with a vowel (not `eed`); then of a doubled consonant one, but not of `ll`, `ss`, `zz`;
///    a part of two letters such as `us` gets its `e` back;
/// 3. `ly` after four letters; then one of `ment`, `ness` after four, `al` after five, `ion` after four that end in `s` or `t`;
/// 4. a last `e` after three letters with a vowel; a last `y` after a consonant becomes `i`.
///
/// Words of three letters or fewer keep all but that `y`; words with a digit or a letter beyond `a` to `z` stay as they are.
enum Stemmer {
  /// The stem of a folded word.
  static func stem(_ word: some Collection<UInt8>) -> [UInt8] {
    var stem = Array(word)
    guard stem.count >= 3, stem.allSatisfy({ $0 &- 0x61 < 26 }) else { return stem }
    if stem.count > 3 {
      stripPlural(&stem)
      stripPast(&stem)
      stripEnding(&stem)
    }
    stripLast(&stem)
    return stem
  }

  /// The beginning that every word with that stem has.
  static func beginning(ofStem stem: [UInt8]) -> [UInt8] {
    guard stem.count > 2, let last = stem.last, last == UInt8(ascii: "i") || last == UInt8(ascii: "e") else { return stem }
    return Array(stem.dropLast())
  }

  private static func stripPlural(_ stem: inout [UInt8]) {
    guard stem.last == UInt8(ascii: "s") else { return }
    if ends(stem, "sses") { stem.removeLast(2) } else if ends(stem, "ies") {
      stem.removeLast(stem.count > 4 ? 2 : 1)
    } else if ends(stem, "xes") || ends(stem, "zes") || ends(stem, "ches") || ends(stem, "shes") {
      stem.removeLast(2)
    } else if !ends(stem, "ss"), !ends(stem, "us"), !ends(stem, "is") {
      stem.removeLast()
    }
  }

  private static func stripPast(_ stem: inout [UInt8]) {
    if ends(stem, "ied"), stem.count > 4 {
      stem.removeLast(2)
      return
    }
    let count = ends(stem, "ing") ? 3 : ends(stem, "ed") && !ends(stem, "eed") ? 2 : 0
    guard count > 0, stem.count - count >= 2, hasVowel(stem.dropLast(count)) else { return }
    stem.removeLast(count)
    if stem.count == 2 {
      if isVowel(stem[0]), !isVowel(stem[1]) { stem.append(UInt8(ascii: "e")) }
      return
    }
    let last = stem[stem.count - 1]
    if last == stem[stem.count - 2], !isVowel(last), !"lsz".utf8.contains(last) { stem.removeLast() }
  }

  private static func stripEnding(_ stem: inout [UInt8]) {
    if ends(stem, "ly"), stem.count >= 6 { stem.removeLast(2) }
    if ends(stem, "ment") || ends(stem, "ness"), stem.count >= 8 { stem.removeLast(4) } else if ends(stem, "al"), stem.count >= 7 {
      stem.removeLast(2)
    } else if ends(stem, "sion") || ends(stem, "tion"), stem.count >= 7 {
      stem.removeLast(3)
    }
  }

  private static func stripLast(_ stem: inout [UInt8]) {
    guard stem.count >= 3, let last = stem.last else { return }
    if last == UInt8(ascii: "e"), stem.count > 3, hasVowel(stem.dropLast()) { stem.removeLast() } else if last == UInt8(ascii: "y"), !isVowel(stem[stem.count - 2]) {
      stem[stem.count - 1] = UInt8(ascii: "i")
    }
  }

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count > count else { return false }
    for i in 0..<count where word[word.count - count + i] != ending.utf8Start[i] { return false }
    return true
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }
  private static func hasVowel(_ part: some Sequence<UInt8>) -> Bool { part.contains { isVowel($0) || $0 == UInt8(ascii: "y") } }
}
