import Core

/// A requirement in one line, each value with its place: `cpu min 8@3:12`.
extension Requirement {
  var line: String {
    switch self {
    case .processors(let cpu): "cpu" + Self.field("min", cpu.minimum) + Self.field("max", cpu.maximum)
    case .memory(let ram): "ram" + Self.field("min", ram.minimum) + Self.field("max", ram.maximum)
    case .operatingSystem(let os):
      "os \(Self.place(os.origin))" + os.releases.map(Self.release).joined()
    case .instanceType(let types): "instance-type \(types.types.joined(separator: ","))\(Self.place(types.origin))"
    case .volume(let volume): Self.line(volume)
    case .device(let device): Self.line(device)
    case .ports(let ports): ports.transport.rawValue + ports.ranges.map { Self.field("", $0) }.joined()
    case .networkRate(let rate): "rate" + Self.field("min", rate.minimum)
    case .script(let script): "script \(script.name): \(Self.text(script.text))\(Self.place(script.origin))"
    }
  }

  private static func line(_ volume: VolumeRequirement) -> String {
    let ids = field("uid", volume.uid) + field("gid", volume.gid) + field("mode", volume.mode)
    let names = field("name", volume.name.map { Stated($0, at: volume.origin) }) + " \(volume.missing)"
    let target = volume.targetPath.map { " target \($0)" } ?? ""
    return "volume" + field("", volume.path) + names + target + field("capacity", volume.capacity)
      + field("filesystems", volume.fileSystems.map { Stated($0.value.joined(separator: ","), at: $0.origin) })
      + field("rate", volume.minTransferRate) + ids
  }

  private static func line(_ device: DeviceRequirement) -> String {
    "device" + field("", device.path) + field("access", device.access) + field("mode", device.fileMode)
      + field("uid", device.uid) + field("gid", device.gid)
  }

  private static func release(_ release: OperatingSystemRequirement.Release) -> String {
    field("", release.name) + release.versions.map { field("", $0) }.joined()
  }

  private static func text(_ text: ScriptRequirement.Text) -> String {
    switch text {
    case .inline(let bytes): "inline \(String(decoding: bytes, as: UTF8.self).debugDescription)"
    case .file(let path): "file \(path)"
    case .url(let url): "url \(url)"
    }
  }

  private static func field<Value>(_ name: String, _ value: Stated<Value>?) -> String {
    value.map { (name.isEmpty ? " " : " \(name) ") + "\($0.value)\(place($0.origin))" } ?? ""
  }

  private static func place(_ origin: Origin) -> String {
    origin.position.map { "@\($0.line):\($0.column)" } ?? "@\(origin)"
  }
}

/// What a manifest asks of a node, a line each, or what is wrong with it.
func asked(_ text: String, profile: String? = nil, instanceGroup: String? = nil) -> [String] {
  do {
    let manifest = try PreflightManifest.decode(source(text), options: DecodeOptions(instanceGroup: instanceGroup))
    return try manifest.choose(profile: profile).requirements.map(\.line)
  } catch let failure as PartFailure {
    return failure.errors.map(\.description)
  } catch let problem as PreflightProblem {
    return [problem.sentence]
  } catch {
    return ["another error: \(error)"]
  }
}

/// The same of a document whose requirements are these lines, from line 4 on, four columns in.
func required(_ lines: String...) -> [String] {
  asked(
    "apiVersion: bringup/v1\npreflight:\n  requirements:\n" + lines.map { "    \($0)\n" }.joined())
}
