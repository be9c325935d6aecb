/// What earlier runs did, as kept in `/var/lib/bringup/state.json`.
package struct AppliedState: Equatable, Sendable {
  package var records: [AppliedRecord]
  /// A unit file changed and the manager has not been reloaded since: true after a run that ended in between.
  package var reload: Reload

  package enum Reload: String, Sendable {
    case done
    case due
  }

  package init(records: [AppliedRecord] = [], reload: Reload = .done) {
    self.records = records
    self.reload = reload
  }
}

/// One thing that a run did and a later run has to know of.
package struct AppliedRecord: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case file
    case append
    case dropIn = "drop-in"
    /// The document of a gate.
    case preflight
  }

  package let kind: Kind
  /// A path.
  package let subject: String
  /// The part that asked for it, as listed.
  package let part: String
  package let scope: Scope
  /// SHA-256 of the content that was asked for.
  package let digest: String
  /// The instance it was done for; nil where the node has no instance id.
  package let instance: String?

  package init(kind: Kind, subject: String, part: String, scope: Scope, digest: String, instance: String?) {
    self.kind = kind
    self.subject = subject
    self.part = part
    self.scope = scope
    self.digest = digest
    self.instance = instance
  }
}
