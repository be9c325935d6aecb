internal import Core

/// The mounts of this process, read when first asked for.
struct MountTable {
  /// `/proc/self/mountinfo` but in tests.
  private let file: String
  private var mounts: Reading<MountInfo>?

  init(_ file: String = "/proc/self/mountinfo") {
    self.file = file
  }

  /// The mount that `path`, which exists, leads to.
  mutating func mount(of path: AbsolutePath, by observer: inout PathObserver) -> Reading<FileSystemReading> {
    let entry = entry(of: path, by: &observer)
    // A container's overlay names a directory that its mounter saw, and the container does not.
    let upper = entry.value?.upperDirectory.flatMap { self.entry(of: $0, by: &observer).value }
    return entry.map { FileSystemReading($0, upper: upper) }
  }

  /// As ``mount(of:by:)``, the whole of its line.
  mutating func entry(of path: AbsolutePath, by observer: inout PathObserver) -> Reading<Mount> {
    do throws(HostError) {
      guard let id = try observer.mountID(of: path.text) else {
        let resolved = try observer.resolved(path.text)
        return find("none holds \(path)") { $0.mount(holding: resolved) }
      }
      let reading = find("no mount \(id), which \(path) is on") { $0.mount(id: id) }
      if reading.value != nil { return reading }
      // Mounted since it was read, by autofs for one.
      mounts = nil
      return find("no mount \(id), which \(path) is on") { $0.mount(id: id) }
    } catch {
      return .unreadable(Evidence(source: "\(error.operation) \(path)", text: error.why))
    }
  }

  private mutating func find(_ absence: String, _ choose: (MountInfo) -> Mount?) -> Reading<Mount> {
    switch all {
    case .unreadable(let evidence): return .unreadable(evidence)
    case .known(let mounts, _):
      guard let mount = choose(mounts) else { return .unreadable(Evidence(source: file, text: absence)) }
      return .known(mount, Evidence(source: file, text: mount.line))
    }
  }

  /// All of them.
  var all: Reading<MountInfo> {
    mutating get {
      let all = mounts ?? read()
      mounts = all
      return all
    }
  }

  private func read() -> Reading<MountInfo> {
    do throws(HostError) {
      let text = try KernelFile.read(file)
      do throws(MountInfo.Malformed) {
        return .known(try MountInfo(text), Evidence(source: file, text: ""))
      } catch {
        return .unreadable(Evidence(source: file, text: "line \(error.line) tells of no mount"))
      }
    } catch {
      return .unreadable(Evidence(source: file, text: error.why))
    }
  }
}

extension FileSystemReading {
  init(_ mount: Mount, upper: Mount?) {
    self.init(
      type: mount.type, mountPoint: String(decoding: mount.point, as: UTF8.self), isReadOnly: mount.isReadOnly,
      upperType: upper?.type)
  }
}
