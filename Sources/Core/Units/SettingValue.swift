/// Reads the values under a directive's key in a bringup document.
enum SettingValue {
  /// What one item of the directive's list, or its only value, comes to. Names of units may come several to an item,
  /// with blanks between them.
  static func decode(_ node: YAMLNode, of directive: Directive) throws(UnitProblem) -> [UnitSettings.Value] {
    switch directive.kind {
    case .command: return [try command(node)]
    case .unitNames: return try unitNames(node)
    case .assignments:
      return [.assignment(try EnvironmentAssignment(try node.settingText()))]
    case .environmentFile:
      let path = try SettingLine.text(try node.settingText())
      try EnvironmentFile.check(path)
      return [.text(path)]
    case .timeSpan:
      let text = try SettingLine.text(try node.settingText())
      _ = try TimeSpan.parse(text)
      return [.timeSpan(text)]
    case .restartPolicy:
      return [.restart(try restartPolicy(node))]
    }
  }

  private static func command(_ node: YAMLNode) throws(UnitProblem) -> UnitSettings.Value {
    guard case .sequence(let items) = node.value else {
      guard case .string(let text) = node.value else {
        throw .wrongKind(found: node.kind, wanted: "a command line or a list of arguments")
      }
      let line = try SettingLine.text(text)
      _ = try ExecLine.parse(line)
      return .text(line)
    }
    var arguments: [String] = []
    for item in items { arguments.append(try item.settingText()) }
    _ = try ExecLine.quote(arguments)
    return .arguments(arguments)
  }

  private static func unitNames(_ node: YAMLNode) throws(UnitProblem) -> [UnitSettings.Value] {
    let names = try node.settingText().utf8.split(whereSeparator: UnitText.isBlank).map { String(Substring($0)) }
    guard !names.isEmpty else { throw .notAUnitName("") }
    var values: [UnitSettings.Value] = []
    for name in names {
      guard let unit = UnitName(name) else { throw .notAUnitName(name) }
      values.append(.unit(unit))
    }
    return values
  }

  /// A bare `no` is false in YAML, and nothing else is meant by it here.
  private static func restartPolicy(_ node: YAMLNode) throws(UnitProblem) -> RestartPolicy {
    if case .bool(false) = node.value { return .no }
    return try RestartPolicy.parse(try SettingLine.text(try node.settingText()))
  }
}

extension YAMLNode {
  /// The text of a value; of a number as it was written, so that `0755` and `9:9` arrive as they are. A boolean must be
  /// quoted, because it reads `yes` in one document and `true` in a copy of it.
  func settingText() throws(UnitProblem) -> String {
    switch value {
    case .string(let text): return text
    case .int(let number): return written ?? number.description
    case .float(let number): return written ?? "\(number)"
    case .bool: throw .boolean
    case .null, .binary, .timestamp, .sequence, .mapping, .set: throw .wrongKind(found: kind, wanted: "text")
    }
  }

  /// A key for a name or a message; empty where it is a collection.
  var keyText: String {
    switch value {
    case .string(let text), .timestamp(let text): text
    case .int(let number): number.description
    case .float(let number): "\(number)"
    case .bool(let truth): truth ? "true" : "false"
    case .null: "null"
    case .binary, .sequence, .mapping, .set: ""
    }
  }
}
