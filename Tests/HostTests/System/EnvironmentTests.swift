import Glibc
import Testing

@testable import Host

@Suite("An environment")
struct EnvironmentTests {
  @Test("gives, replaces and removes values by the whole name")
  func values() {
    var environment: Environment = ["A": "1", "AB": "2", "EMPTY": ""]
    #expect(environment["A"] == "1")
    #expect(environment["AB"] == "2")
    #expect(environment["EMPTY"] == "")
    #expect(environment["B"] == nil)
    environment["A"] = "x=y"
    environment["AB"] = nil
    #expect(environment["A"] == "x=y")
    #expect(environment["AB"] == nil)
    #expect(environment.entries.map { String(decoding: $0, as: UTF8.self) } == ["EMPTY=", "A=x=y"])
  }

  @Test("is this process's own")
  func current() {
    setenv("BRINGUP_TEST", "caf\u{E9}", 1)
    #expect(Environment.current()["BRINGUP_TEST"] == "caf\u{E9}")
  }
}
