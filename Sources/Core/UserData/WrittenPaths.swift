/// The files and directories that a run of `write_files` leaves, and the directories that every system has.
struct WrittenPaths {
  private var files: Set<Int> = []
  private var directories = Set(wellKnown.map { PathHashes(of: $0).path })

  /// Why no file can be written at `path`; nil where one can be.
  func problem(at path: AbsolutePath) -> FileProblem? {
    let hashes = PathHashes(of: path.text)
    if path == .root || directories.contains(hashes.path) { return .path(.directory, path.text) }
    return hashes.above.contains { files.contains($0.hash) } ? .pathBelowFile : nil
  }

  /// Whether the directory of `path` is there, as far as that can be told.
  func hasParent(_ path: AbsolutePath) -> Bool {
    PathHashes(of: path.text).above.last.map { directories.contains($0.hash) } ?? false
  }

  mutating func makeParents(of path: AbsolutePath) {
    for parent in PathHashes(of: path.text).above.reversed() {
      guard directories.insert(parent.hash).inserted else { return }
    }
  }

  mutating func addFile(_ path: AbsolutePath) { files.insert(PathHashes(of: path.text).path) }

  /// Of the Filesystem Hierarchy Standard, systemd's, and those that cloud-init makes before it looks at user-data; the root is
  /// what is before its slash.
  private static let wellKnown = [
    "", "/bin", "/boot", "/dev", "/etc", "/etc/cron.d", "/etc/default", "/etc/modprobe.d", "/etc/modules-load.d",
    "/etc/profile.d", "/etc/ssh", "/etc/sysctl.d", "/etc/systemd", "/etc/systemd/system", "/home", "/lib", "/media",
    "/mnt", "/opt", "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/tmp", "/usr", "/usr/bin", "/usr/lib",
    "/usr/local", "/usr/local/bin", "/usr/local/etc", "/usr/local/lib", "/usr/local/sbin", "/usr/local/share",
    "/usr/sbin", "/usr/share", "/var", "/var/cache", "/var/lib", "/var/lib/cloud",
    "/var/lib/cloud/instance", "/var/lib/cloud/instance/scripts", "/var/lib/cloud/scripts",
    "/var/lib/cloud/scripts/per-boot", "/var/lib/cloud/scripts/per-instance", "/var/lib/cloud/scripts/per-once",
    "/var/log", "/var/spool", "/var/tmp",
  ]
}
