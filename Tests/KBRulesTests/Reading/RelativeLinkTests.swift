import Testing

@testable import KBRules

struct RelativeLinkTests {
  @Test(arguments: [
    ("acme.md", "customers/acme.md"), ("./acme.md#plants", "customers/acme.md"), ("../personas/planner.md", "personas/planner.md"),
    ("birch%202.md", "customers/birch 2.md"), ("<birch 2.md>", "customers/birch 2.md"), ("/kb.yaml", "kb.yaml"), ("a//b/", "customers/a/b"),
    ("..", ""), ("50%.md", "customers/50%.md"), ("photo.png?raw=1", "customers/photo.png"), ("m%C3%BCller.md", "customers/müller.md"),
  ])
  func pathsWithinAreTakenFromTheFilesFolder(_ destination: String, _ path: String) {
    #expect(RelativeLink(destination, from: "customers/birch.md") == .within(path))
  }

  @Test(arguments: ["https://example.com/a.md", "mailto:kb@example.com", "#history", "", "//example.com/a", "tel:123", "data:text/plain,a", "?a=b"])
  func otherPlacesAreNotLookedAt(_ destination: String) {
    #expect(RelativeLink(destination, from: "customers/birch.md") == .elsewhere)
  }

  @Test(arguments: ["../../a.md", "/../a.md", "C:\\a.md", "%2e%2e/%2e%2e/a.md"])
  func nothingLeadsAboveTheKnowledgeBase(_ destination: String) {
    #expect(RelativeLink(destination, from: "customers/birch.md") == .outside)
  }
}
