internal import Glibc

/// Who this process is.
package enum ProcessIdentity {
  package static var isRoot: Bool { geteuid() == 0 }

  /// What uname(2) calls this node; nil where that is no text.
  package static var hostName: String? {
    var names = utsname()
    guard uname(&names) == 0 else { return nil }
    return withUnsafeBytes(of: names.nodename) { bytes in
      String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
