/// Whether this process may make device nodes (mknod(2)), as far as that can be told without making one.
package struct DeviceCreation: Sendable {
  /// It has CAP_MKNOD (capabilities(7)), told by `CapEff` of `/proc/self/status`.
  package let isCapable: Bool
  /// It is in the first user namespace: in any other the kernel makes no device nodes, whatever the capabilities. Told by
  /// `/proc/self/uid_map`.
  package let isInFirstNamespace: Bool
  /// Of its device control group; nil where there is none of version 1. The rules of version 2 are a program that nobody
  /// can read.
  package let rules: DeviceRules?

  package init(isCapable: Bool, isInFirstNamespace: Bool, rules: DeviceRules?) {
    self.isCapable = isCapable
    self.isInFirstNamespace = isInFirstNamespace
    self.rules = rules
  }

  /// Nil where `status` has no `CapEff`: `CapEff:\t000001ffffffffff` has all of them.
  package init?(status: [UInt8], idMap: [UInt8], rules: DeviceRules?) {
    let label = Array("CapEff:".utf8)
    guard let line = status.split(separator: UInt8(ascii: "\n")).first(where: { $0.starts(with: label) }) else {
      return nil
    }
    let digits = line.dropFirst(label.count).filter { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: " ") }
    guard let capabilities = UInt64(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    let fields = idMap.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    self.init(
      isCapable: capabilities >> DeviceCreation.capability & 1 == 1,
      isInFirstNamespace: fields.map { String(decoding: $0, as: UTF8.self) } == ["0", "0", "4294967295"],
      rules: rules)
  }

  /// CAP_MKNOD
  private static let capability = 27

  package func allows(_ kind: DeviceReading.Kind) -> Bool {
    isCapable && isInFirstNamespace && rules?.access(to: kind).contains(.create) ?? true
  }
}
