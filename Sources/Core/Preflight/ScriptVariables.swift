/// What scripts of custom checks are told of the node, as environment variables. What is not known has no variable.
///
/// | variable | is |
/// |---|---|
/// | `BRINGUP_PROFILE` | the node profile, empty for a bringup document |
/// | `BRINGUP_CPUS` | CPUs that processes of this node get, quotas counted, rounded down |
/// | `BRINGUP_MEMORY_BYTES` | bytes of memory that they get |
/// | `BRINGUP_OS_ID` | `ID` of os-release, e.g. `debian` |
/// | `BRINGUP_OS_VERSION` | `VERSION_ID` of os-release, e.g. `12` |
/// | `BRINGUP_INSTANCE_TYPE` | the cloud's name for this kind of node, e.g. `m5.xlarge` |
/// | `BRINGUP_REGION` | the cloud's name for where the node is, e.g. `us-east-1` |
/// | `BRINGUP_INSTANCE_ROLE` | the IAM role of the node, e.g. `nodes.cluster.example.com` |
/// | `BRINGUP_VERSION` | the version of this program |
package struct ScriptVariables: Sendable {
  package var profile: String?
  package var processors: ProcessorReadings?
  package var memory: MemoryReadings?
  package var operatingSystem: OperatingSystem?
  package var instance: InstanceReadings?
  package var programVersion: String?

  package init() {}

  /// Names and values, in the order of the table.
  package var entries: [(name: String, value: String)] {
    let all: [(name: String, value: String?)] = [
      ("BRINGUP_PROFILE", profile ?? ""),
      ("BRINGUP_CPUS", processors.flatMap(ScriptVariables.count)),
      ("BRINGUP_MEMORY_BYTES", memory.flatMap(ScriptVariables.bytes)),
      ("BRINGUP_OS_ID", operatingSystem?.id),
      ("BRINGUP_OS_VERSION", operatingSystem?.version),
      ("BRINGUP_INSTANCE_TYPE", instance?.type.value),
      ("BRINGUP_REGION", instance?.region.value),
      ("BRINGUP_INSTANCE_ROLE", instance?.role.value),
      ("BRINGUP_VERSION", programVersion),
    ]
    return all.compactMap { entry in entry.value.map { (entry.name, $0) } }
  }

  private static func count(_ readings: ProcessorReadings) -> String? {
    let quota = readings.quota.value ?? nil
    let counts = [readings.online.value, readings.affinity.value, quota.flatMap { Int(exactly: $0.rounded(.down)) }]
    return counts.compactMap { $0 }.min().map { String($0) }
  }

  private static func bytes(_ readings: MemoryReadings) -> String? {
    let limit = readings.limit.value ?? nil
    return [readings.total.value, limit].compactMap { $0 }.min().map { String($0.bytes) }
  }
}
