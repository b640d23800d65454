/// A payment card by its length, its issuer's first digits and its check digit (Luhn, ISO/IEC 7812).
enum PaymentCard: NumberDetector {
  static func find(in text: Text, _ number: NumberRun) -> PersonalDatum? {
    guard (12...19).contains(number.digitCount), !number.hasPlus, !number.hasBracket, number.isSeparated(by: " -"),
      !text[number.start - 1].isWord, !text[number.end].isWord
    else { return nil }
    guard number.count == 1 || (number.count <= 5 && number.length(0) == 4 && number.length(1) >= 4) else { return nil }
    if number.count == 1, NumberCue.before(number, in: text) == .identifier { return nil }
    var digits: [Int] = []
    digits.reserveCapacity(19)
    for group in 0..<number.count {
      for i in number.start(ofGroup: group)..<number.end(ofGroup: group) { digits.append(Int(text[i] & 0x0F)) }
    }
    guard isIssued(digits), passesLuhn(digits) else { return nil }
    return PersonalDatum(.paymentCard, number.start, number.end)
  }

  private static func isIssued(_ digits: [Int]) -> Bool {
    let four = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
    switch digits.count {
    case 12: return isMaestro(four)
    case 13: return digits[0] == 4 || isMaestro(four)
    case 14: return (3000...3059).contains(four) || four / 100 == 36 || four / 100 == 38 || four / 100 == 39
    case 15: return four / 100 == 34 || four / 100 == 37 || four == 2131 || four == 1800
    default:
      return digits[0] == 4 || (5100...5599).contains(four) || (2221...2720).contains(four) || four == 6011 || (6440...6599).contains(four)
        || four / 100 == 35 || (6200...6299).contains(four) || isMaestro(four)
    }
  }

  private static func isMaestro(_ four: Int) -> Bool {
    four / 100 == 50 || (5600...5899).contains(four) || four / 100 == 63 || four / 100 == 67
  }

  private static func passesLuhn(_ digits: [Int]) -> Bool {
    var sum = 0
    for (i, digit) in digits.reversed().enumerated() {
      let doubled = digit * 2
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
