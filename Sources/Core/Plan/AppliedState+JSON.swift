extension AppliedState {
  /// ```json
  /// {"version": 1, "reload": "done", "records": [
  ///   {"kind": "drop-in", "subject": "/etc/systemd/system/a.service.d/50-bringup.conf", "part": "10-a.yaml",
  ///    "scope": "node", "digest": "9f86...", "instance": "i-0abc"}]}
  /// ```
  package var json: JSON {
    [
      "version": 1, "reload": .string(reload.rawValue),
      "records": .array(
        records.map { record in
          [
            "kind": .string(record.kind.rawValue), "subject": .string(record.subject), "part": .string(record.part),
            "scope": .string(record.scope.key), "digest": .string(record.digest), "instance": JSON(record.instance),
          ]
        }),
    ]
  }

  /// Nil where `json` is not what ``json`` makes.
  package init?(_ json: JSON) {
    guard json["version"]?.integer == 1, let reload = json["reload"]?.string.flatMap(Reload.init(rawValue:)),
      let list = json["records"]?.array
    else { return nil }
    var records: [AppliedRecord] = []
    records.reserveCapacity(list.count)
    for item in list {
      guard let kind = item["kind"]?.string.flatMap(AppliedRecord.Kind.init(rawValue:)),
        let subject = item["subject"]?.string, let part = item["part"]?.string,
        let scope = item["scope"]?.string.flatMap(Scope.init(key:)), let digest = item["digest"]?.string
      else { return nil }
      records.append(
        AppliedRecord(
          kind: kind, subject: subject, part: part, scope: scope, digest: digest, instance: item["instance"]?.string))
    }
    self.init(records: records, reload: reload)
  }
}
