extension PreflightReport {
  /// Reads back what ``json`` wrote: `/run/bringup/preflight.json`, for `bringup report`.
  ///
  /// Names and places come back as the text they were shown as, so that every rendering of the report is what it was.
  /// Nil where the value has another shape, which a report of a later version may.
  package init?(_ json: JSON) {
    guard json["version"] == 1, json["command"] == "preflight",
      let status = json["status"]?.integer.flatMap({ ExitStatus(rawValue: Int32(clamping: $0)) }),
      let startedAt = json["startedAt"]?.string.flatMap({ Timestamp($0) }),
      let microseconds = json["durationMicroseconds"]?.integer, let source = json["manifest"]?.string,
      let verdicts = json["checks"]?.items(Verdict.init), let fixes = json["fixes"]?.items(Fix.init),
      let programVersion = json["programVersion"]?.string
    else { return nil }
    self.init(
      startedAt: startedAt, microseconds: microseconds, hostName: json["hostName"]?.string, source: source,
      profile: json["profile"]?.string, verdicts: verdicts, fixes: fixes, status: status,
      programVersion: programVersion)
  }
}

extension Verdict {
  fileprivate init?(_ json: JSON) {
    guard let id = json["id"]?.string, let outcome = json["outcome"]?.string.flatMap(Outcome.init(rawValue:)),
      let wanted = json["wanted"]?.string, let found = json["found"]?.string,
      let evidence = json["evidence"]?.items(Evidence.init), let origin = json["origin"]?.string,
      let output = json["output"]?.string
    else { return nil }
    self.init(
      id: CheckID(id), outcome: outcome, wanted: wanted, found: found, evidence: evidence,
      margin: json["margin"].flatMap { Margin($0) }, remedy: json["remedy"]?.string, origin: Origin(source: origin),
      output: Array(output.utf8), microseconds: json["microseconds"]?.integer)
  }
}

extension Margin {
  fileprivate init?(_ json: JSON) {
    guard let distance = json["distance"]?.double, let unit = json["unit"]?.string.flatMap(Unit.init(rawValue:))
    else { return nil }
    self.distance = distance
    self.unit = unit
    ratio = json["ratio"]?.double
  }
}

extension Evidence {
  fileprivate init?(_ json: JSON) {
    guard let source = json["source"]?.string, let text = json["text"]?.string else { return nil }
    self.init(source: source, text: text)
  }
}

extension Fix {
  fileprivate init?(_ json: JSON) {
    guard let path = json["path"]?.string.flatMap({ AbsolutePath(known: $0) }), let change = json["change"]?.string,
      let origin = json["origin"]?.string
    else { return nil }
    let outcome: Outcome
    switch json["outcome"]?.string {
    case "done": outcome = .done
    case "failed": outcome = .failed(json["message"]?.string ?? "")
    case _: return nil
    }
    self.init(path: path, change: change, origin: Origin(source: origin), outcome: outcome)
  }
}

extension JSON {
  /// The items of an array, each read by `read`; nil where one cannot be, or where this is no array.
  fileprivate func items<Item>(_ read: (JSON) -> Item?) -> [Item]? {
    guard let array else { return nil }
    let items = array.compactMap(read)
    return items.count == array.count ? items : nil
  }
}
