import Testing

@testable import Core

struct LintOptionsTests {
  private func lint(_ words: String...) throws -> LintOptions {
    guard case .lint(let options) = try Invocation(["lint"] + words) else { throw NotThatCommand() }
    return options
  }

  private struct NotThatCommand: Error {}

  @Test("what nobody states is assumed, and what is stated is not")
  func assumptions() throws {
    let none = try lint().assumptions
    #expect(none.cloud == LintGiven(.aws, .assumed))
    #expect(none.image == LintGiven(.debian12, .assumed))
    #expect(none.cloudInit == LintGiven(CloudInitVersion(22, 4, 2), .assumed))
    let all = try lint("--cloud", "gce", "--image=flatcar", "--cloud-init", "26.2").assumptions
    #expect(all.cloud == LintGiven(.gce, .stated))
    #expect(all.image == LintGiven(.flatcar, .stated))
    #expect(all.cloudInit == LintGiven(CloudInitVersion(26, 2), .stated))
  }

  @Test("to explain a rule wins over listing them, and both over mending")
  func actions() throws {
    guard case .check = try lint("a").action, case .fix = try lint("--fix", "a").action,
      case .showFix = try lint("--diff", "--fix", "a").action, case .listRules = try lint("--rules", "--fix").action,
      case .explain(let rule) = try lint("--rules", "--rule", "yaml-tab").action
    else {
      Issue.record("another action")
      return
    }
    #expect(rule.id == "yaml-tab")
  }

  @Test("--fail-on takes warn")
  func failOn() throws {
    #expect(try !lint().failsOnWarning)
    #expect(try lint("--fail-on", "warn").failsOnWarning)
  }

  @Test(
    "what cannot be is refused with a sentence",
    arguments: [
      (["--diff"], "argument 2: --diff has no effect without --fix"),
      (["--rule", "yaml-tabs"], "argument 2: --rule \"yaml-tabs\" is not a rule; did you mean \"yaml-tab\"?"),
      (["--rule", "x"], "argument 2: --rule \"x\" is not a rule; bringup lint --rules lists them"),
      (
        ["--cloud-init", "new"],
        "argument 2: --cloud-init \"new\" is not a version of cloud-init from 22.4.2 to 26.2; write e.g. 22.4.2"
      ),
      (["--fail-on", "unknown"], "argument 2: --fail-on \"unknown\" is not one of warn"),
      (["--cloud", "moon"], "argument 2: --cloud \"moon\" is not one of aws, gce, azure, hetzner, openstack"),
    ])
  func refused(words: [String], sentence: String) {
    #expect { try Invocation(["lint"] + words) } throws: { "\($0)" == sentence }
  }
}
