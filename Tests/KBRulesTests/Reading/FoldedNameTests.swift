import Testing

@testable import KBRules

struct FoldedNameTests {
  @Test(arguments: [
    ("Müller & Söhne GmbH", "MULLER & SOHNE"), ("Acme, Inc.", "ACME"), ("Acme B.V.", "acme bv"), ("Nordisk A/S", "Nordisk AS"),
    ("Birch GmbH & Co. KG", "Birch"), ("Smith and Sons Ltd", "Smith & Sons Limited"), ("Hydro-Tech S.A.", "Hydro Tech SA"),
    ("Kaufe\u{301} AG", "Kaufé AG"), ("Łódź Sp. z o.o.", "Lodz"), ("O'Neill LLC", "O’Neill"), ("Straße AG", "Strasse"),
  ])
  func spellingsOfOneCompanyAreEqual(_ a: String, _ b: String) {
    #expect(FoldedName.company(a) == FoldedName.company(b))
    #expect(!FoldedName.company(a).isEmpty)
  }

  @Test(arguments: [("Birch Foods", "Birch Steel"), ("Birch 2", "Birch 3"), ("North Group", "North"), ("樺木", "松木"), ("Co", "Inc")])
  func namesOfTwoCompaniesDiffer(_ a: String, _ b: String) {
    #expect(FoldedName.company(a) != FoldedName.company(b))
  }

  @Test
  func aNameThatIsALegalFormKeepsItsLastWord() {
    #expect(FoldedName.company("SE AG") == "se")
    #expect(FoldedName.company("…") == "")
  }

  @Test(arguments: [("Public sector", "public-sector"), ("SMB", "smb"), ("mid_market", "Mid-Market")])
  func segmentsThatDifferInCaseBlanksOrHyphensAreEqual(_ a: String, _ b: String) {
    #expect(FoldedName.vocabularyWord(a) == FoldedName.vocabularyWord(b))
  }

  @Test
  func segmentsThatDifferInLettersAreNot() {
    #expect(FoldedName.vocabularyWord("smb") != FoldedName.vocabularyWord("smbs"))
    #expect(FoldedName.vocabularyWord("é") != FoldedName.vocabularyWord("e"))
  }
}
