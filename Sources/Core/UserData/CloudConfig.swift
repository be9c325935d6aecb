/// What this program takes from a `#cloud-config` part; every other key is cloud-init's alone.
package struct CloudConfig: Sendable {
  package let files: [FileEntry]
  package let bootCommands: Commands
  package let runCommands: Commands
  /// What cloud-init puts up with, but hardly meant: at most ``Limits/warningsPerPart``.
  package let warnings: [Finding]

  package init(files: [FileEntry], bootCommands: Commands, runCommands: Commands, warnings: [Finding] = []) {
    self.files = files
    self.bootCommands = bootCommands
    self.runCommands = runCommands
    self.warnings = warnings
  }
}

/// The value of `bootcmd` or `runcmd`.
package enum Commands: Sendable {
  /// The part has no such key.
  case none
  case script(CommandList)
  /// cloud-init can make no script of it, so none of its commands runs: a warning where the commands are left to
  /// cloud-init, an error where they are run here.
  case broken(UserDataError)
}

/// `bootcmd` or `runcmd` as the one shell script that cloud-init makes of it.
package struct CommandList: Sendable {
  package let origin: Origin
  /// How many items the list has.
  package let count: Int
  /// `#!/bin/sh` and a line an item (`util.shellify`).
  package let script: [UInt8]

  package init(origin: Origin, count: Int, script: [UInt8]) {
    self.origin = origin
    self.count = count
    self.script = script
  }
}
