/// The page of one person on a network.
enum WebProfile: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    guard let host = WebHost(in: text, before: trigger) else { return nil }
    let isPage: Bool
    // `/@name` is a person's page wherever it stands.
    if text[trigger + 1] == UInt8(ascii: "@"), text[trigger + 2].isWord {
      isPage = true
    } else if let sections = people.first(where: { host.isAt($0.domain) })?.sections {
      let path = host.path(in: text)
      isPage = path.count >= 2 && sections.contains(path[0])
    } else if names.contains(where: host.isAt) {
      let path = host.path(in: text)
      isPage = path.count == 1 && path[0].utf8.count >= 2 && !pages.contains(path[0]) && !path[0].hasSuffix(".html") && !path[0].hasSuffix(".php")
        || path.count >= 2 && path[1] == "status"
    } else {
      isPage = false
    }
    return isPage ? PersonalDatum(.profile, host.start, host.end(in: text)) : nil
  }

  /// Where people have a part of the address of their own.
  private static let people: [(domain: String, sections: Set<String>)] = [
    ("linkedin.com", ["in", "pub", "profile"]), ("xing.com", ["profile", "people"]), ("bsky.app", ["profile"]), ("reddit.com", ["user", "u"]),
    ("stackoverflow.com", ["users"]), ("researchgate.net", ["profile"]), ("orcid.org", []), ("slack.com", ["team"]),
    ("youtube.com", ["user", "c"]), ("snapchat.com", ["add"]), ("viadeo.com", ["profile"]),
  ]

  /// Where a person's name follows the host.
  private static let names = [
    "twitter.com", "x.com", "facebook.com", "fb.com", "instagram.com", "github.com", "gitlab.com", "t.me", "wa.me", "keybase.io",
    "linktr.ee", "about.me", "vk.com", "paypal.me", "m.me",
  ]

  private static let pages: Set<String> = [
    "about", "home", "login", "signin", "signup", "search", "explore", "settings", "help", "jobs", "privacy", "terms", "features", "pricing",
    "share", "sharer", "intent", "hashtag", "docs", "topics", "marketplace", "enterprise", "security", "blog", "legal", "contact", "events",
  ]
}
