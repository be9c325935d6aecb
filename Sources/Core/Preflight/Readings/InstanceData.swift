/// What cloud-init writes down of the instance it runs on, in `/run/cloud-init/instance-data.json`.
///
/// `{"ds": {"meta_data": {"instance_type": "m5.large"}}, "v1": {"cloud_name": "aws", "region": "us-east-1"}}` is an instance of
/// type `m5.large` on EC2, in Virginia.
package struct InstanceData: Sendable {
  /// A value and where it stands.
  package struct Entry: Hashable, Sendable {
    /// `ds.meta_data.instance_type`
    package let path: String
    package let value: String
  }

  /// The instance's type; nil where its data source has none.
  package let instanceType: Entry?
  /// Of the standardised keys; nil where the cloud has no regions.
  package let region: Entry?
  /// What the instance may do in its cloud, by the name of its instance profile: with kops, `nodes.cluster.example.com`.
  package let role: Entry?
  /// `aws`, `nocloud`: of the standardised keys, the same in all versions.
  package let cloudName: String?

  /// Versions and data sources differ in writing dashes or underscores.
  package init(_ text: [UInt8]) throws(JSONError) {
    let data = try JSON(parsing: text, limit: Limits.instanceDataBytes)
    var types: [Entry] = []
    for group in ["meta_data", "meta-data"] {
      for name in ["instance_type", "instance-type"] {
        guard let value = data["ds"]?[group]?[name]?.string, InstanceData.isType(value) else { continue }
        types.append(Entry(path: "ds.\(group).\(name)", value: value))
      }
    }
    instanceType = types.first
    region = data["v1"]?["region"]?.string.flatMap { name in
      InstanceData.isName(name) ? Entry(path: "v1.region", value: name) : nil
    }
    role = InstanceData.role(data["ds"])
    cloudName = data["v1"]?["cloud_name"]?.string ?? data["v1"]?["cloud-name"]?.string
  }

  /// The end of `arn:aws:iam::123456789012:instance-profile/nodes.cluster.example.com`. The role's own name stands among what
  /// is held back from all but root; tools name both alike.
  private static func role(_ source: JSON?) -> Entry? {
    for group in ["meta_data", "meta-data"] {
      guard let profile = source?[group]?["iam"]?["info"]?["InstanceProfileArn"]?.string else { continue }
      let name = profile.utf8.split(separator: UInt8(ascii: "/")).dropFirst().last.map { String(Substring($0)) }
      if let name, isName(name) { return Entry(path: "ds.\(group).iam.info.InstanceProfileArn", value: name) }
    }
    return nil
  }

  /// Whether `text` can be the name of a region or a role: letters, digits and `+=,.@-_` (IAM's quotas and name requirements).
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 128
      && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "+=,.@-_".utf8.contains($0) }
  }

  /// Whether `text` can be the name of an instance type: `m5.large`, `u-6tb1.metal`. A sentence such as cloud-init puts in
  /// place of what it holds back cannot.
  package static func isType(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }
}
