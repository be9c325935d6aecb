import Testing

@testable import Core

struct InvocationTests {
  private func apply(_ words: String...) throws -> ApplyOptions {
    guard case .apply(let options) = try Invocation(words) else { throw NotThatCommand() }
    return options
  }

  private struct NotThatCommand: Error {}

  @Test("apply without words works on / with what the node has, leaving scripts to cloud-init")
  func defaults() throws {
    let options = try apply("apply")
    #expect(options.reading.sources == [])
    #expect(options.reading.instanceGroup == nil)
    #expect(options.reading.metadataEndpoint == nil)
    #expect(options.common.root.text == "/")
    #expect(options.format == .text)
    #expect(options.common.verbosity == .normal)
    #expect(options.common.color == .auto)
    #expect(options.strictness == .goodPartsApply)
    #expect(options.frequency == .always)
    #expect(options.scripts == .leftToCloudInit)
    #expect(options.failOn == [])
  }

  @Test("every option of apply reaches its value")
  func everything() throws {
    let options = try apply(
      "apply", "--strict", "--frequency", "once-per-instance", "--run", "--timeout=1min 30s", "--fail-on", "warn",
      "--fail-on=unknown", "--instance-group", "nodes", "--imds-endpoint", "http://127.0.0.1:1338", "--root", "image",
      "--format", "json", "--color=never", "ig.yaml", "-", "imds:")
    #expect(options.reading.sources == [.path(try PathArgument("ig.yaml")), .standardInput, .metadataService])
    #expect(options.reading.instanceGroup == "nodes")
    #expect(options.reading.metadataEndpoint == (try MetadataEndpoint("http://127.0.0.1:1338")))
    #expect(options.common.root.text == "image")
    #expect(options.format == .json)
    #expect(options.common.color == .never)
    #expect(options.strictness == .nothingApplies)
    #expect(options.frequency == .oncePerInstance)
    #expect(options.scripts == .run(timeLimit: TimeSpan(microseconds: 90_000_000)))
    #expect(options.failOn == [.warn, .unknown])
  }

  @Test(
    "of options given twice the last counts",
    arguments: [
      (["-q", "-v"], CommonOptions.Verbosity.verbose), (["-vq"], .quiet), (["--verbose", "--quiet"], .quiet),
      (["-qv"], .verbose),
    ])
  func lastCounts(words: [String], verbosity: CommonOptions.Verbosity) throws {
    guard case .plan(let options) = try Invocation(["plan"] + words) else { throw NotThatCommand() }
    #expect(options.common.verbosity == verbosity)
  }

  @Test(
    "options stand before the command, among operands, and end at --",
    arguments: [
      ["--root", "/x", "-q", "parts", "a", "b"], ["parts", "a", "--root=/x", "b", "-q"],
      ["-q", "parts", "--root", "/x", "--", "a", "b"],
    ])
  func order(words: [String]) throws {
    guard case .parts(let options) = try Invocation(words) else { throw NotThatCommand() }
    #expect(options.common.root.text == "/x")
    #expect(options.common.verbosity == .quiet)
    #expect(options.reading.sources.map(\.description) == ["a", "b"])
  }

  @Test("after -- a word with a dash is an operand")
  func afterDashes() throws {
    #expect(try apply("apply", "--", "--strict", "--").reading.sources.map(\.description) == ["--strict", "--"])
  }

  @Test("a #! line hands its options over as one word with the command")
  func scriptLine() throws {
    let options = try apply("apply --strict\t--run", "/var/lib/cloud/instance/boothooks/part-001")
    #expect(options.strictness == .nothingApplies)
    #expect(options.reading.sources.map(\.description) == ["/var/lib/cloud/instance/boothooks/part-001"])
  }

  @Test(
    "--help wins over what else can be read",
    arguments: [
      (["--help"], String?.none), (["-h"], nil), (["help"], nil), (["help", "plan"], "plan"), (["plan", "-h"], "plan"),
      (["--help", "plan"], "plan"), (["completion", "--help"], "completion"),
      (["apply", "--timeout=x", "-qh"], "apply"),
      (["apply", "--version", "--help"], "apply"),
    ])
  func help(words: [String], topic: String?) throws {
    guard case .help(let options) = try Invocation(words) else { throw NotThatCommand() }
    #expect(options.topic?.name == topic)
  }

  @Test("--version needs no command", arguments: [["--version"], ["apply", "--version"]])
  func version(words: [String]) throws {
    guard case .version = try Invocation(words) else { throw NotThatCommand() }
  }

  @Test("every command of the table can be invoked", arguments: CommandTable.commands.map(\.name))
  func everyCommand(name: String) throws {
    let operands =
      switch name {
      case "completion": ["bash"]
      case "peer": ["--listen", "10.0.0.2"]
      case "bootstrap": ["--role", "worker", "server"]
      case "bundle": ["app.yaml", "--check"]
      case _: [String]()
      }
    _ = try Invocation([name] + operands)
  }

  @Test(
    "a metadata address is an IP address with an optional port",
    arguments: [
      ("http://169.254.169.254", "169.254.169.254", 80), ("http://127.0.0.1:1338/", "127.0.0.1", 1338),
      ("http://[fd00:ec2::254]", "fd00:ec2::254", 80), ("http://[::1]:65535", "::1", 65535),
      ("http://[1:2:3:4:5:6:7:8]", "1:2:3:4:5:6:7:8", 80), ("http://[::]", "::", 80),
    ])
  func endpoint(text: String, address: String, port: UInt16) throws {
    let endpoint = try MetadataEndpoint(text)
    #expect(endpoint.address == address)
    #expect(endpoint.port == port)
  }

  @Test(
    "what is no metadata address is refused",
    arguments: [
      "", "169.254.169.254", "https://169.254.169.254", "http://localhost", "http://1.2.3", "http://1.2.3.256",
      "http://1.2.3.+4", "http://1.2.3.4:", "http://1.2.3.4:0", "http://1.2.3.4:65536", "http://1.2.3.4:+80",
      "http://1.2.3.4/path", "http://user@1.2.3.4", "http://[::1", "http://[1::2::3]", "http://[12345::]",
      "http://[1:2:3:4:5:6:7]", "http://[::1]x", "http://[fe80::1%25eth0]",
    ])
  func badEndpoint(text: String) {
    #expect(throws: ValueProblem.notAnEndpoint) { try MetadataEndpoint(text) }
  }

  @Test(
    "colour follows the option, then the terminal, NO_COLOR and TERM",
    arguments: [
      (ColorChoice.always, false, "1", "dumb", TextStyle.colored), (.never, true, nil, "xterm", .plain),
      (.auto, true, nil, "xterm", .colored), (.auto, true, nil, nil, .colored), (.auto, true, "", "xterm", .colored),
      (.auto, true, "0", "xterm", .plain), (.auto, true, nil, "dumb", .plain), (.auto, false, nil, "xterm", .plain),
    ] as [(ColorChoice, Bool, String?, String?, TextStyle)])
  func color(choice: ColorChoice, isTerminal: Bool, noColor: String?, term: String?, style: TextStyle) {
    #expect(choice.style(isTerminal: isTerminal, noColor: noColor, term: term) == style)
  }
}
