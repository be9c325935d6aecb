package import Core

extension Probe {
  /// What is known of this instance: by the metadata service at `endpoint`, where one is named; else by what cloud-init wrote
  /// down in this boot; else, on EC2 alone, by EC2's own service. Anywhere else nothing is sent: that address may be
  /// somebody's.
  package static func instance(in root: borrowing Root, asking endpoint: MetadataEndpoint?) -> InstanceReadings {
    if let endpoint { return instance(from: MetadataService(endpoint)) }
    do throws(HostError) {
      let data = try instanceData(in: root)
      if data?.instanceType == nil, data?.cloudName == "aws" || isEC2(root) { return instance(from: .hasty) }
      return InstanceReadings(
        type: reading(data?.instanceType, of: "instance type", data),
        region: reading(data?.region, of: "region", data), role: reading(data?.role, of: "role", data))
    } catch {
      return isEC2(root) ? instance(from: .hasty) : InstanceReadings(unreadable: Evidence(error))
    }
  }

  private static let instanceDataPath = "/run/cloud-init/instance-data.json"

  private static func reading(_ entry: InstanceData.Entry?, of what: String, _ data: InstanceData?) -> Reading<String> {
    if let entry {
      return .known(entry.value, Evidence(source: instanceDataPath, text: "\(entry.path): \(entry.value)"))
    }
    let found = data == nil ? "cloud-init did not write it" : "it tells of no \(what)"
    let elsewhere = "and nothing says that this is EC2, where \(MetadataEndpoint.ec2) would tell"
    let why = data?.instanceType == nil ? "\(found), \(elsewhere)" : found
    return .unreadable(Evidence(source: instanceDataPath, text: why))
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

  /// A service that gives no answer to the first question is not asked the others.
  private static func instance(from service: MetadataService) -> InstanceReadings {
    do throws(HostError) {
      return InstanceReadings(
        type: try value("instance-type", of: service, what: "instance type", where: InstanceData.isType),
        region: Reading { () throws(HostError) -> Reading<String> in
          try value("placement/region", of: service, what: "region", where: InstanceData.isName)
        },
        role: Reading { () throws(HostError) -> Reading<String> in
          try value("iam/security-credentials/", of: service, what: "role", where: InstanceData.isName)
        })
    } catch {
      return InstanceReadings(unreadable: Evidence(error))
    }
  }

  private static func value(
    _ name: String, of service: MetadataService, what: String, where isValid: (String) -> Bool
  ) throws(HostError) -> Reading<String> {
    let source = service.url("/latest/meta-data/\(name)")
    guard let value = try service.value(name) else {
      return .unreadable(Evidence(source: source, text: "the service knows of no \(what)"))
    }
    guard isValid(value) else {
      return .unreadable(Evidence(source: source, text: "\(Printable.quote(value)) is no \(what)"))
    }
    return .known(value, Evidence(source: source, text: value))
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
