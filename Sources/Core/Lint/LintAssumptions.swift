/// What rules need to know of the nodes that user-data is for, and cannot see in it.
package struct LintAssumptions: Hashable, Sendable {
  package var cloud: LintGiven<LintCloud>
  package var image: LintGiven<LintImage>
  package var cloudInit: LintGiven<CloudInitVersion>

  package init(cloud: LintCloud? = nil, image: LintImage? = nil, cloudInit: CloudInitVersion? = nil) {
    self.cloud = cloud.map { LintGiven($0, .stated) } ?? LintGiven(.aws, .assumed)
    self.image = image.map { LintGiven($0, .stated) } ?? LintGiven(.debian12, .assumed)
    self.cloudInit = cloudInit.map { LintGiven($0, .stated) } ?? LintGiven(.debian12, .assumed)
  }
}

/// A value and who said so.
package struct LintGiven<Value: Hashable & Sendable>: Hashable, Sendable {
  package enum Basis: Hashable, Sendable {
    /// By an option.
    case stated
    /// By the input, such as an InstanceGroup's `image`.
    case read
    /// By nobody.
    case assumed
  }

  package let value: Value
  package let basis: Basis

  package init(_ value: Value, _ basis: Basis) {
    self.value = value
    self.basis = basis
  }
}

/// Whose instances the nodes are.
package enum LintCloud: String, Hashable, Sendable, CaseIterable {
  case aws
  case gce
  case azure
  case hetzner
  case openstack
}

/// What the nodes boot.
package enum LintImage: String, Hashable, Sendable, CaseIterable {
  case debian11
  case debian12
  case debian13
  case ubuntu2204
  case ubuntu2404
  case rhel9
  case amazon2023
  /// coreos-cloudinit, not cloud-init.
  case flatcar
  /// Google's Container-Optimized OS.
  case cos

  /// `/bin/sh` is dash, which has no `[[`, no arrays, no `source`.
  package var hasDash: Bool {
    switch self {
    case .debian11, .debian12, .debian13, .ubuntu2204, .ubuntu2404: true
    case .rhel9, .amazon2023, .flatcar, .cos: false
    }
  }
}

/// Something that a rule took for granted, by the option that would have said it.
package enum LintAssumption: String, Hashable, Sendable, CaseIterable {
  case cloud
  case image
  case cloudInit = "cloud-init"
}
