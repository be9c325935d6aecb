/// Which input a run speaks for, so that a run over one input does not remove what another asked for.
package enum Scope: Hashable, Sendable {
  /// The node's own user-data and `/etc/bringup/parts.d`: all of it.
  case node
  /// One part that cloud-init executes as a program of its own, by the name it gave the file.
  case part(String)
  /// Sources named by hand, as named.
  case sources([String])

  /// The scope of a run over `words`, the sources as named on the command line. cloud-init runs a boothook as
  /// `bringup apply /var/lib/cloud/instances/ID/boothooks/NAME`, a script from the directory `scripts`.
  package init(words: [String]) {
    if words.isEmpty {
      self = .node
    } else if words.count == 1, let name = Scope.partName(words[0]) {
      self = .part(name)
    } else {
      self = .sources(words)
    }
  }

  private static func partName(_ path: String) -> String? {
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.hasPrefix("/var/lib/cloud/instance"), components.count >= 3 else { return nil }
    guard ["boothooks", "scripts"].contains(components[components.count - 2]) else { return nil }
    return String(components[components.count - 1])
  }

  /// Whether a run of this scope sees all the input that a run of `other` saw: a part that cloud-init executes is a part
  /// of the node's user-data too.
  package func governs(_ other: Scope) -> Bool {
    switch (self, other) {
    case (.node, .node), (.node, .part): true
    default: self == other
    }
  }

  /// The text kept in the state file.
  package var key: String {
    switch self {
    case .node: "node"
    case .part(let name): "part \(name)"
    case .sources(let words): "sources " + words.joined(separator: "\u{0}")
    }
  }

  /// Nil where `key` is none that `key` above makes.
  package init?(key: String) {
    if key == "node" {
      self = .node
    } else if key.hasPrefix("part ") {
      self = .part(String(key.dropFirst(5)))
    } else if key.hasPrefix("sources ") {
      let words = key.utf8.dropFirst(8).split(separator: 0, omittingEmptySubsequences: false)
      self = .sources(words.map { String(Substring($0)) })
    } else {
      return nil
    }
  }
}
