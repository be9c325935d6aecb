/// What this program takes from a `#cloud-config` part; every other key is cloud-init's alone.
package struct CloudConfig: Sendable {
  package let files: [FileEntry]
  /// The lines of `bootcmd`; nil where the part has none.
  package let bootCommands: CommandList?
  package let runCommands: CommandList?

  package init(files: [FileEntry], bootCommands: CommandList?, runCommands: CommandList?) {
    self.files = files
    self.bootCommands = bootCommands
    self.runCommands = runCommands
  }
}

/// An entry of `write_files` or `files`, read as cloud-init reads it.
package struct FileEntry: Sendable {
  package let origin: Origin
  package let write: FileWrite
  /// `defer: true`: cloud-init writes it in its final stage, when users and packages exist.
  package let timing: Timing
  /// A `source.uri` to fetch the content from (cloud-init 24.3 on); the content is the fallback.
  package let sourceURI: String?

  package enum Timing: Hashable, Sendable {
    case now
    case deferred
  }

  package init(origin: Origin, write: FileWrite, timing: Timing, sourceURI: String? = nil) {
    self.origin = origin
    self.write = write
    self.timing = timing
    self.sourceURI = sourceURI
  }
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
