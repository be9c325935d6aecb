/// What Linux's error numbers of a network mean, whichever node they come from.
enum LinuxError {
  /// `permission denied`
  static func text(_ errno: UInt8) -> String {
    switch errno {
    case 1: "operation not permitted"
    case 13: "permission denied"
    case 24: "too many open files"
    case 99: "cannot assign requested address"
    case 100: "network is down"
    case 101: "network is unreachable"
    case 112: "host is down"
    case 113: "no route to host"
    case _: "error \(errno)"
    }
  }
}
