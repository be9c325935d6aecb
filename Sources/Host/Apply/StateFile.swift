package import Core

/// `state.json` in the state directory.
enum StateFile {
  static let name = "state.json"

  /// The state that earlier runs left; an empty one where none did.
  static func read(from directory: borrowing StateDirectory) throws(HostError) -> AppliedState {
    guard let bytes = try directory.read(name) else { return AppliedState() }
    guard let state = AppliedState(try parse(bytes, name: name)) else {
      throw HostError("read", "\(StateDirectory.path)/\(name)", said: "not a state file of this program")
    }
    return state
  }

  static func write(_ state: AppliedState, to directory: borrowing StateDirectory) throws(HostError) {
    try directory.write(name, state.json.bytes(.compact))
  }

  /// The JSON value that the file `name` of the state directory holds.
  static func parse(_ bytes: [UInt8], name: String) throws(HostError) -> JSON {
    do throws(JSONError) {
      return try JSON(parsing: bytes)
    } catch {
      throw HostError("read", "\(StateDirectory.path)/\(name)", said: "\(error)")
    }
  }
}

extension StateDirectory {
  package func appliedState() throws(HostError) -> AppliedState { try StateFile.read(from: self) }

  package func save(_ state: AppliedState) throws(HostError) { try StateFile.write(state, to: self) }
}
