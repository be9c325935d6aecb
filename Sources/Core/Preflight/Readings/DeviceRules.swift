/// What a device control group of version 1 allows, from its `devices.list` (Documentation/admin-guide/cgroup-v1/devices.rst).
///
/// `c 195:* rw` lets character devices of the major number 195 be read and written; `a *:* rwm` allows all.
package struct DeviceRules: Hashable, Sendable {
  private struct Rule: Hashable, Sendable {
    /// `a`, `b` or `c`
    let kind: UInt8
    /// Nil for all.
    let major: UInt32?
    let minor: UInt32?
    let access: DeviceAccess
  }

  private let rules: [Rule]

  /// A line that is no rule allows nothing.
  package init(_ text: [UInt8]) {
    rules = text.split(separator: UInt8(ascii: "\n")).compactMap(DeviceRules.rule)
  }

  private static func rule(_ line: ArraySlice<UInt8>) -> Rule? {
    let fields = line.split(separator: UInt8(ascii: " "))
    guard fields.count == 3, let kind = fields[0].first, fields[0].count == 1, "abc".utf8.contains(kind) else {
      return nil
    }
    let numbers = fields[1].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard numbers.count == 2, let major = number(numbers[0]), let minor = number(numbers[1]) else { return nil }
    var access = DeviceAccess()
    for letter in fields[2] {
      switch letter {
      case UInt8(ascii: "r"): access.insert(.read)
      case UInt8(ascii: "w"): access.insert(.write)
      case UInt8(ascii: "m"): access.insert(.create)
      default: return nil
      }
    }
    return Rule(kind: kind, major: major, minor: minor, access: access)
  }

  /// Nil within for `*`; nil for what is no number.
  private static func number(_ text: ArraySlice<UInt8>) -> UInt32?? {
    if text.elementsEqual("*".utf8) { return .some(nil) }
    guard let number = UInt32(String(decoding: text, as: UTF8.self)) else { return nil }
    return .some(number)
  }

  /// What may be done with such a device.
  package func access(to kind: DeviceReading.Kind) -> DeviceAccess {
    let letter: UInt8
    let numbers: (major: UInt32, minor: UInt32)
    switch kind {
    case .character(let major, let minor): (letter, numbers) = (UInt8(ascii: "c"), (major, minor))
    case .block(let major, let minor): (letter, numbers) = (UInt8(ascii: "b"), (major, minor))
    case .directory, .other: return []
    }
    return rules.reduce(into: []) { access, rule in
      guard rule.kind == UInt8(ascii: "a") || rule.kind == letter, rule.major == nil || rule.major == numbers.major,
        rule.minor == nil || rule.minor == numbers.minor
      else { return }
      access.formUnion(rule.access)
    }
  }
}
