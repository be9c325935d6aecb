import Testing

@testable import Core

@Suite("bootstrap's command line")
struct BootstrapOptionsTests {
  private func options(_ words: String...) throws -> BootstrapOptions {
    guard case .bootstrap(let options) = try Invocation(["bootstrap"] + words) else { throw NotThatCommand() }
    return options
  }

  private struct NotThatCommand: Error {}

  @Test("says nothing of what is not asked for")
  func defaults() throws {
    let options = try options("--role", "worker", "--", "server")
    #expect(options.role.text == "worker")
    #expect(options.volumes == [])
    #expect(options.missingScript == .noted)
    #expect(options.preflight == nil)
    #expect(options.parts == nil)
    #expect(options.onFailure == .stop)
    #expect(options.timeLimit == .infinity)
    #expect(options.reportFile == nil)
    #expect(options.logFormat == .text)
    #expect(options.command == "server")
    #expect(options.arguments.isEmpty)
  }

  @Test("reaches every value")
  func everything() throws {
    let options = try options(
      "--role=coordinator", "--volume", "/b", "--first-volume", "/a", "--volume=/c", "--require", "--parts", "p.yaml",
      "--parts", "-", "--preflight", "app.yaml", "--profile", "db", "--keep-going", "--timeout", "90s", "--report",
      "r.json", "--log-format", "json", "--", "server")
    #expect(options.volumes.map(\.text) == ["/a", "/b", "/c"])
    #expect(options.missingScript == .failure)
    #expect(options.onFailure == .goOn)
    #expect(options.timeLimit == TimeSpan(microseconds: 90_000_000))
    #expect(options.reportFile?.text == "r.json")
    #expect(options.logFormat == .json)
    let parts = try #require(options.parts)
    #expect(parts.reading.sources == [.path(try PathArgument("p.yaml")), .standardInput])
    #expect(parts.scripts == .run(timeLimit: options.timeLimit))
    #expect(parts.memory == .keptIfPossible)
    let preflight = try #require(options.preflight)
    #expect(preflight.reading.sources == [.path(try PathArgument("app.yaml"))])
    #expect(preflight.profile == "db")
    #expect(preflight.timeLimit == options.timeLimit)
  }

  @Test(
    "ends at the command, whose words are its own",
    arguments: [
      ["--", "server", "--role", "x", "--", "-v"], ["server", "--role", "x", "--", "-v"],
    ])
  func command(words: [String]) throws {
    guard case .bootstrap(let options) = try Invocation(["bootstrap", "--role", "worker"] + words) else {
      throw NotThatCommand()
    }
    #expect(options.role.text == "worker")
    #expect(options.command == "server")
    #expect(options.arguments == ["--role", "x", "--", "-v"].map { Array($0.utf8) })
  }

  @Test("hands on an argument of the command that is not text, and takes no other one")
  func notText() throws {
    let words = ["bootstrap", "--role", "worker", "--", "server"].map { Array($0.utf8) }
    guard case .bootstrap(let options) = try Invocation(words + [[0x66, 0xFC]]) else { throw NotThatCommand() }
    #expect(options.arguments == [[0x66, 0xFC]])
    for place in 1...4 {
      var words = words
      words[place] = [0x66, 0xFC]
      let error = #expect(throws: UsageError.self) { try Invocation(words) }
      #expect(error?.problem == .notUTF8("f\u{FFFD}"))
    }
  }

  @Test(
    "knows a role", arguments: ["coordinator", "worker", "a", "9", "gpu-node_2.x", String(repeating: "a", count: 63)])
  func role(text: String) throws {
    #expect(try NodeRole(text).text == text)
  }

  @Test(
    "refuses what is no role",
    arguments: [
      "", "-worker", "worker.", "a b", "a\n", "a/b", "w\u{F6}rker", "$(ROLE)", String(repeating: "a", count: 64),
    ])
  func noRole(text: String) {
    #expect(throws: ValueProblem.notARole) { try NodeRole(text) }
  }
}
