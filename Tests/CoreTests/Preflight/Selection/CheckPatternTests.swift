import Core
import Testing

struct CheckPatternTests {
  @Test(
    "a pattern matches a name, or a beginning that stands for all under it",
    arguments: [
      ("cpu.min", "cpu.min"), ("cpu", "cpu.min"), ("network", "network.rate"), ("network.rate", "network.rate:db:send"),
      ("network", "network.rate:db:send"), ("volume", "volume:/var/lib/data:capacity"),
      ("volume:/var/lib/data", "volume:/var/lib/data:capacity"), ("volume:*:write-rate", "volume:/a:b/c:write-rate"),
      ("*rate", "network.rate:db:send"), ("*rate", "volume:/x:write-rate"), ("*", "os"), ("**", "os"), ("*s", "os"),
      ("port:tcp", "port:tcp/8080"), ("port:tcp/80*", "port:tcp/8080"), ("port:tcp/8080*", "port:tcp/8080"),
      ("device:/dev/nvidia*", "device:/dev/nvidia*"), ("device", "device:/dev/nvidia*"),
      ("script:disk health", "script:disk health"), ("script:*health", "script:disk health"),
      ("a*b*c", "a-b-b-c"), ("instance-type", "instance-type"), ("peer:db-2", "peer:db-2:tcp/80"),
    ])
  func matches(pattern: String, id: String) throws {
    #expect(try CheckPattern(pattern).matches(CheckID(id)))
  }

  @Test(
    "nothing else is matched",
    arguments: [
      ("cpu.min", "cpu.max"), ("cp", "cpu.min"), ("min", "cpu.min"), ("CPU", "cpu.min"), ("c?u", "cpu.min"),
      ("volume:/var/lib", "volume:/var/lib/data:capacity"), ("volume:/var/lib/dat", "volume:/var/lib/data:capacity"),
      ("port:tcp/80", "port:tcp/8080"), ("port:tc", "port:tcp/8080"), ("script:a", "script:a.sh"),
      ("capacity", "volume:/x:capacity"), ("volume:*:capacity:x", "volume:/x:capacity"), ("a*b*c", "a-c-b"),
      ("os*x", "os"), ("device:/dev", "device:/dev/nvidia0"),
    ])
  func matchesNot(pattern: String, id: String) throws {
    #expect(try !CheckPattern(pattern).matches(CheckID(id)))
  }

  @Test("an empty pattern is none")
  func empty() {
    #expect(throws: ValueProblem.empty) { try CheckPattern("") }
  }

  @Test("letters that look alike and are composed differently are two")
  func composition() throws {
    #expect(try !CheckPattern("script:e\u{301}").matches(CheckID("script:\u{E9}")))
    #expect(CheckID("script:e\u{301}") != CheckID("script:\u{E9}"))
    #expect(try CheckPattern("script:e\u{301}") != CheckPattern("script:\u{E9}"))
  }
}
