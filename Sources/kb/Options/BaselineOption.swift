import KBModel
import KBReports
import KnowledgeBase

/// The file of known findings that `--baseline` and `--write-baseline` name.
enum BaselineOption {
  static func read(_ path: String) throws(KnowledgeBaseError) -> (path: String, entries: Baseline) {
    let bytes = try UserFile.read(path)
    do throws(BaselineFile.Fault) {
      return (path, try BaselineFile.baseline(in: bytes, path: path))
    } catch {
      throw .usage("'\(path)' is no baseline: \(error.reason)", remedy: "Write it anew with 'kb validate --write-baseline \(path)'.")
    }
  }

  static func write(_ findings: [Finding], to path: String) throws(KnowledgeBaseError) {
    try Interrupt.whileWriting { () throws(KnowledgeBaseError) in try UserFile.write(path, Array(BaselineFile.text(of: Baseline(of: findings)).utf8)) }
    Message.notice("\(findings.count == 1 ? "1 finding is" : "\(findings.count) findings are") listed in '\(path)'")
  }
}
