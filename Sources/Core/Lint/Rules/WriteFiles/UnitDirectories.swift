/// Where systemd looks for units and drop-ins.
enum UnitDirectories {
  /// Whether the path is that of a file right in one of them.
  static func hold(_ path: AbsolutePath) -> Bool {
    isBelow(path) && paths.contains { $0.hasBytes(of: path.parent.text) }
  }

  /// Most files are elsewhere, which their first bytes tell.
  private static func isBelow(_ path: AbsolutePath) -> Bool { paths.contains { path.text.utf8.starts(with: $0.utf8) } }

  /// The unit that a file belongs to, as itself or as a drop-in: `/etc/systemd/system/a.service.d/10-b.conf` is of
  /// `a.service`. Nil for any other file.
  static func unit(of path: AbsolutePath) -> String? {
    guard isBelow(path) else { return nil }
    if hold(path) { return types.contains { ends(path.name, in: $0) } ? path.name : nil }
    guard ends(path.name, in: ".conf"), hold(path.parent), ends(path.parent.name, in: ".d") else { return nil }
    return String(decoding: path.parent.name.utf8.dropLast(2), as: UTF8.self)
  }

  /// By byte: a suffix of Swift's own is one of characters, which an accent behind it changes.
  private static func ends(_ name: String, in suffix: String) -> Bool {
    name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  private static let paths = [
    "/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system",
    "/lib/systemd/system",
  ]
  private static let types = [
    ".service", ".socket", ".timer", ".mount", ".automount", ".path", ".target", ".slice", ".swap",
  ]
}
