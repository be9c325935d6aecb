internal import CLinux
internal import Glibc

/// What this process got from the one that started it and has changed for itself, to be handed on to a program that takes
/// its place (execve(2)).
package struct Inheritance: Sendable {
  private let umask: UInt32
  /// Standard descriptors that were closed, and are filled.
  private let filledStreams: [Int32]
  /// Whether the kernel was to forget how a child ended (SIGCHLD is ignored).
  private let forgetsChildren: Bool

  /// Takes over: fills standard descriptors that are closed, so that no file opened later becomes the standard output,
  /// and makes new files as their modes are written in this program, whatever the caller's umask: cloud-init's own is 022.
  /// How a program ended that this one started can be asked for.
  ///
  /// The filler of an output cannot be written to: what would have gone there is an error that is seen.
  package static func take() -> Inheritance {
    var filled: [Int32] = []
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is the one that was found closed.
      _ = open("/dev/null", O_RDONLY)
      filled.append(number)
    }
    let forgetsChildren = clinux_ignores(SIGCHLD) != 0
    signal(SIGCHLD, SIG_DFL)
    return Inheritance(umask: Glibc.umask(0o022), filledStreams: filled, forgetsChildren: forgetsChildren)
  }

  /// Undoes it. The fillers stay until the program takes over: they are closed by that.
  package func handOn() {
    _ = Glibc.umask(umask)
    if forgetsChildren { signal(SIGCHLD, SIG_IGN) }
    for number in filledStreams { _ = clinux_fcntl_int(number, F_SETFD, FD_CLOEXEC) }
  }
}
