extension FileFate {
  /// The word of the reports.
  var word: String {
    switch self {
    case .written: "written"
    case .writtenLast: "writtenLast"
    case .skipped: "skipped"
    case .ends: "ends"
    case .notWorkedOut: "notWorkedOut"
    case .notReached: "notReached"
    }
  }

  /// What is to be said of it; nil where all is well.
  var message: String? {
    switch self {
    case .written(let file): file.sourceURI == nil ? nil : "its content is fetched"
    case .writtenLast(_, let error): "written, then \(error.problem.sentence): no entry after it is written"
    case .skipped: DocumentTrap.noPath.sentence
    case .ends(let error): "\(error.problem.sentence): neither it nor an entry after it is written"
    case .notWorkedOut(let error): error.problem.sentence
    case .notReached: "not reached: an earlier entry ends the list"
    }
  }
}

extension ExplainedConfig.Problem {
  var sentence: String {
    switch self {
    case .lost:
      "a merge_how or merge_type that is left in the configuration takes no mapping, so that cloud-init's modules get none of it"
    case .unreadable(let part):
      "the name of part \(part + 1) holds a character that YAML forbids, and cloud-init writes it into the merged "
        + "configuration, which it then cannot read: none of it counts; give the part another name"
    case .unusable(let problem): "no stage of cloud-init can read the configuration: \(problem.sentence)"
    }
  }
}

extension ExplainedPart {
  /// Where a boothook is written.
  var boothookPath: String? {
    name.map { "/var/lib/cloud/instance/boothooks/\(ScriptName.clean($0))" }
  }

  /// What is written there.
  var boothookScript: [UInt8] { ScriptText.ofBoothook(content ?? []) }
}

extension ExplainedScript {
  /// Why it will not run; nil where nothing tells that.
  var problem: String? {
    isExecutable ? ProgramStart(of: content).problem : "left out: it has no run bit"
  }
}

/// How the kernel would start a file as a program (execve(2)).
enum ProgramStart {
  case interpreter
  /// No `#!` at its first byte: the kernel refuses it.
  case noInterpreter
  /// The interpreter's name would end in a carriage return.
  case carriageReturn
  case binary

  init(of content: [UInt8]) {
    if content.starts(with: [0x7F] + "ELF".utf8) {
      self = .binary
    } else if !content.starts(with: "#!".utf8) {
      self = .noInterpreter
    } else {
      let line = content.dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }
      let interpreter = line.drop(while: ASCII.isBlank).prefix { !ASCII.isBlank($0) }
      self = interpreter.last == UInt8(ascii: "\r") ? .carriageReturn : .interpreter
    }
  }

  var problem: String? {
    switch self {
    case .interpreter, .binary: nil
    case .noInterpreter: "fails to start: it does not begin with #!"
    case .carriageReturn: "fails to start: its first line ends in a carriage return"
    }
  }
}
