/// `bringup peer`
package struct PeerOptions: Sendable {
  package let common: CommonOptions
  package let format: ListingFormat
  /// Where to wait for the controller.
  package let address: IPAddress
  package let port: UInt16
  /// Of no source, only `ports` are opened.
  package let reading: ReadingOptions
  /// The node profile of the manifest, where it has several.
  package let profile: String?
  /// Beside those of the profile.
  package let ports: OfferedPorts
  /// Who may connect; empty for everybody who knows the token.
  package let allowed: [IPAddress]
  /// A file that holds the token; nil: the environment's, or a new one.
  package let tokenFile: PathArgument?
  package let sessions: Int
  package let timeLimit: TimeSpan

  /// The environment's variable that can hold the token, on both ends.
  package static let tokenVariable = "BRINGUP_PEER_TOKEN"

  init(_ line: ParsedLine) throws(UsageError) {
    common = try CommonOptions(line)
    format = try line.value(of: ListingFormat.option) ?? .text
    let listen = try line.requiredValue(of: Self.listen)
    (address, port) = (listen.address, listen.port)
    reading = try ReadingOptions(line)
    if reading.sources.isEmpty,
      let profile = line.options.first(where: { $0.definition == PreflightOptions.profile.definition })
    {
      throw UsageError(
        argument: profile.argument, command: line.command, problem: .optionNeeds("--profile", other: "a MANIFEST"))
    }
    profile = try line.value(of: PreflightOptions.profile)
    var ports = OfferedPorts()
    for more in try line.values(of: Self.ports) { ports.formUnion(more) }
    self.ports = ports
    allowed = try line.values(of: Self.allow)
    tokenFile = try line.value(of: Self.tokenFile)
    sessions = try line.value(of: Self.sessions) ?? 1
    timeLimit = try line.value(of: Self.timeout) ?? TimeSpan(microseconds: 600_000_000)
  }

  private static let listen = Option<(address: IPAddress, port: UInt16)>(
    "listen", valueName: "ADDR[:PORT]", summary: "Wait for the other node at this address of this node",
    details: "The port is 4242 unless given. An IPv6 address with a port stands in brackets: [fd00::2]:4242."
  ) { text throws(ValueProblem) in
    let peer: PeerAddress
    do throws(ValueProblem) { peer = try PeerAddress(text) } catch { throw .notAListener }
    guard case .address(let address) = peer.host, !address.isLinkLocal else { throw .notAListener }
    return (address, peer.port)
  }

  private static let ports = Option<OfferedPorts>(
    "ports", valueName: "PORTS", summary: "Open these ports too, such as 8080,10000-10005,udp/8472",
    details: "May be given more than once. No other ports than these and the profile's are ever opened."
  ) { text throws(ValueProblem) in try OfferedPorts(text) }

  private static let allow = Option<IPAddress>(
    "allow", valueName: "ADDR", summary: "Talk to the node at ADDR only",
    details: "May be given more than once. Without it, whoever has the token may hold a session."
  ) { text throws(ValueProblem) in
    guard let address = IPAddress(text) else { throw .notAnAddress }
    return address
  }

  private static let tokenFile = Option<PathArgument>(
    "token-file", valueName: "FILE", completion: .files, summary: "Take the token from FILE instead of making one",
    details: """
      FILE may be - for standard input. The environment's BRINGUP_PEER_TOKEN does the same. On a command line a token would
      be there for every user of the node to see, so there is no option for the token itself.
      """
  ) { text throws(ValueProblem) in try PathArgument(text) }

  private static let sessions = Option<Int>(
    "sessions", valueName: "COUNT", summary: "End after COUNT sessions instead of one",
    details: "The token is good for all of them."
  ) { text throws(ValueProblem) in
    let range = 1...1_000
    guard let count = Int(text), range.contains(count) else { throw .notACount(range) }
    return count
  }

  private static let timeout = Option<TimeSpan>(
    timeout: "timeout", summary: "End after DURATION, whatever happened", details: "10min unless given.")

  static let definition = CommandDefinition(
    name: "peer",
    summary: "Be the far end of another node's network test",
    details: """
      Prints where it listens and a token, and waits for "bringup preflight --peer" of another node, which needs the token
      (in BRINGUP_PEER_TOKEN or --peer-token-file). Together they measure the throughput in both directions, and try every
      port of the profile over TCP and UDP in both directions, so that a firewall shows before anything is installed.

      The token itself never goes over the network. A session moves a bounded number of bytes in a bounded time, opens only
      the ports that were named here, and connects to nobody but the node that showed the token. After the session the
      program ends, and the token is worth nothing.

        bringup peer --listen 10.0.0.2 --profile db app.yaml
      """,
    operands: Operands("[MANIFEST]", count: 0...1, completion: .files),
    options: [
      listen.definition, PreflightOptions.profile.definition, ports.definition, allow.definition, tokenFile.definition,
      sessions.definition, timeout.definition,
    ] + ReadingOptions.definitions + CommonOptions.listingDefinitions
  ) { line throws(UsageError) in .peer(try PeerOptions(line)) }
}
