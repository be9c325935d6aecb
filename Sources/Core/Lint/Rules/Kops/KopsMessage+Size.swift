extension KopsMessage {
  /// The bytes of the message that kops makes of these entries, all but those of kops' own script.
  static func byteCount(of entries: [LintEntry]) -> Int {
    let frame = head.utf8.count + overhead(name: "nodeup.sh", type: "text/x-shellscript") + tail.utf8.count
    return entries.reduce(frame) { total, entry in
      let text = { (key: String) in entry[key]?.string ?? "" }
      return total + overhead(name: text("name"), type: text("type")) + text("content").utf8.count
    }
  }

  private static func overhead(name: String, type: String) -> Int {
    partHead(name: name, type: type).utf8.count + partTail.utf8.count
  }
}

extension LintGroup {
  /// The key `additionalUserData`.
  var userDataKey: YAMLNode? { spec?.entry("additionalUserData")?.key }
}
