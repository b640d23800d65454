/// A link into a meeting, or to somebody's calendar.
enum MeetingLink: Detector {
  static func find(in text: Text, at trigger: Int) -> PersonalDatum? {
    guard let host = WebHost(in: text, before: trigger), let room = rooms.first(where: { host.isAt($0.domain) }) else { return nil }
    let path = host.path(in: text)
    guard let first = path.first else { return nil }
    let isRoom = room.sections.isEmpty ? !pages.contains(first) : room.sections.contains(first) && (path.count > 1 || first.contains("."))
    return isRoom ? PersonalDatum(.meetingLink, host.start, host.end(in: text)) : nil
  }

  /// By host, the parts of the address that rooms have; empty where a room follows the host.
  private static let rooms: [(domain: String, sections: Set<String>)] = [
    ("zoom.us", ["j", "my", "w", "s", "wc"]), ("teams.microsoft.com", ["l", "meet"]), ("teams.live.com", ["meet"]), ("meet.google.com", []),
    ("webex.com", ["meet", "join", "j.php", "wbxmjs", "m"]), ("calendly.com", []), ("gotomeet.me", []), ("gotomeeting.com", ["join"]),
    ("meet.goto.com", []), ("meet.jit.si", []), ("whereby.com", []), ("cal.com", []), ("bluejeans.com", []), ("chime.aws", []),
    ("calendar.google.com", ["calendar"]), ("calendar.app.google", []), ("outlook.office365.com", ["owa", "calendar"]),
    ("outlook.office.com", ["bookwithme", "owa"]), ("meetings.hubspot.com", []), ("join.skype.com", []), ("discord.gg", []), ("savvycal.com", []),
    ("meet.lync.com", []), ("join.me", []), ("app.gather.town", ["app"]),
  ]

  private static let pages: Set<String> = [
    "about", "pricing", "features", "login", "signup", "blog", "help", "integrations", "resources", "product", "security", "docs", "home",
  ]
}
