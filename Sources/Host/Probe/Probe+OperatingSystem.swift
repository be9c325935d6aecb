package import Core

extension Probe {
  /// The system of `root` by its os-release (os-release(5)), with the version as exact as a file beside it tells it.
  package static func operatingSystem(in root: borrowing Root) -> Reading<OperatingSystem> {
    Reading { () throws(HostError) -> Reading<OperatingSystem> in
      guard let (path, text) = try first(of: ["/etc/os-release", "/usr/lib/os-release"], in: root) else {
        return .unreadable(Evidence(source: "/etc/os-release, /usr/lib/os-release", text: "there is neither"))
      }
      let system = OSRelease.parse(text)
      let found = Evidence(source: path, found: Array("ID=\(system.id) VERSION_ID=\(system.version ?? "")".utf8))
      return refined(system, found, in: root) ?? .known(system, found)
    }
  }

  /// Nil where no file tells more. One that cannot be read is none: a version that is too coarse to decide by is judged as
  /// such.
  private static func refined(
    _ system: OperatingSystem, _ found: Evidence, in root: borrowing Root
  ) -> Reading<OperatingSystem>? {
    do throws(HostError) {
      guard let (path, text) = try first(of: ["/etc/system-release", "/etc/debian_version"], in: root) else {
        return nil
      }
      let exact = OSRelease.refine(system, by: text)
      if exact == system { return nil }
      let line = Evidence(source: path, found: text).text
      return .known(exact, Evidence(source: "\(found.source), \(path)", text: "\(found.text); \(line)"))
    } catch {
      return nil
    }
  }

  /// The first of `paths` that is there, and its content.
  private static func first(of paths: [String], in root: borrowing Root) throws(HostError) -> (String, [UInt8])? {
    for text in paths {
      guard let path = AbsolutePath(known: text), try root.status(path) != nil else { continue }
      return (text, try root.read(path, limit: Limits.releaseFileBytes))
    }
    return nil
  }
}
