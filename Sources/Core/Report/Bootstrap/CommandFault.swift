/// Why COMMAND cannot take the place of bringup.
package enum CommandFault: Swift.Error, Hashable, Sendable {
  /// As it was named.
  case notFound(String)
  /// A file is there; the kernel's reason.
  case notExecutable(path: String, String)

  package var sentence: String {
    switch self {
    case .notFound(let name):
      name.utf8.contains(UInt8(ascii: "/"))
        ? "\(Printable.escape(name)) does not exist" : "no directory of PATH has \(Printable.escape(name))"
    case .notExecutable(let path, let why): "\(Printable.escape(path)) cannot be executed: \(why)"
    }
  }

  /// What shells end with (POSIX XCU 2.8.2, "Exit Status for Commands").
  package var shellStatus: Int32 {
    switch self {
    case .notFound: 127
    case .notExecutable: 126
    }
  }
}
