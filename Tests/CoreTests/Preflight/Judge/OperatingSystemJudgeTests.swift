import Core
import Testing

struct OperatingSystemJudgeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    let wanted: [(name: String, versions: [String])]
    let id: String
    let version: String?
    let gist: String
    var remedy = ""

    var testDescription: String { what }
  }

  static let centosOrUbuntu = [("ubuntu", ["16.04.3"]), ("centos", ["7.2"])]

  /// The names and versions of Gravity's own tests, and what comes of them here.
  static let rows: [Row] = [
    Row(what: "one of two", wanted: centosOrUbuntu, id: "centos", version: "7.2", gist: "pass centos 7.2"),
    Row(
      what: "a coarser version covers", wanted: [("ubuntu", ["16"]), ("centos", ["7.2"])], id: "ubuntu",
      version: "16.04.3", gist: "pass ubuntu 16.04.3"),
    Row(
      what: "a regular expression", wanted: [(".*suse.*", ["12"])], id: "opensuse-tumbleweed", version: "12.3",
      gist: "pass opensuse-tumbleweed 12.3"),
    Row(
      what: "none of them", wanted: centosOrUbuntu, id: "debian", version: "9.3", gist: "fail debian 9.3",
      remedy: "add `name: debian` to os in the manifest"),
    Row(
      what: "7.1 is not 7.10", wanted: [("rhel", ["7.1"])], id: "rhel", version: "7.10", gist: "fail rhel 7.10",
      remedy: #"add this one to the versions of rhel, e.g. "7.10""#),
    Row(what: "1 is not 16", wanted: [("ubuntu", ["1"])], id: "ubuntu", version: "16.04", gist: "fail ubuntu 16.04"),
    Row(
      what: "a part of the name is not the name", wanted: [("suse", ["12"])], id: "opensuse", version: "12",
      gist: "fail opensuse 12", remedy: #"if opensuse was meant by "suse", write ".*suse.*"."#),
    Row(what: "amz is not amzn", wanted: [("amz", [])], id: "amzn", version: "2", gist: "fail amzn 2"),
    Row(
      what: "no versions cover all", wanted: [("ubuntu", [])], id: "ubuntu", version: "22.04", gist: "pass ubuntu 22.04"
    ),
    Row(
      what: "no versions are no system", wanted: [("ubuntu", [])], id: "debian", version: "12", gist: "fail debian 12"),
    Row(
      what: "capitals are small letters", wanted: [("RHEL", ["7"])], id: "rhel", version: "7.9", gist: "pass rhel 7.9"),
    Row(
      what: "a rolling release and no versions", wanted: [("arch", [])], id: "arch", version: nil,
      gist: "pass arch, no version"),
    Row(
      what: "a rolling release and a version", wanted: [("arch", ["2024"])], id: "arch", version: nil,
      gist: "unknown arch, no version: not told whether it is the version wanted"),
    Row(
      what: "the node tells less than is asked", wanted: [("centos", ["7.2"])], id: "centos", version: "7",
      gist: "unknown centos 7: not told whether it is the version wanted", remedy: "See /etc/system-release"),
    Row(
      what: "another entry decides it", wanted: [("centos", ["7.2"]), ("centos", ["7"])], id: "centos", version: "7",
      gist: "pass centos 7"),
    Row(
      what: "what is not told of another system does not matter", wanted: [("rhel", ["7.2"])], id: "centos",
      version: "7", gist: "fail centos 7"),
  ]

  @Test("the system is judged by name and version", arguments: rows)
  func table(row: Row) throws {
    let releases = try row.wanted.map { name, versions in
      OperatingSystemRequirement.Release(
        name: Sample.stated(try NamePattern(name)),
        versions: try versions.map { Sample.stated(try #require(ReleaseVersion(parsing: $0))) })
    }
    let requirement = OperatingSystemRequirement(origin: Sample.origin, releases: releases)
    let system = OperatingSystem(id: row.id, version: row.version, prettyName: nil)
    let verdict = try Sample.only(requirement.judge(Sample.known(system)))
    #expect(verdict.gist == row.gist)
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
    #expect(row.remedy.isEmpty || verdict.remedy?.contains(row.remedy) == true, "\(verdict.remedy ?? "")")
  }

  @Test("what is wanted reads as a sentence does")
  func wanted() throws {
    let release = { (name: String, versions: [String]) in
      OperatingSystemRequirement.Release(
        name: Sample.stated(try NamePattern(name)),
        versions: versions.compactMap { ReleaseVersion(parsing: $0).map(Sample.stated) })
    }
    let requirement = OperatingSystemRequirement(
      origin: Sample.origin,
      releases: [try release("centos", ["7"]), try release("rhel", ["7.2", "7.3"]), try release("arch", [])])
    let verdict = requirement.judge(.unreadable(Sample.denied))[0]
    #expect(verdict.wanted == "centos 7, or rhel 7.2 or 7.3, or arch")
    #expect(verdict.gist == "unknown not known: /proc/x: permission denied")
    #expect(verdict.remedy?.hasPrefix("Every distribution has /etc/os-release") == true)
  }
}
