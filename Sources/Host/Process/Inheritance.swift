internal import CLinux
internal import Glibc

/// What this process got from the one that started it and has changed for itself, to be handed on to a program that takes
/// its place (execve(2)).
package struct Inheritance: Sendable {
  private let umask: UInt32
  /// Standard descriptors that were closed, and are filled.
  private let filledStreams: [Int32]

  /// Takes over: fills standard descriptors that are closed, so that no file opened later becomes the standard output,
  /// and makes new files as their modes are written in this program, whatever the caller's umask: cloud-init's own is 022.
  ///
  /// The filler of an output cannot be written to: what would have gone there is an error that is seen.
  package static func take() -> Inheritance {
    var filled: [Int32] = []
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is the one that was found closed.
      _ = open("/dev/null", O_RDONLY)
      filled.append(number)
    }
    return Inheritance(umask: Glibc.umask(0o022), filledStreams: filled)
  }

  /// Undoes it. The fillers stay until the program takes over: they are closed by that.
  package func handOn() {
    _ = Glibc.umask(umask)
    for number in filledStreams { _ = clinux_fcntl_int(number, F_SETFD, FD_CLOEXEC) }
  }
}
