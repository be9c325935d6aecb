internal import Core
internal import Host

enum PeerCommand {
  static func run(_ options: PeerOptions) -> CommandOutput {
    do throws(HostError) {
      let root = try Root(options.common.root.text)
      var offered = options.ports
      if !options.reading.sources.isEmpty {
        do throws(PreflightInput.Fault) {
          let input = try PreflightInput.read(options.reading, profile: options.profile, for: root)
          for ports in input.choice.requirements.compactMap(\.ports) { offered.add(ports) }
        } catch {
          return .refused(error)
        }
      }
      let given = try PeerTokenSource.read(options.tokenFile, environment: .current(), root: root)
      // `??` would forget the type of the error.
      let token = if let given { given } else { try PeerTokenSource.make() }
      let interrupt = try Interrupt()
      var server = try PeerServer(
        PeerServer.Settings(
          address: SocketAddress(options.address, port: options.port), token: token, offered: offered,
          allowed: options.allowed, sessions: options.sessions, timeLimit: options.timeLimit.duration),
        interrupt: interrupt)
      // At once, and not with the rest at the end: the other node needs it to begin.
      StandardStreams.announce(server.report.announcement(options.format, token: given == nil ? token : nil))
      return output(try server.run(), options, interrupt)
    } catch {
      return .refused(error, status: .unusable)
    }
  }

  private static func output(_ report: PeerReport, _ options: PeerOptions, _ interrupt: Interrupt) -> CommandOutput {
    var output =
      switch options.format {
      case .json:
        CommandOutput(standardOutput: report.json.bytes(.compact) + [UInt8(ascii: "\n")], status: report.status)
      case .text:
        CommandOutput(
          standardOutput: Array(report.text(options.common.color.style, options.common.verbosity).utf8),
          status: report.status)
      }
    output.interrupt = interrupt
    return output
  }
}
