import Core
import Testing

struct InstanceTypeJudgeTests {
  static let requirement = InstanceTypeRequirement(origin: Sample.origin, types: ["c3.2xlarge", "m3.xlarge"])

  @Test(
    "the type is one of the list, letter for letter",
    arguments: [
      ("m3.xlarge", "pass m3.xlarge"), ("m3.large", "fail m3.large"), ("M3.xlarge", "fail M3.xlarge"),
      ("m3.xlarge\u{1b}", "fail m3.xlarge\\u{1b}"),
    ])
  func table(type: String, gist: String) throws {
    let verdict = try Sample.only(Self.requirement.judge(Sample.known(type)))
    #expect(verdict.gist == gist)
    #expect(verdict.wanted == "c3.2xlarge or m3.xlarge")
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
  }

  @Test("a type that is not told is unknown, and the remedy says where it is read")
  func unreadable() throws {
    let verdict = try Sample.only(Self.requirement.judge(.unreadable(Sample.denied)))
    #expect(verdict.gist == "unknown not known: /proc/x: permission denied")
    #expect(verdict.remedy?.contains("169.254.169.254") == true)
    #expect(verdict.remedy?.contains("--skip instance-type") == true)
  }
}
