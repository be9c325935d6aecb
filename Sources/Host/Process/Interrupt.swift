internal import CLinux
internal import Glibc

/// Holds back SIGINT, SIGTERM and SIGHUP while it lives, so that work in progress can be ended in order.
///
/// The signal stays pending and every wait that watches ``descriptor`` ends at once, the later ones too. When the value goes
/// out of use, the signal takes its usual course: the process ends by it, as its caller expects. Make it before any thread,
/// and let it go in the thread that made it: the mask is a thread's, and new threads inherit it.
package final class Interrupt: Sendable {
  /// Readable once a signal is pending (signalfd(2)). Nothing ever reads it, so it stays so.
  let descriptor: Int32
  private let held: sigset_t
  private let before: sigset_t

  package init() throws(HostError) {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    // An ignored signal would be held pending as well: under nohup, SIGHUP must stay without effect.
    for signal in Interrupt.signals where clinux_ignores(signal) == 0 { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    do throws(Errno) {
      descriptor = try SystemCall.run { clinux_signalfd(&held) }
    } catch {
      pthread_sigmask(SIG_SETMASK, &before, nil)
      throw HostError("signalfd", nil, error)
    }
    self.held = held
    self.before = before
  }

  deinit {
    close(descriptor)
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// The number of the signal that came, nil where none did.
  package var signal: Int32? {
    var pending = sigset_t()
    sigpending(&pending)
    var held = held
    return Interrupt.signals.first { sigismember(&held, $0) == 1 && sigismember(&pending, $0) == 1 }
  }
}
