package import Core

/// The state directory's own files, read and written as values.
extension StateDirectory {
  static let stateFile = "state.json"

  /// What earlier runs did; nothing where there was none. Throws where the file cannot be read, or is damaged.
  package func appliedState() throws(HostError) -> AppliedState {
    guard let bytes = try read(StateDirectory.stateFile) else { return AppliedState() }
    guard let state = AppliedState(try parse(bytes, name: StateDirectory.stateFile)) else {
      throw StateDirectory.damage(StateDirectory.stateFile, "not a state file of this program")
    }
    return state
  }

  package func save(_ state: AppliedState) throws(HostError) {
    try write(StateDirectory.stateFile, state.json.bytes(.compact))
  }

  /// The JSON value that the file `name` holds.
  func parse(_ bytes: [UInt8], name: String) throws(HostError) -> JSON {
    do throws(JSONError) {
      return try JSON(parsing: bytes)
    } catch {
      throw StateDirectory.damage(name, error.description)
    }
  }

  static func damage(_ name: String, _ what: String) -> HostError {
    HostError("read", "\(path)/\(name)", said: what)
  }
}
