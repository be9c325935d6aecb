extension DeviceRequirement {
  /// Reads an item of `devices`: `{path: /dev/nvidia*, permissions: rw, fileMode: "0666"}`.
  static func decode(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> DeviceRequirement? {
    let keys = ["path", "permissions", "fileMode", "uid", "gid"]
    guard let fields = RequirementFields(node, of: "a device", keys: keys, &diagnosis) else { return nil }
    let path: Stated<PathPattern>? = fields.required("path", &diagnosis)
    let access: Stated<DeviceAccess>? = fields.optional("permissions", &diagnosis)
    let mode: Stated<FileMode>? = fields.optional("fileMode", &diagnosis)
    let uid: Stated<AccountNumber>? = fields.optional("uid", &diagnosis)
    let gid: Stated<AccountNumber>? = fields.optional("gid", &diagnosis)
    guard let path else { return nil }
    let origin = diagnosis.origin(of: node)
    return DeviceRequirement(
      origin: origin, path: path, access: access ?? Stated([.read, .write], at: origin), fileMode: mode,
      uid: uid?.map(\.number), gid: gid?.map(\.number))
  }
}
