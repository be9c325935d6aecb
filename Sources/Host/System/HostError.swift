internal import Core

/// Something the machine refused: the operation, what it was done to, and the kernel's reason.
package struct HostError: Swift.Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case errno(Errno)
    /// A reason that has no number: `no user "app" in /etc/passwd`. One line, safe to show.
    case said(String)
  }

  /// What was tried, as a verb: `open`, `rename`, `connect`.
  package let operation: String
  /// A path, an address, a unit; nil where the operation says it all.
  package let subject: String?
  package let reason: Reason

  package init(_ operation: String, _ subject: String? = nil, _ errno: Errno) {
    self.operation = operation
    self.subject = subject
    reason = .errno(errno)
  }

  package init(_ operation: String, _ subject: String? = nil, said: String) {
    self.operation = operation
    self.subject = subject
    reason = .said(said)
  }

  /// Inlined into a catch clause it makes Swift 6.3's optimiser crash.
  @inline(never) package var errno: Errno? {
    switch reason {
    case .errno(let errno): errno
    case .said: nil
    }
  }

  /// `no space left on device`
  package var why: String {
    switch reason {
    case .errno(let errno): errno.description
    case .said(let text): text
    }
  }

  /// `rename /etc/app.conf: no space left on device`
  package var description: String {
    guard let subject else { return "\(operation): \(why)" }
    return "\(operation) \(Printable.escape(subject)): \(why)"
  }
}
