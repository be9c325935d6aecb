/// Which input a run speaks for, so that a run over one input does not remove what another asked for.
package enum Scope: Hashable, Sendable {
  /// The node's own user-data and `/etc/bringup/parts.d`: all of it.
  case node
  /// `/etc/bringup/parts.d` alone, as bringup-apply.service names it: what an image was built with is this boot's too.
  case parts
  /// One part that cloud-init executes as a program of its own, by the name it gave the file.
  case part(String)
  /// Sources named by hand, as named; of many, one word that stands for all.
  case sources([String])

  /// The scope of a run over `words`, the sources as named on the command line. cloud-init runs a boothook as
  /// `bringup apply /var/lib/cloud/instances/ID/boothooks/NAME`, a script from the directory `scripts`.
  package init(words: [String]) {
    if words.isEmpty {
      self = .node
    } else if words == [Scope.partsDirectory.text] {
      self = .parts
    } else if words.count == 1, let name = Scope.partName(words[0]) {
      self = .part(name)
    } else {
      self = .sources(Scope.short(words))
    }
  }

  /// It is kept with each file that the sources ask for.
  private static func short(_ words: [String]) -> [String] {
    let joined = words.joined(separator: "\u{0}")
    return joined.utf8.count <= longestKey ? words : ["sha256:\(SHA256(of: Array(joined.utf8)))"]
  }

  private static let longestKey = 256

  package static let partsDirectory = AbsolutePath.root.appending("etc").appending("bringup").appending("parts.d")

  private static func partName(_ path: String) -> String? {
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.hasPrefix("/var/lib/cloud/instance"), components.count >= 3 else { return nil }
    guard ["boothooks", "scripts"].contains(components[components.count - 2]) else { return nil }
    return String(components[components.count - 1])
  }

  /// Whether a run of this scope sees all the input that a run of `other` saw: a part that cloud-init executes is a part
  /// of the node's user-data too, and the directory is read with it.
  package func governs(_ other: Scope) -> Bool {
    switch (self, other) {
    case (.node, .node), (.node, .parts), (.node, .part): true
    default: self == other
    }
  }

  /// The scope that what a part at `origin` asked for is remembered under: a run over all of a node's input remembers what is
  /// of the directory as a run over the directory does, so that either finds it again.
  func remembered(of origin: Origin) -> Scope {
    switch self {
    case .node: origin.source.utf8.starts(with: "\(Scope.partsDirectory.text)/".utf8) ? .parts : .node
    case .parts, .part, .sources: self
    }
  }

  /// The text kept in the state file.
  package var key: String {
    switch self {
    case .node: "node"
    case .parts: "parts"
    case .part(let name): "part \(name)"
    case .sources(let words): "sources " + words.joined(separator: "\u{0}")
    }
  }

  /// Nil where `key` is none that `key` above makes.
  package init?(key: String) {
    if key == "node" {
      self = .node
    } else if key == "parts" {
      self = .parts
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
