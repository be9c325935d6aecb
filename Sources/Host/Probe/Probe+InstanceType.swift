package import Core

extension Probe {
  /// The instance type of this node: what the metadata service at `endpoint` says, where one is named; else what cloud-init wrote
  /// down in this boot; else, on EC2 alone, what EC2's own service says. Anywhere else nothing is sent: that address
  /// may be somebody's.
  package static func instanceType(in root: borrowing Root, asking endpoint: MetadataEndpoint?) -> Reading<String> {
    if let endpoint { return instanceType(from: MetadataService(endpoint)) }
    do throws(HostError) {
      let data = try instanceData(in: root)
      if let type = data?.instanceType {
        return .known(type.value, Evidence(source: instanceDataPath, text: "\(type.path): \(type.value)"))
      }
      if data?.cloudName == "aws" || isEC2(root) { return instanceType(from: .hasty) }
      return .unreadable(Evidence(source: instanceDataPath, text: reason(data)))
    } catch {
      return isEC2(root) ? instanceType(from: .hasty) : .unreadable(Evidence(error))
    }
  }

  private static let instanceDataPath = "/run/cloud-init/instance-data.json"

  private static func reason(_ data: InstanceData?) -> String {
    let found = data == nil ? "cloud-init did not write it" : "it tells of no instance type"
    return "\(found), and nothing says that this is EC2, where \(MetadataEndpoint.ec2) would tell"
  }

  /// Nil where cloud-init wrote nothing in this boot.
  private static func instanceData(in root: borrowing Root) throws(HostError) -> InstanceData? {
    guard let path = AbsolutePath(known: instanceDataPath), try root.status(path) != nil else { return nil }
    let text = try root.read(path, limit: Limits.instanceDataBytes)
    do throws(JSONError) {
      return try InstanceData(text)
    } catch {
      throw HostError("read", path.text, said: error.description)
    }
  }

  /// Whether the machine's own tables name EC2, as cloud-init's ds-identify has it: Nitro and bare metal by the vendor, Xen by
  /// the version of its BIOS or the hypervisor's number.
  private static func isEC2(_ root: borrowing Root) -> Bool {
    let signs = [
      ("/sys/class/dmi/id/sys_vendor", "Amazon EC2"), ("/sys/class/dmi/id/bios_version", "amazon"),
      ("/sys/hypervisor/uuid", "ec2"),
    ]
    for (path, sign) in signs {
      do throws(HostError) {
        let text = String(decoding: try root.readKernelFile(path), as: UTF8.self)
        if text.hasPrefix(sign) || text.dropLast().hasSuffix(".\(sign)") { return true }
      } catch {
        // No sign of EC2, like any other text.
        continue
      }
    }
    return false
  }

  static func instanceType(from service: MetadataService) -> Reading<String> {
    let name = "instance-type"
    return Reading { () throws(HostError) -> Reading<String> in
      let source = service.url("/latest/meta-data/\(name)")
      guard let type = try service.value(name) else {
        return .unreadable(Evidence(source: source, text: "the service knows of no instance type"))
      }
      guard InstanceData.isType(type) else {
        return .unreadable(Evidence(source: source, text: "\(Printable.quote(type)) is no instance type"))
      }
      return .known(type, Evidence(source: source, text: type))
    }
  }
}

extension MetadataService {
  /// EC2's own, for one who asks unbidden and does not wait long.
  fileprivate static var hasty: MetadataService {
    var service = MetadataService()
    service.timing = Timing(connect: .milliseconds(500), total: .seconds(1), attempts: 2)
    return service
  }
}
