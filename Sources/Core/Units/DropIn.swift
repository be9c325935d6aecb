/// A drop-in for one unit, rendered: `/etc/systemd/system/UNIT.d/NAME`.
package struct DropIn: Sendable {
  package let origin: Origin
  package let unit: UnitName
  /// The file's name: ends in `.conf`.
  package let fileName: String
  /// The rendered text, parsed again by our own parser before it got here.
  package var text: [UInt8] { file.content }
  /// Where it goes and what it comes to: 0644 and root's, as unit files are, in administrators' own directory, which
  /// nothing else overrides (systemd.unit(5)).
  package let file: FileWrite
  /// What systemd must show once the unit is loaded, for the read-back.
  package let expected: [Expectation]

  /// A setting that the manager reports back over its bus.
  package enum Expectation: Hashable, Sendable {
    /// A command line that the property (`ExecStartPre`, `ExecStopPost`...) must contain, its arguments as systemd
    /// splits and unescapes them (systemd.service(5), "COMMAND LINES").
    case command(property: String, arguments: [String])
    /// `TimeoutStartUSec`, `TimeoutStopUSec`, `RestartUSec`: microseconds, `UInt64.max` for infinity.
    case duration(property: String, microseconds: UInt64)
  }

  package init(origin: Origin, unit: UnitName, fileName: String, text: [UInt8], expected: [Expectation]) {
    self.origin = origin
    self.unit = unit
    self.fileName = fileName
    self.expected = expected
    file = FileWrite(
      path: AbsolutePath.systemdUnits.appending("\(unit.text).d").appending(fileName), content: text,
      mode: .set(FileMode(0o644)), owner: .root, extent: .whole)
  }

  package var path: AbsolutePath { file.path }
}
