/// What a single field of the requirements can be.
protocol RequirementValue: Sendable {
  /// For a field that has to be there, or is of another kind: `a size in quotes, e.g. "32GB"`.
  static var wanted: String { get }

  /// `key` is for messages.
  init(_ node: YAMLNode, of key: String) throws(RequirementProblem)
}

/// A field that is text to YAML.
protocol RequirementText: RequirementValue {
  /// `text` is not empty.
  init(text: String, of key: String) throws(RequirementProblem)

  /// What an unquoted number stands for, where it stands for anything: the text as it was written.
  static func text(ofNumber written: String) -> String?
}

extension RequirementText {
  static func text(ofNumber written: String) -> String? { nil }

  init(_ node: YAMLNode, of key: String) throws(RequirementProblem) {
    switch node.value {
    case .string(let text):
      guard !text.utf8.isEmpty else { throw .empty(key: key, wanted: Self.wanted) }
      try self.init(text: text, of: key)
    case .int, .float:
      guard let text = node.written.flatMap(Self.text(ofNumber:)) else { fallthrough }
      try self.init(text: text, of: key)
    case .null, .bool, .binary, .timestamp, .sequence, .mapping, .set:
      throw .wrongKind(key: key, found: node.kind, wanted: Self.wanted)
    }
  }
}

extension String: RequirementText {
  static var wanted: String { "text" }

  init(text: String, of key: String) throws(RequirementProblem) { self = text }
}

extension Bool: RequirementValue {
  static var wanted: String { "true or false" }

  init(_ node: YAMLNode, of key: String) throws(RequirementProblem) {
    guard case .bool(let flag) = node.value else {
      throw .wrongKind(key: key, found: node.kind, wanted: Self.wanted)
    }
    self = flag
  }
}

extension ByteCount: RequirementText {
  static var wanted: String { "a size in quotes, e.g. \"32GB\" or \"32GiB\"" }

  init(text: String, of key: String) throws(RequirementProblem) {
    guard let count = ByteCount(parsing: text) else { throw .notASize(key: key, text) }
    self = count
  }
}

extension TransferRate: RequirementText {
  static var wanted: String { "bytes per second in quotes, e.g. \"50MB/s\"" }

  init(text: String, of key: String) throws(RequirementProblem) {
    guard let rate = TransferRate(parsing: text) else { throw .notARate(key: key, text) }
    self = rate
  }
}

extension FileMode: RequirementText {
  static var wanted: String { "a mode in quotes, e.g. \"0755\"" }

  init(text: String, of key: String) throws(RequirementProblem) {
    guard let mode = FileMode(octal: text) else { throw .notAMode(key: key, text) }
    self = mode
  }

  /// An octal number to YAML, too; `755` may be meant as one, and is another.
  static func text(ofNumber written: String) -> String? {
    written.utf8.first == UInt8(ascii: "0") ? written : nil
  }
}

extension DeviceAccess: RequirementText {
  static var wanted: String { "letters of \"rwm\", e.g. \"rw\"" }

  init(text: String, of key: String) throws(RequirementProblem) {
    guard let access = DeviceAccess(parsing: text) else { throw .notAccess(key: key, text) }
    self = access
  }
}

extension PathPattern: RequirementText {
  static var wanted: String { "an absolute path, e.g. /var/lib/data" }

  init(text: String, of key: String) throws(RequirementProblem) {
    do throws(Fault) { try self.init(text) } catch { throw .path(key: key, error, text) }
  }
}

extension NamePattern: RequirementText {
  static var wanted: String { "the ID of an os-release, e.g. centos" }

  init(text: String, of key: String) throws(RequirementProblem) {
    do throws(Fault) { try self.init(text) } catch { throw .namePattern(error, text) }
  }
}

extension ReleaseVersion: RequirementText {
  static var wanted: String { "a version, e.g. \"7.4\"" }

  init(text: String, of key: String) throws(RequirementProblem) {
    guard let version = ReleaseVersion(parsing: text) else { throw .notAVersion(text) }
    self = version
  }

  /// `7.10` is written so, though the number is 7.1.
  static func text(ofNumber written: String) -> String? { written }
}

extension TransportProtocol: RequirementText {
  static var wanted: String { "tcp or udp" }

  init(text: String, of key: String) throws(RequirementProblem) {
    guard let transport = TransportProtocol(rawValue: text) else { throw .unknownProtocol(text) }
    self = transport
  }
}
