internal import Glibc

/// Processes that became this one's children when their parents ended: all of them where it is the first of its PID
/// namespace, as in a container.
package enum Orphans {
  /// Collects those that have ended. Only where no child is waited for by anybody else.
  package static func collect() {
    while waitpid(-1, nil, WNOHANG) > 0 {}
  }
}
