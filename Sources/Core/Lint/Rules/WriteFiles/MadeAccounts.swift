/// Users and groups that cloud-init makes once `write_files` is over: those of the user-data, and the image's default user.
struct MadeAccounts {
  private static let defaults = ["admin", "debian", "ubuntu", "ec2-user", "cloud-user", "core"]

  private var names = Set(defaults.map { Array($0.utf8) })

  init(_ input: LintInput) {
    for mapping in input.cloudConfigs.compactMap(\.mapping) {
      for key in ["users", "groups"] {
        guard case .sequence(let items) = mapping[key]?.value else { continue }
        for item in items { names.formUnion(Self.names(item).map { Array($0.utf8) }) }
      }
    }
  }

  func contain(_ name: String) -> Bool { names.contains(Array(name.utf8)) }

  /// `alice`, `{name: alice}`, or of a group `{staff: [alice]}`.
  private static func names(_ item: YAMLNode) -> [String] {
    switch item.value {
    case .string(let name): return [name]
    case .mapping(let fields):
      if case .string(let name) = fields["name"]?.value { return [name] }
      return fields.entries.compactMap { if case .string(let name) = $0.key.value { name } else { nil } }
    case .null, .bool, .int, .float, .binary, .timestamp, .sequence, .set: return []
    }
  }
}
