import Testing

@testable import Core

@Suite struct LintAssumptionsTests {
  private func assumptions(_ image: String, _ stated: LintAssumptions = LintAssumptions()) -> LintAssumptions? {
    MarkedSource("apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nspec:\n  image: \(image)\n").inputs(stated)
      .first?
      .assumptions
  }

  @Test(
    "an image's name tells the distribution, and by its form the cloud",
    arguments: [
      (
        "099720109477/ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240501", LintImage.ubuntu2204,
        LintCloud.aws
      ),
      ("ssm:/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id", .ubuntu2404, .aws),
      ("ubuntu-os-cloud/ubuntu-2204-jammy-v20240501", .ubuntu2204, .gce), ("cos-cloud/cos-stable-109", .cos, .gce),
      ("075585003325/Flatcar-stable-3815.2.0-hvm", .flatcar, .aws),
      ("136693071363/debian-12-amd64-20240507", .debian12, nil),
    ] as [(String, LintImage, LintCloud?)])
  func read(name: String, image: LintImage, cloud: LintCloud?) throws {
    let found = try #require(assumptions(name))
    #expect(found.image == LintGiven(image, .read))
    #expect(found.cloud == cloud.map { LintGiven($0, .read) } ?? LintGiven(.aws, .assumed))
  }

  @Test("an option wins over the name")
  func stated() throws {
    let stated = LintAssumptions(cloud: .gce, image: .debian11)
    #expect(try #require(assumptions("flatcar-hvm", stated)) == stated)
  }

  @Test("a name that says nothing leaves what is assumed")
  func unknown() throws {
    #expect(try #require(assumptions("our-own-image")) == LintAssumptions())
  }

  @Test("a finding tells what nobody said and the rule relied on")
  func told() throws {
    let input = try #require(MarkedSource("#!/bin/sh\n").inputs(LintAssumptions(cloud: .gce)).first)
    var findings = LintFindings(input)
    findings.add(at: Origin(source: "in"), "a", help: "b", assuming: [.cloud, .cloudInit])
    #expect(findings.all.map(\.assumed) == [[.cloudInit]])
  }
}
