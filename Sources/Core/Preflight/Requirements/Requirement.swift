/// One thing that a profile asks of a node.
package enum Requirement: Sendable {
  case processors(ProcessorRequirement)
  case memory(MemoryRequirement)
  case operatingSystem(OperatingSystemRequirement)
  case instanceType(InstanceTypeRequirement)
  case volume(VolumeRequirement)
  case device(DeviceRequirement)
  case ports(PortRequirement)
  case networkRate(NetworkRateRequirement)
  case script(ScriptRequirement)
}

/// `cpu: {min: 8, max: 64}`, in CPUs; at least one of the two is there.
package struct ProcessorRequirement: Sendable {
  package let minimum: Stated<Int>?
  package let maximum: Stated<Int>?

  package init(minimum: Stated<Int>?, maximum: Stated<Int>?) {
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// `ram: {min: "32GB", max: "64GB"}`; at least one of the two is there.
package struct MemoryRequirement: Sendable {
  package let minimum: Stated<ByteCount>?
  package let maximum: Stated<ByteCount>?

  package init(minimum: Stated<ByteCount>?, maximum: Stated<ByteCount>?) {
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// `os: [{name: rhel, versions: ["7.2", "7.3"]}, ...]`: one of the releases has to be the node's.
package struct OperatingSystemRequirement: Sendable {
  package struct Release: Sendable {
    /// Of os-release's `ID`.
    package let name: Stated<NamePattern>
    /// Of which one has to cover os-release's `VERSION_ID`; none covers all.
    package let versions: [Stated<ReleaseVersion>]

    package init(name: Stated<NamePattern>, versions: [Stated<ReleaseVersion>]) {
      self.name = name
      self.versions = versions
    }
  }

  /// Where the list stands.
  package let origin: Origin
  /// Not empty.
  package let releases: [Release]

  package init(origin: Origin, releases: [Release]) {
    self.origin = origin
    self.releases = releases
  }
}

/// A profile's `providers.aws.instanceTypes`: the node has to be of one of them.
package struct InstanceTypeRequirement: Sendable {
  package let origin: Origin
  /// Not empty.
  package let types: [String]

  package init(origin: Origin, types: [String]) {
    self.origin = origin
    self.types = types
  }
}

/// An item of `network.ports`: no process of the node may hold one of them.
package struct PortRequirement: Sendable {
  package let transport: TransportProtocol
  /// In the order of the manifest; not empty.
  package let ranges: [Stated<PortRange>]

  package init(transport: TransportProtocol, ranges: [Stated<PortRange>]) {
    self.transport = transport
    self.ranges = ranges
  }
}

/// `network.minTransferRate`, to and from a peer.
package struct NetworkRateRequirement: Sendable {
  package let minimum: Stated<TransferRate>

  package init(minimum: Stated<TransferRate>) {
    self.minimum = minimum
  }
}

/// An item of `customChecks`: a script that has to end with status 0.
package struct ScriptRequirement: Sendable {
  package enum Text: Sendable {
    /// The script itself.
    case inline([UInt8])
    /// The path of `file://PATH`, relative to the manifest's directory where it does not begin with a slash.
    case file(String)
    /// Put in place when the manifest is bundled; not fetched here.
    case url(String)
  }

  package let origin: Origin
  /// Its description, or `check N` counted from 1; unique in the profile.
  package let name: String
  package let text: Text

  package init(origin: Origin, name: String, text: Text) {
    self.origin = origin
    self.name = name
    self.text = text
  }
}
