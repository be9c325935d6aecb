internal import CLinux
package import Core
internal import Glibc

/// Runs the scripts of custom checks, each by its `#!`, by bash without one (by sh where there is no bash).
///
/// A script gets an empty standard input, a process group of its own, this process's variables and the node's facts. When it
/// ends, by itself or at its time limit or by a signal to bringup, what it started ends with it.
package struct ScriptProbe: Sendable {
  private let environment: Environment
  private let timeLimit: Duration
  private let interrupt: Interrupt?
  var places = ScriptFile.places
  var grace = Duration.seconds(2)

  /// `environment` is this process's own; `timeLimit` counts for each script. Paths of `file://` are relative to the directory of
  /// the source that names them, and such scripts run there.
  package init(
    environment: Environment, variables: ScriptVariables, timeLimit: Duration, interrupt: Interrupt?
  ) {
    var environment = environment
    // It opens other nodes' doors, and what scripts print is kept in reports.
    environment[PeerOptions.tokenVariable] = nil
    for (name, value) in variables.entries { environment[name] = value }
    if environment["PATH"] == nil {
      environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    }
    self.environment = environment
    self.timeLimit = timeLimit
    self.interrupt = interrupt
  }

  /// How `requirement`'s script ended. Unreadable where there is no script to run, or this program could not do its own part.
  package func run(_ requirement: ScriptRequirement) -> Reading<CommandDetails> {
    do throws(HostError) {
      switch requirement.text {
      case .inline(let content):
        let name = ScriptName.clean(PartName(requirement.name))
        let file = try ScriptFile.write(content, name: name, places: places)
        return try run(content, at: file.path, in: "/", source: "the manifest's script")
      case .file(let path):
        let directory = ScriptProbe.directory(of: requirement.origin.source)
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        let content = try ScriptProbe.read(isAbsolute ? path : "\(directory)/\(path)")
        return try run(content, at: isAbsolute ? path : "./\(path)", in: directory, source: path)
      case .url(let url):
        return .unreadable(
          Evidence(source: ShownAddress.of(url), text: "not fetched: it is put into the manifest when that is bundled"))
      }
    } catch {
      return .unreadable(Evidence(source: "script \(Printable.quote(requirement.name))", text: error.description))
    }
  }

  /// That of a source without a path, such as standard input, is the working directory.
  private static func directory(of source: String) -> String {
    source.utf8.contains(UInt8(ascii: "/")) ? AbsolutePath.split(source).directory : "."
  }

  private static func read(_ path: String) throws(HostError) -> [UInt8] {
    do throws(Errno) {
      let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
      let file = FileDescriptor(owning: try SystemCall.run { clinux_openat(AT_FDCWD, path, flags, 0) })
      guard try file.status().kind == .regular else { throw Errno.invalid }
      return try file.readToEnd(limit: Limits.commandBytes)
    } catch {
      throw HostError("read", path, error)
    }
  }

  private func run(
    _ content: [UInt8], at path: String, in directory: String, source: String
  ) throws(HostError) -> Reading<CommandDetails> {
    let mark = ScriptMark(token: try Random.token())
    let details: CommandDetails
    switch ScriptShell.interpreter(of: content) {
    case _ where content.isEmpty: details = CommandDetails(end: .notStarted("it is empty"), output: [])
    case .none(let why): details = CommandDetails(end: .notStarted(why), output: [])
    case .interpreter(let interpreter):
      var program = Program(interpreter.path, environment: mark.added(to: environment), timeLimit: timeLimit)
      program.arguments = interpreter.arguments(for: path)
      program.directory = directory
      program.survivors = .die
      program.grace = grace
      do throws(Program.Fault) {
        details = try program.start(until: interrupt)
      } catch {
        switch error {
        // What says nothing of the script.
        case .refused(let errno) where errno.isShortage: throw HostError("start", interpreter.path, errno)
        case .refused(let errno):
          details = CommandDetails(end: .notStarted(interpreter.explain(errno)), output: [])
        case .unwatchable(let errno): throw HostError("run", path, errno)
        }
      }
      mark.endProcesses()
    }
    return .known(details, Evidence(source: Printable.escape(source), text: details.end.sentence))
  }
}

extension CommandDetails.End {
  /// `ended with status 3`
  fileprivate var sentence: String {
    switch self {
    case .exited(let status): "ended with status \(status)"
    case .signalled(let signal): "ended by signal \(signal)"
    case .timedOut: "ended at its time limit"
    case .interrupted(let signal): "ended because bringup was asked to end by signal \(signal)"
    case .notStarted(let why): "not started: \(why)"
    }
  }
}
