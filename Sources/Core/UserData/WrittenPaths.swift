/// The files and directories that a run of `write_files` leaves, and the directories that every system has.
struct WrittenPaths {
  private var files: Set<AbsolutePath> = []
  private var directories: Set<AbsolutePath>

  init() {
    directories = Set(Self.wellKnown.compactMap { AbsolutePath(known: $0) })
  }

  /// Why no file can be written at `path`; nil where one can be.
  func problem(at path: AbsolutePath) -> FileProblem? {
    if path == .root || directories.contains(path) { return .path(.directory, path.text) }
    return Self.parents(of: path).contains { files.contains($0) } ? .pathBelowFile : nil
  }

  /// Whether the directory of `path` is there, as far as that can be told.
  func hasParent(_ path: AbsolutePath) -> Bool { directories.contains(path.parent) }

  mutating func makeParents(of path: AbsolutePath) {
    for parent in Self.parents(of: path) {
      guard directories.insert(parent).inserted else { return }
    }
  }

  mutating func addFile(_ path: AbsolutePath) { files.insert(path) }

  /// The nearest first, the root last.
  private static func parents(of path: AbsolutePath) -> [AbsolutePath] {
    var parents: [AbsolutePath] = []
    var parent = path.parent
    while parent != .root {
      parents.append(parent)
      parent = parent.parent
    }
    return parents + [.root]
  }

  /// Of the Filesystem Hierarchy Standard, systemd's, and those that cloud-init makes before it looks at user-data.
  private static let wellKnown = [
    "/", "/bin", "/boot", "/dev", "/etc", "/etc/cron.d", "/etc/default", "/etc/modprobe.d", "/etc/modules-load.d",
    "/etc/profile.d", "/etc/ssh", "/etc/sysctl.d", "/etc/systemd", "/etc/systemd/system", "/home", "/lib", "/media",
    "/mnt", "/opt", "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/tmp", "/usr", "/usr/bin", "/usr/lib",
    "/usr/local", "/usr/local/bin", "/usr/local/etc", "/usr/local/lib", "/usr/local/sbin", "/usr/local/share",
    "/usr/sbin", "/usr/share", "/var", "/var/cache", "/var/lib", "/var/lib/cloud",
    "/var/lib/cloud/instance", "/var/lib/cloud/instance/scripts", "/var/lib/cloud/scripts",
    "/var/lib/cloud/scripts/per-boot", "/var/lib/cloud/scripts/per-instance", "/var/lib/cloud/scripts/per-once",
    "/var/log", "/var/spool", "/var/tmp",
  ]
}
