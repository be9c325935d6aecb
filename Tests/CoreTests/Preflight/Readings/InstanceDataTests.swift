import Testing

@testable import Core

@Suite("What cloud-init writes down of an instance")
struct InstanceDataTests {
  static func data(_ text: String) throws -> InstanceData { try InstanceData(Array(text.utf8)) }

  @Test(
    "tells its type, however the version spells the keys",
    arguments: [
      (#"{"ds": {"meta_data": {"instance_type": "m5.large"}}}"#, "ds.meta_data.instance_type"),
      (#"{"ds": {"meta_data": {"instance-type": "m5.large"}}}"#, "ds.meta_data.instance-type"),
      (#"{"ds": {"meta-data": {"instance_type": "m5.large"}}}"#, "ds.meta-data.instance_type"),
      (#"{"ds": {"meta-data": {"instance-type": "m5.large"}}}"#, "ds.meta-data.instance-type"),
    ])
  func type(text: String, path: String) throws {
    #expect(try Self.data(text).instanceType == InstanceData.Entry(path: path, value: "m5.large"))
  }

  @Test(
    "tells no type where it has none, or holds it back",
    arguments: [
      "{}", "[]", "null", #"{"ds": []}"#, #"{"ds": {"meta_data": null}}"#, #"{"instance_type": "m5.large"}"#,
      #"{"ds": {"meta_data": {"instance_type": 5}}}"#, #"{"ds": {"meta_data": {"instance_type": ""}}}"#,
      #"{"ds": {"meta_data": {"instance_type": "redacted for non-root user"}}}"#,
      #"{"ds": {"meta_data": {"instance_type": "a\nb"}}}"#,
    ])
  func noType(text: String) throws {
    #expect(try Self.data(text).instanceType == nil)
  }

  @Test(
    "tells the cloud",
    arguments: [
      (#"{"v1": {"cloud_name": "aws", "cloud-name": "aws"}}"#, "aws"),
      (#"{"v1": {"cloud-name": "nocloud"}}"#, "nocloud"),
      (#"{"v1": {}}"#, nil), (#"{"cloud_name": "aws"}"#, nil),
    ])
  func cloud(text: String, name: String?) throws {
    #expect(try Self.data(text).cloudName == name)
  }

  @Test(
    "tells the region",
    arguments: [
      (#"{"v1": {"region": "us-east-1"}}"#, "us-east-1"), (#"{"v1": {"region": null}}"#, nil),
      (#"{"v1": {"region": ""}}"#, nil), (#"{"v1": {"region": "not a region"}}"#, nil),
      (#"{"region": "us-east-1"}"#, nil),
    ])
  func region(text: String, name: String?) throws {
    #expect(try Self.data(text).region?.value == name)
  }

  @Test(
    "tells the role by its instance profile",
    arguments: [
      ("arn:aws:iam::123456789012:instance-profile/nodes.cluster.example.com", "nodes.cluster.example.com"),
      ("arn:aws:iam::123456789012:instance-profile/a/path/nodes", "nodes"), ("nodes", nil), ("", nil), ("a/b c", nil),
    ])
  func role(profile: String, name: String?) throws {
    for group in ["meta_data", "meta-data"] {
      let text = #"{"ds": {"\#(group)": {"iam": {"info": {"InstanceProfileArn": "\#(profile)"}}}}}"#
      #expect(try Self.data(text).role?.value == name)
    }
  }

  @Test("is JSON, of a bounded size")
  func malformed() {
    #expect(throws: JSONError.self) { try Self.data(#"{"ds": "#) }
    let long = "\"" + String(repeating: "x", count: Limits.instanceDataBytes) + "\""
    #expect(throws: JSONError.self) { try Self.data(long) }
  }

  @Test(
    "has types of a known shape",
    arguments: [
      ("m5.large", true), ("u-6tb1.metal", true), ("", false), ("a b", false), ("t2\u{301}", false),
      (String(repeating: "m", count: 65), false),
    ])
  func shape(text: String, isType: Bool) {
    #expect(InstanceData.isType(text) == isType)
  }
}
