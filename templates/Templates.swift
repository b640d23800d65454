/// The files that `kb new` and `kb init` write, part of the binary so that the installed program is one file.
///
/// A knowledge base's own `templates/TYPE.md` takes the place of the template for that type.
package enum Templates {
  /// The template for records of a type; the general one for types of a knowledge base's own.
  package static func record(type: String) -> String {
    let bytes: [UInt8] =
      switch type {
      case "session": PackageResources.session_md
      case "field-note": PackageResources.field_note_md
      case "customer": PackageResources.customer_md
      case "persona": PackageResources.persona_md
      case "use-case": PackageResources.use_case_md
      case "guide": PackageResources.guide_md
      case "competitor": PackageResources.competitor_md
      case "decision": PackageResources.decision_md
      default: PackageResources.record_md
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Templates {
  /// `kb.yaml` of a new knowledge base, with `{{name}}` for its title.
  package static var configuration: String { String(decoding: PackageResources.kb_yaml, as: UTF8.self) }
  /// A workflow of GitHub that checks pull requests.
  package static var gitHubWorkflow: String { String(decoding: PackageResources.github_yml, as: UTF8.self) }
  /// A pipeline of GitLab that checks merge requests.
  package static var gitLabPipeline: String { String(decoding: PackageResources.gitlab_yml, as: UTF8.self) }
  /// A hook that checks what is about to be committed.
  package static var preCommitHook: String { String(decoding: PackageResources.pre_commit_sh, as: UTF8.self) }
}
