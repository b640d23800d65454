#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import KBReports
import Testing

@Suite struct JSONTests {
  private static let active = "a\u{0}\u{1B}[31m\u{7F}\u{85}\u{9B}\u{61C}\u{200E}\u{2028}\u{2029}\u{202E}\u{2066}\u{FEFF}\n\r\t\"\\/é😀"

  @Test func whatATerminalWouldActOnIsEscaped() {
    let line = JSON.line([Self.active])
    #expect(line.hasSuffix("/é😀\"]\n"))
    #expect(line.contains("\\u202e") && line.contains("\\u009b") && line.contains("\\ufeff"))
    let active = line.dropLast().unicodeScalars.filter {
      [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
    }
    #expect(active.isEmpty)
  }

  @Test func readersGetTheTextBack() throws {
    for text in [JSON.line([Self.active]), JSON.document([Self.active])] {
      #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)).first?.unicodeScalars.elementsEqual(Self.active.unicodeScalars) == true)
    }
  }
}
