import KBReports
import KBTestSupport
import Testing

/// Each format read by somebody else's reader, or by the field list that its consumer publishes.
@Suite(.enabled(if: Peer.isAvailable, Comment(rawValue: Peer.remedy))) struct FindingFormatPeerTests {
  private let report = TrickyReport.report
  private let clean = TrickyReport.clean

  /// The package sarif-pydantic allows unknown keys; here they fail, but for those that it lacks of SARIF 2.1.0.
  private static let sarifReader = """
    import json, sys
    from urllib.parse import unquote
    from pydantic import BaseModel
    from sarif_pydantic import Sarif
    from sarif_pydantic.sarif import ArtifactLocation, Suppression

    lacking = {"Run": {"columnKind"}, "Result": {"suppressions"}}

    def check(model):
        extra = set(model.model_extra or {}) - lacking.get(type(model).__name__, set())
        assert not extra, (type(model).__name__, extra)
        for value in model.__dict__.values():
            for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]:
                if isinstance(item, BaseModel):
                    check(item)

    text = sys.stdin.read()
    log = Sarif.model_validate_json(text, strict=False)
    check(log)
    assert log.version == "2.1.0" and log.schema_uri.endswith("sarif-schema-2.1.0.json")
    run, = log.runs
    assert run.model_extra["columnKind"] == "unicodeCodePoints"
    driver = run.tool.driver
    assert driver.name == "kb" and driver.semantic_version == "1.2.3"
    ids = [rule.id for rule in driver.rules]
    assert len(set(ids)) == len(ids)
    for rule in driver.rules:
        assert rule.short_description.text and rule.full_description.text and rule.help.text and rule.help.markdown
        assert rule.default_configuration.level in ("note", "warning", "error")
    prints = []
    for result in run.results:
        assert result.level and result.message.text
        if result.rule_index is not None:
            assert ids[result.rule_index] == result.rule_id
        location, = result.locations
        artifact, region = location.physical_location.artifact_location, location.physical_location.region
        assert artifact.uri_base_id in run.original_uri_base_ids
        assert not artifact.uri.startswith("/") and ":" not in artifact.uri
        assert region.start_line >= 1 and region.start_column >= 1
        assert (region.end_line, region.end_column) >= (region.start_line, region.start_column)
        assert region.snippet is None and location.physical_location.context_region is None
        prints.append(result.partial_fingerprints["kbFinding/v1"])
        for item in result.model_extra["suppressions"]:
            suppression = Suppression.model_validate(item)
            check(suppression)
            assert suppression.kind == "inSource" and suppression.justification
    assert len(set(prints)) == len(prints)
    print(json.dumps([[r.rule_id, r.level.value, unquote(r.locations[0].physical_location.artifact_location.uri),
                       len(r.model_extra["suppressions"])] for r in run.results], ensure_ascii=False))
    """

  @Test func sarifIsReadByItsModelPackage() throws {
    #expect(
      try Peer.run(Self.sarifReader, input: report.sarif(version: "1.2.3", prefix: "docs/kb")) == """
        [["KB001", "error", "docs/kb/kb.yaml", 0], \
        ["KB209", "note", "docs/kb/personas/näher-ünö.md", 0], \
        ["KB302", "warning", "docs/kb/sessions/2026/a \\"b\\" <c>&'d',#1.md", 0], \
        ["KB302", "warning", "docs/kb/sessions/2026/a \\"b\\" <c>&'d',#1.md", 0], \
        ["KB801", "error", "docs/kb/sessions/2026/a \\"b\\" <c>&'d',#1.md", 0], \
        ["KB302", "warning", "docs/kb/sessions/2026/a \\"b\\" <c>&'d',#1.md", 1]]
        """)
    #expect(try Peer.run(Self.sarifReader, input: clean.sarif(version: "1.2.3")) == "[]")
  }

  @Test func sarifOfEveryRuleIsReadByItsModelPackage() throws {
    let whole = FindingReport(findings: TrickyReport.findings, summary: report.summary, source: { _ in nil })
    #expect(!whole.rules.isEmpty)
    try Peer.run(Self.sarifReader, input: whole.sarif(version: "1.2.3"))
  }

  /// The elements and attributes that Jenkins and GitLab take, after the schema of Jenkins' xUnit plug-in.
  private static let jUnitReader = """
    import sys
    import xml.etree.ElementTree as ET
    root = ET.fromstring(sys.stdin.buffer.read())
    assert root.tag == "testsuites"
    def totals(element, cases):
        assert int(element.get("tests")) == len(cases), element.attrib
        assert int(element.get("failures")) == sum(c.find("failure") is not None for c in cases)
        assert int(element.get("skipped")) == sum(c.find("skipped") is not None for c in cases)
        assert int(element.get("errors")) == 0 and float(element.get("time")) == 0
    totals(root, list(root.iter("testcase")))
    names = set()
    for suite in root:
        assert suite.tag == "testsuite" and suite.get("name")
        totals(suite, list(suite))
        for case in suite:
            assert case.tag == "testcase" and case.get("name") and case.get("classname") and len(case) <= 1
            assert (case.get("classname"), case.get("name")) not in names
            names.add((case.get("classname"), case.get("name")))
            for outcome in case:
                assert outcome.tag in ("failure", "skipped", "system-out")
                if outcome.tag == "failure":
                    assert outcome.get("type") in ("error", "warning") and outcome.get("message") and outcome.text
    assert names
    for case in root.iter("testcase"):
        print(case.get("classname"), case.get("file"), case.get("line"), *[outcome.tag for outcome in case])
    """

  @Test func jUnitIsReadByAnXMLParser() throws {
    #expect(
      try Peer.run(Self.jUnitReader, input: report.jUnit()) == """
        kb None None
        kb.yaml kb.yaml 1 failure
        näher-ünö personas/näher-ünö.md 1 system-out
        a \(TrickyReport.path) 5 failure
        a \(TrickyReport.path) 5 failure
        a \(TrickyReport.path) 7 failure
        a \(TrickyReport.path) 9 skipped
        """)
    #expect(try Peer.run(Self.jUnitReader, input: clean.jUnit()) == "kb None None")
  }

  private static let checkstyleReader = """
    import sys
    import xml.etree.ElementTree as ET
    root = ET.fromstring(sys.stdin.buffer.read())
    assert root.tag == "checkstyle" and root.get("version")
    paths = [file.get("name") for file in root]
    assert len(set(paths)) == len(paths)
    for file in root:
        assert file.tag == "file" and len(file)
        for error in file:
            assert error.tag == "error" and set(error.keys()) == {"line", "column", "severity", "message", "source"}
            assert int(error.get("line")) >= 1 and int(error.get("column")) >= 1
            assert error.get("severity") in ("ignore", "info", "warning", "error")
            assert error.get("message") and "\\n" not in error.get("message")
            print(file.get("name"), error.get("line"), error.get("column"), error.get("severity"), error.get("source"))
    """

  @Test func checkstyleIsReadByAnXMLParser() throws {
    #expect(
      try Peer.run(Self.checkstyleReader, input: report.checkstyle()) == """
        kb.yaml 1 2 error kb.KB001.file-invalid
        personas/näher-ünö.md 1 1 info kb.KB209.orphan
        \(TrickyReport.path) 5 7 warning kb.KB302.question-tag
        \(TrickyReport.path) 5 10 warning kb.KB302.question-tag
        \(TrickyReport.path) 7 6 error kb.KB801.personal-data
        """)
    #expect(try Peer.run(Self.checkstyleReader, input: clean.checkstyle()) == "")
  }

  /// GitLab's field list of its code quality report.
  private static let gitLabReader = """
    import json, sys
    text = sys.stdin.read()
    assert not text.startswith("\\ufeff")
    issues = json.loads(text)
    assert isinstance(issues, list)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(isinstance(issue[key], str) and issue[key] for key in ("description", "check_name", "fingerprint"))
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        path = issue["location"]["path"]
        assert isinstance(path, str) and not path.startswith(("/", "./"))
        assert type(issue["location"]["lines"]["begin"]) is int and issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        print(issue["check_name"], issue["severity"], issue["location"]["path"], issue["location"]["lines"]["begin"])
    """

  @Test func gitLabFindsItsFields() throws {
    #expect(
      try Peer.run(Self.gitLabReader, input: report.gitLab()) == """
        file-invalid major kb.yaml 1
        orphan info personas/näher-ünö.md 1
        question-tag minor \(TrickyReport.path) 5
        question-tag minor \(TrickyReport.path) 5
        personal-data major \(TrickyReport.path) 7
        """)
    #expect(try Peer.run(Self.gitLabReader, input: clean.gitLab()) == "")
  }

  /// reviewdog's field list; a column counts bytes of UTF-8 from 1.
  private static let reviewdogReader = """
    import json, sys
    result = json.loads(sys.stdin.read())
    assert set(result) == {"source", "diagnostics"} and result["source"]["name"] == "kb"
    for item in result["diagnostics"]:
        assert set(item) == {"message", "location", "severity", "code"}
        assert isinstance(item["message"], str) and item["message"]
        assert item["severity"] in ("ERROR", "WARNING", "INFO") and item["code"]["value"].startswith("KB")
        span = item["location"]["range"]
        start, end = span["start"], span["end"]
        assert set(start) == set(end) and set(start) <= {"line", "column"}
        assert all(type(value) is int and value >= 1 for place in (start, end) for value in place.values())
        assert (end["line"], end.get("column", 1)) >= (start["line"], start.get("column", 1))
        print(item["code"]["value"], item["severity"], start["line"], start.get("column"), end["line"], end.get("column"))
    """

  @Test func reviewdogFindsItsFieldsWithColumnsInBytes() throws {
    #expect(
      try Peer.run(Self.reviewdogReader, input: report.reviewdog()) == """
        KB001 ERROR 1 3 1 4
        KB209 INFO 1 None 1 None
        KB302 WARNING 5 13 5 19
        KB302 WARNING 5 7 6 4
        KB801 ERROR 7 6 8 1
        """)
    #expect(try Peer.run(Self.reviewdogReader, input: clean.reviewdog()) == "")
  }
}
