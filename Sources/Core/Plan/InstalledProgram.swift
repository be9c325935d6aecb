/// This program, as the node's service manager can start it.
package struct InstalledProgram: Hashable, Sendable {
  package enum Presence: Sendable {
    case present
    /// An image may get it later.
    case absent
  }

  package let path: AbsolutePath
  package let presence: Presence

  package init(path: AbsolutePath, presence: Presence) {
    self.path = path
    self.presence = presence
  }

  /// Where packages and images put it.
  package static let standard = InstalledProgram(path: .installedProgram, presence: .present)
}
