internal import Glibc

/// SIGPIPE, by which a process ends that writes to a pipe nobody reads.
package enum BrokenPipe {
  /// Such a write is an error and not the end while `body` runs. What the signal does is then what it was before, for a
  /// program that takes this one's place to find.
  package static func isAnError<Value>(during body: () -> Value) -> Value {
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    var before = sigaction()
    sigaction(SIGPIPE, &ignored, &before)
    defer { sigaction(SIGPIPE, &before, nil) }
    return body()
  }
}
