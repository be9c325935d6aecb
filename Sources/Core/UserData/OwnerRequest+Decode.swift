extension OwnerRequest {
  /// Reads `owner` as cloud-init's `extract_usergroup` does, and numbers besides, which cloud-init cannot.
  ///
  /// `app:games`, `app` and `:games` name a user, a group or both; `none`, `-1` and nothing keep what is there;
  /// `1000:1000` are numbers; an entry without `owner` belongs to `root:root`. Nil after an error.
  static func decode(_ node: YAMLNode?, _ diagnosis: inout Diagnosis) -> OwnerRequest? {
    guard let node else { return .root }
    switch node.value {
    case .string(let text): return split(text)
    case .int(.small(let number)):
      guard node.isDecimal(number) else { return failed(.ownerMisread(number), node, &diagnosis) }
      if number == -1 { return .unchanged }
      guard let id = UInt32(exactly: number), id != .max else { return failed(.ownerOutOfRange, node, &diagnosis) }
      return OwnerRequest(user: .id(id), group: nil)
    case .int(.big): return failed(.ownerOutOfRange, node, &diagnosis)
    case .null, .bool, .float, .binary, .timestamp, .sequence, .mapping, .set:
      return node.isTrue ? failed(.ownerNotText(found: node.kind), node, &diagnosis) : .unchanged
    }
  }

  static let unchanged = OwnerRequest(user: nil, group: nil)

  /// At the first colon only: `root:root:x` has the group `root:x`.
  private static func split(_ text: String) -> OwnerRequest {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return OwnerRequest(user: account(text), group: nil)
    }
    return OwnerRequest(
      user: account(String(text[..<colon])), group: account(String(text[text.utf8.index(after: colon)...])))
  }

  private static func account(_ text: String) -> AccountName? {
    let name = PythonText.stripped(text)
    if name.isEmpty || name == "-1" || name.utf8.count == 4 && PythonText.asciiLowered(name) == "none" { return nil }
    let isNumber = name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isNumber, let id = UInt32(name), id != .max { return .id(id) }
    return .name(name)
  }

  private static func failed(
    _ problem: FileProblem, _ node: YAMLNode, _ diagnosis: inout Diagnosis
  ) -> OwnerRequest? {
    diagnosis.fail(problem, at: node)
    return nil
  }
}
