extension ModeRequest {
  /// cloud-init's mode for a file without `permissions`.
  static let standard = ModeRequest.set(FileMode(0o644))

  /// Reads `permissions` as cloud-init's `decode_perms` does, and applies it as chmod(2) does.
  ///
  /// Text is octal: `"0755"`, `"755"` and `"0o755"` are mode 0755. A number is taken as it is: `0755` is octal to YAML,
  /// but `755` is mode 01363. Zero leaves the mode alone; what cannot be read is 0644. Nil after an error.
  static func decode(_ node: YAMLNode?, _ diagnosis: inout Diagnosis) -> ModeRequest? {
    guard let node else { return standard }
    switch node.value {
    case .null: return standard
    case .bool(let flag): return request(flag ? 1 : 0, node, &diagnosis)
    case .int(.small(let number)):
      if node.isDecimal(number), isTrap(number) { diagnosis.report(.permissionsDecimal(number), at: node) }
      return request(number, node, &diagnosis)
    case .int(.big): return outOfRange(node, &diagnosis)
    case .float(let number): return fromFraction(number, node, &diagnosis)
    case .string(let text):
      switch PythonInteger.octal(text) {
      case .value(let number): return request(number, node, &diagnosis)
      case .huge: return outOfRange(node, &diagnosis)
      case .malformed: return unreadable(node, &diagnosis)
      }
    case .binary, .timestamp, .sequence, .mapping, .set: return unreadable(node, &diagnosis)
    }
  }

  /// chmod(2) takes a C `int`, of which the low twelve bits count.
  private static func request(_ number: Int, _ node: YAMLNode, _ diagnosis: inout Diagnosis) -> ModeRequest? {
    if number == 0 { return .keep }
    guard let mode = Int32(exactly: number) else { return outOfRange(node, &diagnosis) }
    return .set(FileMode(UInt32(bitPattern: mode)))
  }

  private static func fromFraction(
    _ number: Double, _ node: YAMLNode, _ diagnosis: inout Diagnosis
  ) -> ModeRequest? {
    if number.isNaN { return unreadable(node, &diagnosis) }
    guard let whole = Int32(exactly: number.rounded(.towardZero)) else { return outOfRange(node, &diagnosis) }
    diagnosis.report(.permissionsFraction, at: node)
    return request(Int(whole), node, &diagnosis)
  }

  private static func unreadable(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> ModeRequest {
    diagnosis.report(.permissionsNotOctal(node.shown), at: node)
    return standard
  }

  private static func outOfRange(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> ModeRequest? {
    diagnosis.fail(.permissionsOutOfRange, at: node)
    return nil
  }

  /// Whether a decimal number was meant as octal digits: `755`, whose bits make no sensible mode, or `400`, whose digits
  /// make one. `420` and `493` are sensible as they are (0644, 0755) and senseless as octal digits.
  static func isTrap(_ number: Int) -> Bool {
    if let digits = Int(String(number), radix: 8), isSensible(digits) { return true }
    return !isSensible(number) && number != 0
  }

  /// The owner may do what the group may, and the group what others may.
  private static func isSensible(_ mode: Int) -> Bool {
    guard (0o1...0o7777).contains(mode) else { return false }
    let (owner, group, others) = (mode >> 6 & 7, mode >> 3 & 7, mode & 7)
    return others & ~group == 0 && group & ~owner == 0
  }
}
