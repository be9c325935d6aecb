/// A version of cloud-init: `22.4.2`, or `22.4` for what began with 22.4.0.
package struct CloudInitVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let year, minor, patch: Int

  package init(_ year: Int, _ minor: Int, _ patch: Int = 0) {
    self.year = year
    self.minor = minor
    self.patch = patch
  }

  /// `22.4.2`, `24.4`, or a package's `22.4.2-1+deb12u4`, of which what follows the numbers is left out; nil for
  /// anything else.
  package init?(_ text: String) {
    let numbers = text.utf8.prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    let fields = numbers.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard (2...3).contains(fields.count), !fields.contains(nil), fields.allSatisfy({ $0 ?? 0 < 10_000 }) else {
      return nil
    }
    self.init(fields[0] ?? 0, fields[1] ?? 0, fields.count > 2 ? fields[2] ?? 0 : 0)
  }

  /// What Debian 12 has.
  package static let debian12 = CloudInitVersion(22, 4, 2)

  package static func < (left: CloudInitVersion, right: CloudInitVersion) -> Bool {
    (left.year, left.minor, left.patch) < (right.year, right.minor, right.patch)
  }

  package var description: String { "\(year).\(minor)" + (patch == 0 ? "" : ".\(patch)") }
}
