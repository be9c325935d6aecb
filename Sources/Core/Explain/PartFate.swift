/// What becomes of a part in cloud-init.
package enum PartFate: Sendable {
  /// Merged into the configuration.
  case merged
  /// Written to a file that is run later.
  case script(ScriptDirectory)
  /// Written to a file and run at once.
  case boothook
  /// Opened into the parts that follow it.
  case archive(entries: Int)
  /// Something is fetched and its parts are read, or nothing of the user-data is done.
  case include(addresses: [String])
  case dropped(Drop)
  /// What it does is not worked out here.
  case notSimulated(Unsimulated)
  /// Processing ended before the handlers got it.
  case notReached

  /// Why cloud-init does nothing with a part.
  package enum Drop: Sendable {
    case noHandler(String)
    /// No handler looks for a part that is empty.
    case empty
    /// The configuration cannot be read or merged.
    case unreadable(UserDataError)
    /// No file can be made of the name.
    case noFileName
    case notUTF8
  }

  /// What a part does that depends on more than the user-data.
  package enum Unsimulated: Sendable {
    case jinja
    case partHandler
    /// Of a cloud-config: a JSON patch, or a merge beyond what is worked out.
    case merge(UserDataError)
  }
}

/// A directory that cloud-init runs scripts from, and how often.
package enum ScriptDirectory: String, Sendable, CaseIterable {
  case perOnce
  case perBoot
  case perInstance
  case instance

  package var path: String {
    switch self {
    case .perOnce: "/var/lib/cloud/scripts/per-once"
    case .perBoot: "/var/lib/cloud/scripts/per-boot"
    case .perInstance: "/var/lib/cloud/scripts/per-instance"
    case .instance: "/var/lib/cloud/instance/scripts"
    }
  }

  package var recurrence: Recurrence {
    switch self {
    case .perOnce: .once
    case .perBoot: .everyBoot
    case .perInstance, .instance: .firstBoot
    }
  }
}

/// When something happens again.
package enum Recurrence: String, Sendable {
  case everyBoot
  /// Once for each instance: on its first boot.
  case firstBoot
  /// Once for the disk, whatever instance it is of.
  case once

  package var words: String {
    switch self {
    case .everyBoot: "every boot"
    case .firstBoot: "first boot"
    case .once: "once"
    }
  }
}
