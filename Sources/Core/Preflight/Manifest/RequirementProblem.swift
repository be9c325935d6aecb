/// What can be wrong with a profile's requirements.
package enum RequirementProblem: Swift.Error, Hashable, Sendable {
  case notAMapping(String, found: String, keys: [String])
  /// `wanted` is what to write in its place.
  case wrongKind(key: String, found: String, wanted: String)
  case empty(key: String, wanted: String)
  case missing(key: String, of: String, wanted: String)
  case tooManyItems(key: String)

  case notACount(key: String, String)
  case notAnAccount(key: String, String)
  case notASize(key: String, String)
  case notARate(key: String, String)
  case notAMode(key: String, String)
  case notAccess(key: String, String)
  case maximumBelowMinimum(maximum: String, minimum: String)
  case path(key: String, PathPattern.Fault, String)

  case namePattern(NamePattern.Fault, String)
  case notAVersion(String)

  case unknownProtocol(String)
  case ports(PortRange.Fault)
  case tooManyPortRanges

  case noScriptFile(String)
  case scriptsTooLong

  package var sentence: String {
    switch self {
    case .notAMapping(let name, let found, let keys):
      "\(name) is \(found); write a mapping with \(keys.prefix(3).joined(separator: ", "))"
    case .wrongKind(let key, let found, let wanted): "\(key) is \(found); write \(wanted)"
    case .empty(let key, let wanted): "\(key) is empty; write \(wanted), or leave the key out"
    case .missing(let key, let name, let wanted): "\(name) has no \(key); write \(wanted)"
    case .tooManyItems(let key):
      "\(key) brings the lists of the manifest to more than \(Limits.requirementItems) items together"
    case .notACount(let key, let found): "\(key) \(found) is not a number of CPUs; write a whole number, e.g. 8"
    case .notAnAccount(let key, let found):
      "\(key) \(found) is not the number of an account; write one from 0 to \(UInt32.max - 1)"
    case .notASize(let key, let text):
      "\(key) \(Printable.quote(text)) is not a size; write e.g. \"32GB\" (thousands) or \"32GiB\" (powers of 1024)"
    case .notARate(let key, let text):
      "\(key) \(Printable.quote(text)) is not a rate; write bytes per second, e.g. \"50MB/s\""
    case .notAMode(let key, let text): "\(key) \(Printable.quote(text)) is not octal; write e.g. \"0755\""
    case .notAccess(let key, let text):
      "\(key) \(Printable.quote(text)) is not made of r, w and m, each once at most; write e.g. \"rw\""
    case .maximumBelowMinimum(let maximum, let minimum):
      "max \(maximum) is below min \(minimum), so no node has both; raise max or lower min"
    case .path(let key, let fault, let text): "\(key) \(Printable.quote(text)) \(fault.sentence)"
    case .namePattern(let fault, let text): "name \(Printable.quote(text)) \(fault.sentence)"
    case .notAVersion(let text): "version \(Printable.quote(text)) is none; write numbers and dots, e.g. \"7.4\""
    case .unknownProtocol(let text): "protocol \(Printable.quote(text)) is unknown; write tcp or udp"
    case .ports(let fault): fault.sentence
    case .tooManyPortRanges: "the manifest has more than \(Limits.portRanges) port ranges"
    case .noScriptFile(let text): "script \(Printable.quote(text)) names no file; write e.g. file://checks.sh"
    case .scriptsTooLong: "the scripts of the manifest are longer than \(Limits.checkScriptBytes >> 20) MiB together"
    }
  }
}

extension PathPattern.Fault {
  /// What a path that has it does, for "path ... is relative".
  fileprivate var sentence: String {
    switch self {
    case .empty: "is empty; write an absolute path"
    case .relative: "is relative; write an absolute path"
    case .holdsNUL: "holds a NUL character; remove it"
    case .tooLong: "is too long; 4095 bytes are allowed, 255 between slashes"
    case .parentReference: "holds \"..\"; write the path that is meant"
    case .glob(.endsInBackslash): "has a backslash with nothing after it; write two for one"
    case .glob(.classNotClosed): "has a \"[\" that is not closed; write \"\\[\" for the character"
    case .glob(.classEmpty): "has a \"[]\" without characters; write \"\\]\" for a bracket among them"
    case .glob(.bareHyphen): "has a \"-\" without an end in \"[...]\"; write \"\\-\" for the character"
    }
  }
}

extension NamePattern.Fault {
  fileprivate var sentence: String {
    switch self {
    case .tooLong: "is longer than \(Limits.namePatternBytes) bytes"
    case .groupNotClosed: "has a \"(\" that is not closed; write \"\\(\" for the character"
    case .groupNotOpened: "has a \")\" that closes nothing; write \"\\)\" for the character"
    case .nothingToRepeat: "has a \"*\", \"+\" or \"?\" with nothing before it; write e.g. \".*\""
    case .classNotClosed: "has a \"[\" that is not closed; write \"\\[\" for the character"
    case .classReversed: "has a range in \"[...]\" that ends before its start; turn it round"
    case .classByName: "has a class of characters by name; write e.g. [a-z] or [0-9]"
    case .endsInBackslash: "has a backslash with nothing after it; write two for one"
    case .escapedLetter: "has a backslash before a letter or digit, which means nothing here; write e.g. [0-9]"
    case .repeatCount: "has a repeat count, which is not read here; write \"*\" or \"+\", or \"\\{\" for a brace"
    }
  }
}

extension PortRange.Fault {
  fileprivate var sentence: String {
    switch self {
    case .notAPort(let text):
      "\(Printable.quote(text)) is not a port; write e.g. \"8080\", \"8000-8002\" or \"80, 443\""
    case .outOfRange(let text): "port \(Printable.quote(text)) is not one of 1 to 65535"
    case .reversed(let text): "the range \(Printable.quote(text)) ends below its start; turn it round"
    case .tooMany: "the list has more than \(Limits.portRanges) port ranges"
    }
  }
}
