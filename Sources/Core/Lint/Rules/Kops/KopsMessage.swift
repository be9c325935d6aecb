/// The MIME message that kops makes of its own script and the entries of `additionalUserData`
/// (`AWSMultipartMIME` in `pkg/model/resources/nodeup.go`).
enum KopsMessage {
  private static let head = """
    Content-Type: multipart/mixed; boundary="MIMEBOUNDARY"\r\nMIME-Version: 1.0\r\n\r\n--MIMEBOUNDARY\r\n
    """

  /// Its bytes, all but those of kops' own script.
  static func byteCount(of entries: [LintEntry]) -> Int {
    let own = overhead(name: "nodeup.sh", type: "text/x-shellscript")
    return entries.reduce(head.utf8.count + own + "--".utf8.count) { total, entry in
      let text = { (key: String) in entry[key]?.string ?? "" }
      return total + overhead(name: text("name"), type: text("type")) + text("content").utf8.count
    }
  }

  /// What a part has around its content: headers, and the boundary behind it.
  private static func overhead(name: String, type: String) -> Int {
    let lines = [
      "Content-Disposition: attachment; filename=\"\(name)\"", "Content-Transfer-Encoding: 7bit",
      "Content-Type: \(type)", "Mime-Version: 1.0", "", "", "--MIMEBOUNDARY",
    ]
    return lines.reduce(0) { $0 + $1.utf8.count + 2 }
  }
}

extension LintGroup {
  /// The key `additionalUserData`.
  var userDataKey: YAMLNode? { spec?.entry("additionalUserData")?.key }
}
