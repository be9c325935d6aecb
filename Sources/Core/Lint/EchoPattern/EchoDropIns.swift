/// The drop-ins that a `bootcmd` builds with echo, line by line.
///
/// ```yaml
/// bootcmd:
///   - mkdir -p /etc/systemd/system/a.service.d
///   - echo [Service] > /etc/systemd/system/a.service.d/b.conf
///   - echo TimeoutSec=infinity # meant >> /etc/systemd/system/a.service.d/b.conf
///   - systemctl daemon-reload
/// ```
/// is the drop-in `b.conf` of `a.service` with two lines, made by all four items; of the third, YAML takes what is behind
/// the `#` for a comment, the redirection too, and the line counts as meant.
struct EchoDropIns {
  struct DropIn {
    let unit: UnitName
    let name: DropInName
    /// As the echoes would leave it, without those of earlier boots.
    var text: String
  }

  private(set) var dropIns: [DropIn] = []
  /// Indexes of the items that do nothing else.
  private(set) var items: [Int] = []
  /// Of those, the ones that reload systemd.
  private(set) var reloads: [Int] = []
  /// An echo takes away what those before it wrote.
  private(set) var startsAnew = false
  private var directories: [(index: Int, path: String)] = []

  init(_ commands: LintCommands, in text: LintText) {
    for (index, item) in commands.items.enumerated() {
      guard case .string(let command) = item.value, Self.mayConcern(command), let plain = EchoWords(command) else {
        continue
      }
      take(plain, index: index, comment: text.comment(behind: item))
    }
    // A directory of something else is not this pattern's.
    items += directories.filter { directory in dropIns.contains { Self.isDirectory(directory.path, of: $0) } }
      .map(\.index)
    items.sort()
  }

  /// Whether the first word can be one of those that ``take(_:index:comment:)`` knows, for all that its first byte says.
  private static func mayConcern(_ command: String) -> Bool {
    switch command.utf8.first(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
    case UInt8(ascii: "e"), UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "\\"):
      true
    case _: false
    }
  }

  private mutating func take(_ command: EchoWords, index: Int, comment: String?) {
    switch command.words.first {
    case "echo":
      guard command.words.count > 1, command.words[1].utf8.first != UInt8(ascii: "-") else { return }
      let line = command.words.dropFirst().joined(separator: " ")
      let swallowed = command.target == nil ? comment.flatMap(Self.swallowedTarget) : nil
      guard let target = command.target ?? swallowed?.path,
        append(line, to: target, appends: swallowed?.appends ?? command.appends)
      else { return }
      items.append(index)
    case "mkdir":
      let operands = command.words.dropFirst().filter { $0 != "-p" }
      guard command.target == nil, operands.count == 1, let path = operands.first else { return }
      directories.append((index, path))
    case "systemctl" where command.words.count == 2 && ["daemon-reload", "deamon-reload"].contains(command.words[1]),
      "systemd" where command.words.count == 2 && command.words[1] == "daemon-reload":
      reloads.append(index)
    case _: return
    }
  }

  /// The file that a redirection in a comment names; nil where the comment tells of another command.
  private static func swallowedTarget(_ comment: String) -> (path: String, appends: Bool)? {
    let words = comment.split(separator: ">", omittingEmptySubsequences: false)
    guard words.count >= 2, let path = words.last, !PythonText.contains("echo ", in: comment) else { return nil }
    return (PythonText.stripped(String(path)), words[words.count - 2].isEmpty)
  }

  /// False where the path is none of a drop-in.
  private mutating func append(_ line: String, to path: String, appends: Bool) -> Bool {
    guard let (unit, name) = Self.dropIn(at: path) else { return false }
    if let index = dropIns.firstIndex(where: { $0.unit == unit && $0.name == name }) {
      dropIns[index].text += line + "\n"
      if !appends { startsAnew = true }
    } else {
      dropIns.append(DropIn(unit: unit, name: name, text: line + "\n"))
    }
    return true
  }

  private static let roots = [
    "/etc/systemd/system/", "/lib/systemd/system/", "/usr/lib/systemd/system/", "/run/systemd/system/",
  ]

  static func dropIn(at path: String) -> (unit: UnitName, name: DropInName)? {
    guard let root = roots.first(where: { path.utf8.starts(with: $0.utf8) }) else { return nil }
    let names = path.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2, names[0].hasSuffix(".d"), let unit = UnitName(String(names[0].dropLast(2))),
      let name = DropInName(String(names[1]))
    else { return nil }
    return (unit, name)
  }

  private static func isDirectory(_ path: String, of dropIn: DropIn) -> Bool {
    roots.contains { root in
      [path, path + "/"].contains { $0.hasBytes(of: "\(root)\(dropIn.unit.text).d/") }
    }
  }
}

extension LintText {
  /// What YAML takes for a comment behind a plain scalar, on its line.
  fileprivate func comment(behind node: YAMLNode) -> String? {
    guard case .plain = node.style, node.start.line == node.end.line,
      let place = origin(at: node.end).position, let line = source.line(place.line)
    else { return nil }
    let rest = String(decoding: line, as: UTF8.self).unicodeScalars.dropFirst(place.column - 1)
    return rest.first { $0 != " " } == "#" ? String(String.UnicodeScalarView(rest)) : nil
  }
}
