internal import CLinux
package import Core
internal import Glibc

/// Reads the devices that patterns match, on this node, without opening one: opening can rewind a tape or reset a controller.
///
/// To be used in the thread that made it.
package struct DeviceProbe {
  private var observer: PathObserver
  private var table = MountTable()
  private let creation: Reading<DeviceCreation>

  package init(interrupt: Interrupt? = nil) {
    observer = PathObserver(interrupt: interrupt)
    creation = DeviceCreation.read(&table)
  }

  /// One reading a match, sorted by path; none where nothing matches. A directory that could not be searched for matches has
  /// an unreadable one.
  package mutating func readings(of pattern: PathPattern) -> [DeviceReading] {
    PatternWalk.matches(of: pattern, by: &observer).map { match in
      switch match {
      case .path(let path): reading(of: path)
      case .unreadable(let path, let evidence):
        DeviceReading(
          path: path.text, kind: .unreadable(evidence), ownership: .unreadable(evidence), access: .unreadable(evidence))
      }
    }
  }

  private mutating func reading(of path: AbsolutePath) -> DeviceReading {
    let source = "stat \(path)"
    do throws(HostError) {
      let status = try observer.status(of: path.text)
      let ownership = OwnershipReading(status)
      let kind = DeviceReading.Kind(status)
      return DeviceReading(
        path: path.text, kind: .known(kind, Evidence(source: source, text: kind.evidence)),
        ownership: .known(ownership, Evidence(source: source, text: ownership.evidence)),
        access: access(to: path, kind))
    } catch {
      let evidence = Evidence(source: source, text: error.why)
      let isBroken = error.errno == .noEntry
      return DeviceReading(
        path: path.text, kind: isBroken ? .known(.other("a broken symbolic link"), evidence) : .unreadable(evidence),
        ownership: .unreadable(evidence), access: .unreadable(evidence))
    }
  }

  private mutating func access(to path: AbsolutePath, _ kind: DeviceReading.Kind) -> Reading<DeviceAccess> {
    let source = "faccessat2 \(path)"
    do throws(HostError) {
      // The kernel asks the device control group here, too, of either version; of the mount's options only an open would
      // tell.
      let obstacles = [try observer.obstacle(to: R_OK, path.text), try observer.obstacle(to: W_OK, path.text)]
      let mount = table.entry(of: path, by: &observer)
      guard let options = mount.value?.options else { return .unreadable(mount.evidence) }
      if kind.isDevice, options.contains("nodev") {
        return .known([], Evidence(source: mount.evidence.source, text: "nodev: \(mount.evidence.text)"))
      }
      var access = DeviceAccess()
      if obstacles[0] == nil { access.insert(.read) }
      if obstacles[1] == nil { access.insert(.write) }
      guard let creation = creation.value else { return .unreadable(creation.evidence) }
      let mayCreate = kind.isDevice && creation.allows(kind)
      if mayCreate { access.insert(.create) }
      let words = zip(["read", "write"], obstacles).map { name, errno in "\(name): \(errno?.description ?? "yes")" }
      let text = words.joined(separator: ", ") + ", mknod: \(mayCreate ? "yes" : "no")"
      return .known(access, Evidence(source: source, text: text))
    } catch {
      return .unreadable(Evidence(source: source, text: error.why))
    }
  }
}

extension DeviceReading.Kind {
  init(_ status: FileStatus) {
    let number = dev_t(status.deviceNumber)
    switch status.kind {
    case .characterDevice: self = .character(major: clinux_major(number), minor: clinux_minor(number))
    case .blockDevice: self = .block(major: clinux_major(number), minor: clinux_minor(number))
    case .directory: self = .directory
    case .regular, .symbolicLink, .fifo, .socket, .unknown: self = .other(status.kind.article)
    }
  }

  var isDevice: Bool {
    switch self {
    case .character, .block: true
    case .directory, .other: false
    }
  }

  var evidence: String {
    switch self {
    case .character(let major, let minor): "character device \(major):\(minor)"
    case .block(let major, let minor): "block device \(major):\(minor)"
    case .directory: "a directory"
    case .other(let what): what
    }
  }
}
