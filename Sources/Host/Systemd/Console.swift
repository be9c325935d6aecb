internal import CLinux
internal import Core
internal import Glibc

/// The machine's console, which a cloud keeps a log of.
package enum Console {
  package static let device = "/dev/console"

  /// Writes one line, as far as the console takes it at once: a serial line that nobody reads does not hold up a boot. Not an
  /// error where there is no console.
  package static func say(_ line: String, on device: String = Console.device) throws(HostError) {
    do throws(Errno) {
      let number = try SystemCall.run {
        clinux_openat(AT_FDCWD, device, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC, 0)
      }
      let console = FileDescriptor(owning: number)
      let bytes = Array("\(Printable.escape(line))\n".utf8)
      try SystemCall.run { write(number, bytes, bytes.count) }
      try console.close()
    } catch {
      switch error {
      // ENXIO and ENODEV: a console is configured, but nothing is behind it.
      case .noEntry, .wouldBlock, Errno(ENXIO), Errno(ENODEV): return
      default: throw HostError("write to", device, error)
      }
    }
  }
}
