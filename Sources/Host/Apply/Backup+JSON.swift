internal import Core

extension Backup {
  /// ```json
  /// {"entries": [{"path": "/etc/a", "before": {"mode": 420, "user": 0, "group": 0}, "written": "9f86...", "role": "plain"}],
  ///  "made": ["/etc/b"], "state": null, "earlier": ["000006"]}
  /// ```
  var json: JSON {
    [
      "entries": .array(entries.map(\.json)), "made": .array(made.map(JSON.string)), "state": state ?? .null,
      "earlier": .array(earlier.map(JSON.string)),
    ]
  }

  /// Nil where `json` is not what ``json`` makes.
  init?(_ json: JSON) {
    guard let entries = json["entries"]?.array, let made = json["made"]?.array else { return nil }
    var read: [Entry] = []
    for entry in entries {
      guard let entry = Entry(entry) else { return nil }
      read.append(entry)
    }
    self.entries = read
    self.made = made.compactMap(\.string)
    let state = json["state"] ?? .null
    self.state = state == .null ? nil : state
    // Versions before kept one generation a run.
    earlier = json["earlier"]?.array?.compactMap(\.string) ?? []
    guard earlier.allSatisfy(Backup.isGenerationName) else { return nil }
  }
}

extension Backup.Entry {
  fileprivate var json: JSON {
    let before: JSON =
      self.before.map {
        ["mode": .integer(Int($0.mode.bits)), "user": .integer(Int($0.user)), "group": .integer(Int($0.group))]
      } ?? .null
    return ["path": .string(path), "before": before, "written": JSON(written), "role": .string(role.rawValue)]
  }

  fileprivate init?(_ json: JSON) {
    guard let path = json["path"]?.string, let role = json["role"]?.string.flatMap(Backup.Role.init(rawValue:)),
      let before = json["before"]
    else { return nil }
    self.path = path
    self.role = role
    written = json["written"]?.string
    if before == .null {
      self.before = nil
    } else {
      guard let mode = before["mode"]?.integer.flatMap(UInt32.init(exactly:)),
        let user = before["user"]?.integer.flatMap(UInt32.init(exactly:)),
        let group = before["group"]?.integer.flatMap(UInt32.init(exactly:))
      else { return nil }
      self.before = Backup.Attributes(mode: FileMode(mode), user: user, group: group)
    }
  }
}
