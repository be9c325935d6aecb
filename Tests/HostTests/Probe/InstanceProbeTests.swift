import Core
import Testing

@testable import Host

@Suite("What the cloud says of its instance: the type")
struct InstanceProbeTests {
  static let data = "run/cloud-init/instance-data.json"
  static let dataPath = "/run/cloud-init/instance-data.json"

  static func reading(_ files: [String: String], asking endpoint: MetadataEndpoint? = nil) throws -> Reading<String> {
    try readings(files, asking: endpoint).type
  }

  static func readings(
    _ files: [String: String], asking endpoint: MetadataEndpoint? = nil
  ) throws -> InstanceReadings {
    let scratch = try ScratchRoot()
    for (path, text) in files { try scratch.write(path, text) }
    return Probe.instance(in: try Root(scratch.path), asking: endpoint)
  }

  static func server(_ answer: String) throws -> (server: LoopbackServer, endpoint: MetadataEndpoint) {
    let server = try LoopbackServer { request, _ in
      request.hasPrefix("PUT ")
        ? [.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nTOKEN")] : [.say("HTTP/1.1 \(answer)")]
    }
    return (server, try MetadataEndpoint("http://127.0.0.1:\(server.port)"))
  }

  @Test("is what cloud-init wrote down")
  func written() throws {
    let reading = try Self.reading([
      Self.data: #"{"ds": {"meta_data": {"instance-type": "m5.large"}}, "v1": {"cloud_name": "aws"}}"#
    ])
    #expect(
      reading == .known("m5.large", Evidence(source: Self.dataPath, text: "ds.meta_data.instance-type: m5.large")))
  }

  @Test("comes with region and role from what cloud-init wrote down")
  func regionAndRole() throws {
    let readings = try Self.readings([
      Self.data: """
      {"ds": {"meta_data": {"instance-type": "m5.large", "iam": {"info": {"InstanceProfileArn":
       "arn:aws:iam::123456789012:instance-profile/kops/nodes.cluster.example.com"}}}},
       "v1": {"cloud_name": "aws", "region": "us-east-1"}}
      """
    ])
    #expect(readings.region == .known("us-east-1", Evidence(source: Self.dataPath, text: "v1.region: us-east-1")))
    #expect(
      readings.role
        == .known(
          "nodes.cluster.example.com",
          Evidence(
            source: Self.dataPath, text: "ds.meta_data.iam.info.InstanceProfileArn: nodes.cluster.example.com")))
  }

  @Test("comes with region and role from the service")
  func regionAndRoleAsked() throws {
    let server = try LoopbackServer { request, _ in
      let answers = [
        "PUT ": "TOKEN", "GET /latest/meta-data/instance-type ": "m5.large",
        "GET /latest/meta-data/placement/region ": "us-east-1",
        "GET /latest/meta-data/iam/security-credentials/ ": "nodes.cluster.example.com",
      ]
      guard let answer = answers.first(where: { request.hasPrefix($0.key) })?.value else {
        return [.say("HTTP/1.1 404 Not Found\r\n\r\n")]
      }
      return [.say("HTTP/1.1 200 OK\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer)")]
    }
    let readings = try Self.readings([:], asking: try MetadataEndpoint("http://127.0.0.1:\(server.port)"))
    #expect(readings.type.value == "m5.large")
    #expect(readings.region.value == "us-east-1")
    #expect(readings.role.value == "nodes.cluster.example.com")
  }

  @Test("is known without region and role where the service does not tell these")
  func typeAlone() throws {
    let server = try LoopbackServer { request, _ in
      if request.hasPrefix("PUT ") { return [.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nTOKEN")] }
      if request.contains("/instance-type ") {
        return [.say("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nm5.large")]
      }
      return [.say(request.contains("/region ") ? "HTTP/1.1 403 Forbidden\r\n\r\n" : "HTTP/1.1 404 Not Found\r\n\r\n")]
    }
    let endpoint = try MetadataEndpoint("http://127.0.0.1:\(server.port)")
    let readings = try Self.readings([:], asking: endpoint)
    #expect(readings.type.value == "m5.large")
    #expect(readings.region.evidence.text == "it answered 403: this instance may not read it")
    #expect(
      readings.role
        == .unreadable(
          Evidence(
            source: "\(endpoint)/latest/meta-data/iam/security-credentials/", text: "the service knows of no role")))
  }

  @Test("is enough for nobody to be asked: region and role are then not known")
  func nobodyAsked() throws {
    let readings = try Self.readings([
      Self.data: #"{"ds": {"meta_data": {"instance-type": "m5.large"}}, "v1": {"cloud_name": "aws"}}"#
    ])
    #expect(readings.region == .unreadable(Evidence(source: Self.dataPath, text: "it tells of no region")))
    #expect(readings.role == .unreadable(Evidence(source: Self.dataPath, text: "it tells of no role")))
  }

  @Test("is what the service says that was named, whatever was written down")
  func asked() throws {
    let (server, endpoint) = try Self.server("200 OK\r\nContent-Length: 9\r\n\r\nc5.xlarge")
    let reading = try Self.reading(
      [Self.data: #"{"ds": {"meta_data": {"instance-type": "m5.large"}}}"#], asking: endpoint)
    #expect(
      reading
        == .known("c5.xlarge", Evidence(source: "\(endpoint)/latest/meta-data/instance-type", text: "c5.xlarge")))
    // For each of type, region and role a token and the value.
    #expect(server.requests.count == 6)
  }

  @Test(
    "is not known where the service does not tell it",
    arguments: [
      ("404 Not Found\r\n\r\n", "the service knows of no instance type"),
      ("403 Forbidden\r\n\r\n", "it answered 403: this instance may not read it"),
      ("200 OK\r\nContent-Length: 0\r\n\r\n", "\"\" is no instance type"),
      ("200 OK\r\nContent-Length: 7\r\n\r\n<html>\n", "\"<html>\\n\" is no instance type"),
    ])
  func refused(answer: String, why: String) throws {
    let (server, endpoint) = try Self.server(answer)
    let reading = try Self.reading([:], asking: endpoint)
    #expect(
      reading == .unreadable(Evidence(source: "\(endpoint)/latest/meta-data/instance-type", text: why)))
    #expect(server.requests.count >= 2)
  }

  static let hint = "and nothing says that this is EC2, where http://169.254.169.254 would tell"

  @Test(
    "is not asked of anybody where nothing says that this is EC2",
    arguments: [
      ([:], "cloud-init did not write it, \(hint)"),
      ([data: #"{"v1": {"cloud_name": "nocloud"}}"#], "it tells of no instance type, \(hint)"),
      (
        ["sys/class/dmi/id/sys_vendor": "QEMU\n", "sys/class/dmi/id/bios_version": "1.16\n"],
        "cloud-init did not write it, \(hint)"
      ),
      (["sys/hypervisor/uuid": "1ec2\n"], "cloud-init did not write it, \(hint)"),
      ([data: "{"], "1:2: the text ends in the middle of a value"),
    ])
  func elsewhere(files: [String: String], text: String) throws {
    #expect(try Self.reading(files) == .unreadable(Evidence(source: Self.dataPath, text: text)))
  }

  // In a network namespace without a network, where asking fails at once.
  @Test(
    "is asked of EC2's service where something says that this is EC2", .enabled(if: ProcessIdentity.isRoot),
    arguments: [
      [data: #"{"v1": {"cloud_name": "aws"}}"#], ["sys/class/dmi/id/sys_vendor": "Amazon EC2\n"],
      ["sys/class/dmi/id/bios_version": "4.11.amazon\n"], ["sys/hypervisor/uuid": "ec2e1916-9099-7caf-fd21-0123\n"],
      [data: "{", "sys/class/dmi/id/sys_vendor": "Amazon EC2\n"],
    ])
  func ec2(files: [String: String]) throws {
    let reading = try OwnThread.run {
      try OwnThread.leave(.network)
      return try Self.reading(files)
    }
    #expect(
      reading
        == .unreadable(Evidence(source: "http://169.254.169.254/latest/api/token", text: "network is unreachable")))
  }
}
