/// A command line that cannot be understood, and the word that is wrong.
package struct UsageError: Swift.Error, Hashable, Sendable, CustomStringConvertible {
  /// Nil where a word is missing.
  package let argument: Argument?
  /// The command, once it is known.
  package let command: String?
  package let problem: UsageProblem

  /// `argument 2: bringup apply has no option "--formt"; did you mean "--format"?`
  package var description: String {
    let place = argument.map { "argument \($0.index): " } ?? ""
    return place + problem.sentence(command: ["bringup", command].compactMap { $0 }.joined(separator: " "))
  }

  /// Where to read on: `bringup help apply`.
  package var hint: String {
    "Try \"\(["bringup help", command].compactMap { $0 }.joined(separator: " "))\"."
  }
}

package enum UsageProblem: Hashable, Sendable {
  case noCommand
  case notUTF8(String)
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case missingValue(option: String, valueName: String)
  case unwantedValue(option: String)
  case badValue(option: String, value: String, ValueProblem)
  case badOperand(String, ValueProblem)
  case missingOption(String)
  case missingOperand(String)
  case surplusOperand(String)
  case optionNeeds(String, other: String)
  case optionExcluded(String, by: String)

  func sentence(command: String) -> String {
    switch self {
    case .noCommand: "no command is given; write e.g. \"bringup plan\""
    case .notUTF8(let text): "\(Printable.quote(text)) is not UTF-8; name the directory that holds it instead"
    case .unknownCommand(let name, let nearest):
      "bringup has no command \(Printable.quote(name))\(Self.suggestion(nearest))"
    case .unknownOption(let name, let nearest):
      "\(command) has no option \(Printable.quote(name))\(Self.suggestion(nearest))"
    case .missingValue(let option, let valueName):
      "\(option) needs a value; write \(option) \(valueName), or \(option)=\(valueName) where it begins with -"
    case .unwantedValue(let option): "\(option) takes no value"
    case .badValue(let option, let value, let problem): "\(option) \(Printable.quote(value)) \(problem.sentence)"
    case .badOperand(let value, let problem): "\(Printable.quote(value)) \(problem.sentence)"
    case .missingOption(let synopsis), .missingOperand(let synopsis): "\(command) needs \(synopsis)"
    case .surplusOperand(let text): "\(command) has no use for \(Printable.quote(text))"
    case .optionNeeds(let option, let other): "\(option) has no effect without \(other)"
    case .optionExcluded(let option, let other): "\(option) has no effect with \(other)"
    }
  }

  private static func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean \"\($0)\"?" } ?? ""
  }
}

/// Why a value cannot be what its option or operand asks for; the sentence follows the quoted value.
package enum ValueProblem: Swift.Error, Hashable, Sendable {
  case notOneOf([String])
  case notATimeSpan
  case notAPath
  case notAnEndpoint
  case unknownCloudInit
  case unknownRule(nearest: String?)
  case notARole
  case notAnAddress
  case notAPeer
  case notAListener
  case notPorts
  case notAToken
  case notACount(ClosedRange<Int>)
  case empty

  package var sentence: String {
    switch self {
    case .notOneOf(let words): "is not one of \(words.joined(separator: ", "))"
    case .notATimeSpan: "is not a time span above zero; write e.g. 90s, 5min or \"1h 30min\""
    case .notAPath: "is not a path: it is empty, holds a NUL, or has more than 4095 bytes"
    case .notAnEndpoint: "is not an HTTP address; write e.g. http://169.254.169.254 or http://[fd00:ec2::254]:80"
    case .unknownCloudInit:
      "is not a version of cloud-init from \(CloudInitVersion.known.lowerBound) to "
        + "\(CloudInitVersion.known.upperBound); write e.g. \(CloudInitVersion.known.lowerBound)"
    case .unknownRule(let nearest):
      "is not a rule" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "; bringup lint --rules lists them")
    case .notARole: "is not a role; write up to 63 letters, digits, -, _ and ., e.g. worker"
    case .notAnAddress: "is not an IP address; write e.g. 10.0.0.2 or fd00::2"
    case .notAPeer: "is not a host with or without a port; write e.g. 10.0.0.2, [fd00::2]:4242 or db-2:4242"
    case .notAListener:
      "is not an IP address of this node with or without a port; write e.g. 10.0.0.2, 10.0.0.2:4242 or [fd00::2]:4242"
    case .notPorts: "is not a list of ports; write e.g. 8080,10000-10005,udp/8472"
    case .notAToken: "is not a token: it has 16 to 128 printable ASCII characters without blanks"
    case .notACount(let range): "is not a number from \(range.lowerBound) to \(range.upperBound)"
    case .empty: "is empty"
    }
  }
}
