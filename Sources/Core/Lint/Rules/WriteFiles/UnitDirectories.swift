/// Where systemd looks for units and drop-ins.
enum UnitDirectories {
  /// Whether the path is that of a file right in one of them.
  static func hold(_ path: AbsolutePath) -> Bool { paths.contains { $0.hasBytes(of: path.parent.text) } }

  /// The unit that a file belongs to, as itself or as a drop-in: `/etc/systemd/system/a.service.d/10-b.conf` is of
  /// `a.service`. Nil for any other file.
  static func unit(of path: AbsolutePath) -> String? {
    if hold(path) { return types.contains { path.name.hasSuffix($0) } ? path.name : nil }
    guard path.name.hasSuffix(".conf"), hold(path.parent), path.parent.name.hasSuffix(".d") else { return nil }
    return String(path.parent.name.dropLast(2))
  }

  private static let paths = [
    "/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system",
    "/lib/systemd/system",
  ]
  private static let types = [
    ".service", ".socket", ".timer", ".mount", ".automount", ".path", ".target", ".slice", ".swap",
  ]
}
