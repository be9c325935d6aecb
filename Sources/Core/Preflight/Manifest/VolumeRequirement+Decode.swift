extension VolumeRequirement {
  private static let keys = [
    "path", "name", "targetPath", "capacity", "filesystems", "minTransferRate", "createIfMissing", "skipIfMissing",
    "uid", "gid", "mode", "recursive", "hidden", "seLinuxLabel", "labels",
  ]

  /// Reads an item of `volumes`. A capacity or rate of zero asks nothing, and an empty list of file systems takes any.
  static func decode(
    _ node: YAMLNode, _ budget: inout RequirementBudget, _ diagnosis: inout Diagnosis
  ) -> VolumeRequirement? {
    guard let fields = RequirementFields(node, of: "a volume", keys: keys, &diagnosis) else { return nil }
    let path: Stated<PathPattern>? = fields.required("path", &diagnosis)
    let name: Stated<String>? = fields.optional("name", &diagnosis)
    let targetPath: Stated<String>? = fields.optional("targetPath", &diagnosis)
    let capacity: Stated<ByteCount>? = fields.optional("capacity", &diagnosis)
    let fileSystems: Stated<[String]>? = fields.list("filesystems", &budget, &diagnosis)
    let rate: Stated<TransferRate>? = fields.optional("minTransferRate", &diagnosis)
    let mode: Stated<FileMode>? = fields.optional("mode", &diagnosis)
    let uid: Stated<AccountNumber>? = fields.optional("uid", &diagnosis)
    let gid: Stated<AccountNumber>? = fields.optional("gid", &diagnosis)
    let missing = decodeMissing(fields, &diagnosis)
    guard let path else { return nil }
    return VolumeRequirement(
      origin: diagnosis.origin(of: node), name: name?.value, path: path, targetPath: targetPath?.value,
      missing: missing, capacity: capacity.flatMap { $0.value.bytes == 0 ? nil : $0 },
      fileSystems: fileSystems.flatMap { $0.value.isEmpty ? nil : $0 },
      minTransferRate: rate.flatMap { $0.value.bytesPerSecond == 0 ? nil : $0 }, uid: uid?.map(\.number),
      gid: gid?.map(\.number), mode: mode)
  }

  private static func decodeMissing(_ fields: RequirementFields, _ diagnosis: inout Diagnosis) -> Missing {
    let isSkipped: Stated<Bool>? = fields.optional("skipIfMissing", &diagnosis)
    let isCreated: Stated<Bool>? = fields.optional("createIfMissing", &diagnosis)
    if isSkipped?.value == true { return .skip }
    return isCreated?.value == false ? .fail : .create
  }
}
