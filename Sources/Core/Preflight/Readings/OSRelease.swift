/// Reads os-release(5): assignments as a shell has them.
///
/// `ID="rhel"`, `VERSION_ID='7.9'`, `PRETTY_NAME="Red Hat \"7\""` become `rhel`, `7.9` and `Red Hat "7"`. Comments, empty
/// lines and lines that are no assignment are passed over; of several assignments to one name the last holds. Nothing is
/// expanded, as the manual page has it.
package enum OSRelease {
  /// Never fails: a file of any other kind is `linux` without a version.
  package static func parse(_ bytes: [UInt8]) -> OperatingSystem {
    var id: String?
    var version: String?
    var prettyName: String?
    for line in bytes.split(whereSeparator: ASCII.isLineEnd) {
      guard let (name, value) = assignment(line) else { continue }
      switch name {
      case "ID": id = value
      case "VERSION_ID": version = value
      case "PRETTY_NAME": prettyName = value
      default: break
      }
    }
    return OperatingSystem(id: nonEmpty(id) ?? "linux", version: nonEmpty(version), prettyName: nonEmpty(prettyName))
  }

  /// The version that a file beside it (`/etc/system-release`, `/etc/debian_version`) tells, where that is the same one in
  /// more detail: CentOS calls itself `7` in os-release, and `CentOS Linux release 7.4.1708 (Core)` here.
  package static func refine(_ system: OperatingSystem, by bytes: [UInt8]) -> OperatingSystem {
    guard let version = system.version, let start = bytes.firstIndex(where: ASCII.isDigit) else { return system }
    var run = bytes[start...].prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    while run.last == UInt8(ascii: ".") { run.removeLast() }
    guard run.count > version.utf8.count, run.starts(with: version.utf8 + [UInt8(ascii: ".")]) else { return system }
    return OperatingSystem(
      id: system.id, version: String(decoding: run, as: UTF8.self), prettyName: system.prettyName)
  }

  private static func nonEmpty(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }

  /// Nil for a comment, and for what a shell would not take as one assignment.
  private static func assignment(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
    let line = line.drop(while: ASCII.isBlank)
    let name = line.prefix { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
    let rest = line[name.endIndex...]
    guard !name.isEmpty, rest.first == UInt8(ascii: "="), let value = word(rest.dropFirst()) else { return nil }
    return (String(decoding: name, as: UTF8.self), value)
  }

  private enum Quoting {
    case none
    case single
    case double
  }

  /// One shell word; nil where a quote is not closed or a second word follows.
  private static func word(_ text: ArraySlice<UInt8>) -> String? {
    var rest = text
    var value: [UInt8] = []
    var quoting = Quoting.none
    scan: while let byte = rest.popFirst() {
      switch (quoting, byte) {
      case (.none, UInt8(ascii: "'")): quoting = .single
      case (.single, UInt8(ascii: "'")), (.double, UInt8(ascii: "\"")): quoting = .none
      case (.none, UInt8(ascii: "\"")): quoting = .double
      case (.none, UInt8(ascii: "\\")):
        guard let escaped = rest.popFirst() else { return nil }
        value.append(escaped)
      case (.double, UInt8(ascii: "\\")):
        guard let escaped = rest.popFirst() else { return nil }
        if !#"$"\`"#.utf8.contains(escaped) { value.append(byte) }
        value.append(escaped)
      case (.none, _) where ASCII.isBlank(byte):
        rest = rest.drop(while: ASCII.isBlank)
        guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { return nil }
        break scan
      case (.none, _), (.single, _), (.double, _): value.append(byte)
      }
    }
    return quoting == .none ? String(decoding: value, as: UTF8.self) : nil
  }
}
