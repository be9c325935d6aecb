import Core
import Testing

@testable import Host

@Suite("A peer test's token")
struct PeerTokenSourceTests {
  private let token = "0123456789abcdef"

  private func read(_ scratch: ScratchRoot, _ file: String?, _ environment: Environment) throws -> String? {
    try PeerTokenSource.read(
      file.map { try PathArgument("\(scratch.path)/\($0)") }, environment: environment, root: try Root("/"))?.text
  }

  @Test("is the file's before the environment's, and nobody's where neither is there")
  func places() throws {
    let scratch = try ScratchRoot()
    try scratch.write("token", "\(token)\n")
    #expect(try read(scratch, "token", ["BRINGUP_PEER_TOKEN": "fedcba9876543210"]) == token)
    #expect(try read(scratch, nil, ["BRINGUP_PEER_TOKEN": "fedcba9876543210"]) == "fedcba9876543210")
    #expect(try read(scratch, nil, [:]) == nil)
  }

  @Test("that is none is said without being shown")
  func secret() throws {
    let scratch = try ScratchRoot()
    try scratch.write("token", "swordfish")
    let error = #expect(throws: HostError.self) { try read(scratch, "token", [:]) }
    #expect(error?.operation == "read the token from")
    #expect(error?.subject == "\(scratch.path)/token")
    #expect(error?.description.contains("swordfish") == false)
    let other = #expect(throws: HostError.self) { try read(scratch, nil, ["BRINGUP_PEER_TOKEN": "swordfish"]) }
    #expect(other?.subject == "BRINGUP_PEER_TOKEN")
  }

  @Test("is not looked for in a file that is too large for one")
  func large() throws {
    let scratch = try ScratchRoot()
    try scratch.write("large", String(repeating: " ", count: Limits.tokenFileBytes - token.utf8.count) + token)
    try scratch.write("larger", String(repeating: " ", count: Limits.tokenFileBytes - token.utf8.count + 1) + token)
    #expect(try read(scratch, "large", [:]) == token)
    #expect(throws: HostError("read", "\(scratch.path)/larger", .tooLarge)) { try read(scratch, "larger", [:]) }
  }

  @Test("that is made is new each time")
  func made() throws {
    #expect(try PeerTokenSource.make().text.utf8.count == 32)
    #expect(try PeerTokenSource.make().text != PeerTokenSource.make().text)
  }
}
