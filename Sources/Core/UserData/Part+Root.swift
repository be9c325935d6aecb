extension Part {
  /// The mapping that a cloud-config or bringup document is; cloud-init drops a part that is anything else.
  func rootMapping() throws(UserDataError) -> (node: YAMLNode, mapping: YAMLMapping) {
    guard let root = try YAML.parse(content, placement: placement) else {
      throw UserDataError(placement.origin, .document(.empty))
    }
    switch root.value {
    case .mapping(let mapping): return (root, mapping)
    case .null: throw UserDataError(placement.origin(at: root.start), .document(.empty))
    case .bool, .int, .float, .string, .binary, .timestamp, .sequence, .set:
      throw UserDataError(placement.origin(at: root.start), .document(.notAMapping(found: root.kind)))
    }
  }
}
