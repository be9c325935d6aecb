/// CPUs as three sources count them; the smallest is what processes of this node get.
package struct ProcessorReadings: Sendable {
  /// Of the whole machine.
  package let online: Reading<Int>
  /// That this process may run on (sched_getaffinity(2)).
  package let affinity: Reading<Int>
  /// CPU time per wall time that the cgroups above this process allow, the tightest; nil where none limits it.
  package let quota: Reading<Double?>

  package init(online: Reading<Int>, affinity: Reading<Int>, quota: Reading<Double?>) {
    self.online = online
    self.affinity = affinity
    self.quota = quota
  }
}

/// Memory as its sources tell it.
package struct MemoryReadings: Sendable {
  /// What the kernel manages: installed memory without what it keeps for itself (`MemTotal`).
  package let total: Reading<ByteCount>
  /// What is built in (memory blocks of sysfs); nil where the machine does not tell.
  package let installed: Reading<ByteCount?>
  /// The tightest limit of the cgroups above this process; nil where none limits it.
  package let limit: Reading<ByteCount?>

  package init(total: Reading<ByteCount>, installed: Reading<ByteCount?>, limit: Reading<ByteCount?>) {
    self.total = total
    self.installed = installed
    self.limit = limit
  }
}

/// What the cloud says of its instance.
package struct InstanceReadings: Sendable {
  /// `m5.large`
  package let type: Reading<String>
  /// `us-east-1`
  package let region: Reading<String>
  /// The IAM role: `nodes.cluster.example.com`.
  package let role: Reading<String>

  package init(type: Reading<String>, region: Reading<String>, role: Reading<String>) {
    self.type = type
    self.region = region
    self.role = role
  }

  /// Nothing of it can be read, for one reason.
  package init(unreadable evidence: Evidence) {
    self.init(type: .unreadable(evidence), region: .unreadable(evidence), role: .unreadable(evidence))
  }
}

/// os-release(5).
package struct OperatingSystem: Hashable, Sendable {
  /// `ID`, `linux` where the file has none.
  package let id: String
  /// `VERSION_ID`; nil where the file has none, as rolling releases do.
  package let version: String?
  /// `PRETTY_NAME`, for people.
  package let prettyName: String?

  package init(id: String, version: String?, prettyName: String?) {
    self.id = id
    self.version = version
    self.prettyName = prettyName
  }
}
