/// What a node's processes are to do with a device: the letters of a device cgroup's rules.
package struct DeviceAccess: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let read = DeviceAccess(rawValue: 1)
  package static let write = DeviceAccess(rawValue: 2)
  /// May be made with mknod(2).
  package static let create = DeviceAccess(rawValue: 4)
}

extension DeviceAccess: CustomStringConvertible {
  private static let letters: [(letter: UInt8, access: DeviceAccess)] = [
    (UInt8(ascii: "r"), .read), (UInt8(ascii: "w"), .write), (UInt8(ascii: "m"), .create),
  ]

  /// `rw` is reading and writing; nil for a text that is empty or holds another letter or one twice.
  package init?(parsing text: String) {
    var all: DeviceAccess = []
    for byte in text.utf8 {
      guard let access = Self.letters.first(where: { $0.letter == byte })?.access,
        all.isDisjoint(with: access)
      else { return nil }
      all.insert(access)
    }
    guard !all.isEmpty else { return nil }
    self = all
  }

  /// `rwm`, in this order.
  package var description: String {
    String(decoding: Self.letters.filter { contains($0.access) }.map(\.letter), as: UTF8.self)
  }
}
