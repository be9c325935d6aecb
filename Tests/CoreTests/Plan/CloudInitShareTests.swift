import Testing

@testable import Core

@Suite("What cloud-init runs itself")
struct CloudInitShareTests {
  private static let first = "bootcmd: [a]\n"
  private static let atWork = CloudInitOutlook.present(userData: "test.yaml", writeFiles: .pending, deferred: .pending)

  private static func part(_ text: String, _ ordinal: Int, source: String = "test.yaml") -> Part {
    Part(
      name: PartName("part-\(ordinal)"), type: .cloudConfig, content: Array(text.utf8), placement: .whole(source),
      ordinal: ordinal)
  }

  @Test(
    "is what its merge keeps of a list of commands",
    arguments: [
      ("write_files: []\n", LeaveReason.cloudInit),
      ("bootcmd: [b]\n", .cloudInitLoses(.bootCommands)),
      ("bootcmd:\n", .cloudInitLoses(.bootCommands)),
      ("bootcmd: [b]\nmerge_how: list(append)+dict(recurse_list)\n", .cloudInit),
      ("bootcmd: [b]\nmerge_how: list()+dict(recurse_list)\n", .cloudInitLoses(.bootCommands)),
      // A part that does not parse is dropped by cloud-init, and so takes nothing's place.
      ("bootcmd: [b\n", .cloudInit),
    ])
  func merged(second: String, reason: LeaveReason) {
    let parts = [Self.part(Self.first, 0), Self.part(second, 1)]
    #expect(CloudInitShare(parts, Self.atWork).reasonToLeave(.bootCommands, of: parts[0]) == reason)
  }

  @Test("is merged in the order of the user-data, whatever the names")
  func orderOfWalk() {
    let text = message(
      "Content-Type: text/cloud-config\nContent-Disposition: a; filename=z\n\nbootcmd: [a]",
      "Content-Type: text/cloud-config\nContent-Disposition: a; filename=a\n\nbootcmd: [b]")
    let parts = PartDecoder.decode([source(Array(text.utf8), name: "test.yaml")]).parts
    let share = CloudInitShare(parts, Self.atWork)
    let reasons = parts.map { "\($0.name) \(share.reasonToLeave(.bootCommands, of: $0) == .cloudInit)" }
    #expect(reasons == ["a true", "z false"])
  }

  @Test("counts each list for itself")
  func keys() {
    let parts = [Self.part("bootcmd: [a]\nruncmd: [a]\n", 0), Self.part("runcmd: [b]\n", 1)]
    let share = CloudInitShare(parts, Self.atWork)
    #expect(share.reasonToLeave(.bootCommands, of: parts[0]) == .cloudInit)
    #expect(share.reasonToLeave(.runCommands, of: parts[0]) == .cloudInitLoses(.runCommands))
    #expect(share.reasonToLeave(.runCommands, of: parts[1]) == .cloudInit)
    #expect(share.reasonToLeave(.script, of: parts[0]) == .cloudInit)
  }

  @Test("is not known after a JSON patch, and then not said to be lost")
  func patched() {
    let patch = Part.text("[]", type: .cloudConfigPatch)
    let parts = [Self.part(Self.first, 0), Self.part("bootcmd: [b]\n", 1), patch]
    #expect(CloudInitShare(parts, Self.atWork).reasonToLeave(.bootCommands, of: parts[0]) == .cloudInit)
  }

  @Test("is nothing of a part that it does not read, even one of the same name")
  func unseen() {
    let parts = [Self.part(Self.first, 0), Self.part(Self.first, 0, source: "/etc/bringup/parts.d/part-0")]
    let share = CloudInitShare(parts, Self.atWork)
    #expect(share.reasonToLeave(.bootCommands, of: parts[0]) == .cloudInit)
    #expect(share.reasonToLeave(.bootCommands, of: parts[1]) == .unseenByCloudInit)
    let byHand = CloudInitShare(parts, .present(userData: nil, writeFiles: .done, deferred: .done))
    #expect(byHand.reasonToLeave(.script, of: parts[0]) == .unseenByCloudInit)
  }

  @Test("is nothing where it has no part in the boot")
  func absent() {
    let part = Self.part(Self.first, 0)
    #expect(CloudInitShare([part], .absent).reasonToLeave(.bootCommands, of: part) == .needsRun)
  }

  @Test("each reason says what can be done")
  func sentences() {
    #expect(
      LeaveReason.cloudInitLoses(.bootCommands).sentence
        == "not run: cloud-init takes a later part's bootcmd instead; write there "
        + "merge_how: \"list(append)+dict(recurse_list)\"")
    #expect(
      LeaveReason.unseenByCloudInit.sentence == "not run: cloud-init does not read this part (--run runs it)")
  }
}
