@testable import KnowledgeBase
import KBModel
import KBReports
import KBTestSupport
import Testing

/// What the commands print of the example knowledge base.
@Suite struct ExampleViewTests {
  @Test(arguments: ["AMC", "2026-02-11-aldermoor", "who-signed-what", "permitta"])
  func recordsAreShown(id: String) throws {
    let snapshot = try Example.snapshot()
    let view = try RecordView(of: snapshot.record(id), in: snapshot)
    expectGolden(view.text(), "show-\(view.id).txt")
  }

  @Test func recordsAreShownInOtherFormats() throws {
    let snapshot = try Example.snapshot()
    let view = try RecordView(of: snapshot.record("2026-01-20-eskdale-heat"), in: snapshot)
    expectGolden(view.json(), "show-session.json")
    expectGolden(view.markdown(), "show-session.md")
  }

  @Test func linksAreShown() throws {
    let snapshot = try Example.snapshot()
    let links = RecordLinks(of: try snapshot.record("own-risk-matrix"), in: snapshot.graph)
    expectGolden(links.text(), "links.txt")
    expectGolden(links.csv(), "links.csv")
    #expect(links.jsonLines().split(separator: "\n").count == links.incoming.count + links.outgoing.count)
  }

  @Test func linksGoBothWays() throws {
    let snapshot = try Example.snapshot()
    let all = snapshot.graph.files.filter(\.isRecord).map { RecordLinks(of: $0, in: snapshot.graph) }
    let outgoing = Set(all.flatMap(\.outgoing).filter { $0.toType != nil })
    #expect(outgoing == Set(all.flatMap(\.incoming)) && outgoing.count > 200)
  }

  @Test func listsAreShown() throws {
    var request = ListRequest(type: "customer")
    request.sort = ["arr:desc"]
    request.limit = 5
    let snapshot = try Example.snapshot()
    let listing = try Listing(of: snapshot, request)
    expectGolden(listing.text(), "list.txt")
    expectGolden(listing.markdown(), "list.md")
    expectGolden(listing.json(), "list.json")
    let lists = Listing(listables: snapshot).rows.map { $0[0].map(\.text).joined() }
    #expect(lists.contains("customer") && lists.contains("quotes") && lists.contains("open-deals"))
    #expect(listing.jsonLines().split(separator: "\n").count == 5)
  }

  @Test func searchesAreShown() throws {
    let result = try Search(SearchQuery("permits binder"), in: Example.loader, limit: 3).result()
    expectGolden(result.text(showsWhy: true), "search-why.txt")
    expectGolden(result.json(), "search.json")
  }

  @Test func stateIsShown() throws {
    let state = KnowledgeBaseState(of: try Example.snapshot())
    #expect(state.errors == 0 && state.raw.map(\.id) == ["2026-06-25-corvane"] && state.planned.map(\.id) == ["2026-07-14-pellbrook"])
    #expect(state.verdicts.map(\.verdict) == [.market, .emerging, .customerSpecific, .thin])
    #expect(state.text().contains("Next: kb "))
    #expect(state.json().contains("\"kb.state/1\""))
  }

  @Test func unknownRecordsAreErrorsWithAName() throws {
    let snapshot = try Example.snapshot()
    #expect { try snapshot.record("aldermor") } throws: { ($0 as? KnowledgeBaseError)?.remedy == "Did you mean 'aldermoor'?" }
  }

  @Test func stateSaysWhatWaits() throws {
    let (scratch, loader) = try Example.base([
      "customers/acme.md": Example.customer("Acme"),
      "sessions/2026-05-01-acme.md": Example.session("acme", "2026-05-01", "Talk.").replacing("2035-12-31", with: "2026-07-30"),
      "sessions/2026-05-02-acme.md": Example.session("acme", "2026-05-02", "Talk.").replacing("2035-12-31", with: "2026-07-31"),
      "sessions/2026-05-03-acme.md": Example.session("acme", "2026-05-03", "Talk.", further: "status: raw\n"),
      "sessions/2026-08-03-acme.md": Example.session("acme", "2026-08-03", "Plan.", further: "status: planned\n"),
      "field-notes/2026-05-31-acme.md": """
        ---
        type: field-note
        date: 2026-05-31
        customer: acme
        reported_by: ravi
        ---

        > Please add it.
        > — [buyer], request ^q1
        """,
    ])
    defer { _ = scratch }
    let state = KnowledgeBaseState(of: try loader.load())
    #expect(state.consents.map(\.id) == ["2026-05-01-acme"] && state.consents.first?.days == 30)
    #expect(state.raw.map(\.id) == ["2026-05-03-acme"] && state.planned.map(\.id) == ["2026-08-03-acme"])
    #expect(state.unanswered.map(\.id) == ["2026-05-31-acme"] && state.unanswered.first?.days == -30)
    #expect(!state.text().contains("overdue"))
  }

  @Test func emptyBaseIsToldWhereToBegin() throws {
    let (scratch, loader) = try Example.base([:])
    defer { _ = scratch }
    let state = KnowledgeBaseState(of: try loader.load())
    #expect(state.next.command == "kb new customer" && state.text().contains("no records yet"))
  }
}
