extension CloudInitVersion {
  /// The versions whose behaviour was compared with what is said of it.
  package static let known = debian12...CloudInitVersion(26, 2, 0)

  /// `source` of a `write_files` entry is fetched, and an entry without content is an empty file.
  var readsSource: Bool { self >= CloudInitVersion(24, 3) }

  /// Directories that `write_files` makes are given to the entry's owner, who has to be there before the file is.
  var givesDirectories: Bool { self >= CloudInitVersion(23, 1) }

  /// `write_files` sets the mode after the owner, so that the kernel does not take set-id bits off again.
  var keepsSetIDs: Bool { self >= CloudInitVersion(25, 3) }

  /// The unit of the stage that reads user-data.
  var networkUnit: String { self >= CloudInitVersion(24, 3) ? "cloud-init-network.service" : "cloud-init.service" }
}
