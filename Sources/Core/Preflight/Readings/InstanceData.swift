/// What cloud-init writes down of the instance it runs on, in `/run/cloud-init/instance-data.json`.
///
/// `{"ds": {"meta_data": {"instance_type": "m5.large"}}, "v1": {"cloud_name": "aws"}}` is an instance of type `m5.large` on EC2.
package struct InstanceData: Sendable {
  /// A value and where it stands.
  package struct Entry: Hashable, Sendable {
    /// `ds.meta_data.instance_type`
    package let path: String
    package let value: String
  }

  /// The instance's type; nil where its data source has none.
  package let instanceType: Entry?
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
    cloudName = data["v1"]?["cloud_name"]?.string ?? data["v1"]?["cloud-name"]?.string
  }

  /// Whether `text` can be the name of an instance type: `m5.large`, `u-6tb1.metal`. A sentence such as cloud-init puts in
  /// place of what it holds back cannot.
  package static func isType(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }
}
