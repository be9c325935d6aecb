import Core
import Testing

struct ProcessorJudgeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    var min: Int?
    var max: Int?
    var online: Int? = 8
    var affinity: Int? = 8
    /// `.some(nil)` is no quota, nil is unreadable.
    var quota: Double?? = .some(nil)
    let gist: String
    var remedy: String? = nil
    var margin: Double?

    var testDescription: String { what }
  }

  static let rows: [Row] = [
    Row(what: "as many as wanted", min: 8, gist: "pass 8 CPUs", margin: 0),
    Row(what: "more than wanted", min: 2, gist: "pass 8 CPUs", margin: 6),
    Row(what: "too few online", min: 9, gist: "fail 8 CPUs", remedy: "Give the machine more CPUs", margin: -1),
    Row(what: "one", min: 1, online: 1, affinity: 1, gist: "pass 1 CPU", margin: 0),
    Row(
      what: "too few to run on", min: 4, affinity: 2, gist: "fail 2 CPUs (affinity of this process; 8 online)",
      remedy: "This process may run on some CPUs only", margin: -2),
    Row(
      what: "too small a quota", min: 2, quota: 1.5, gist: "fail 1.5 CPUs (quota of a cgroup; 8 online)",
      remedy: "A cgroup above this process limits its CPU time", margin: -0.5),
    Row(what: "a quota above what is online", min: 8, quota: 64, gist: "pass 8 CPUs", margin: 0),
    Row(
      what: "a quota a hair under", min: 2, quota: 1.999, gist: "fail 1.99 CPUs (quota of a cgroup; 8 online)",
      margin: 1.999 - 2),
    Row(
      what: "the quota unreadable, the rest enough", min: 4, quota: nil,
      gist: "unknown at most 8 CPUs; /proc/x: permission denied", remedy: "Run it as root"),
    Row(
      what: "the quota unreadable, the rest too little", min: 16, quota: nil,
      gist: "fail at most 8 CPUs; /proc/x: permission denied", margin: -8),
    Row(
      what: "what is online unreadable, the quota too small", min: 4, online: nil, quota: 2,
      gist: "fail at most 2 CPUs (quota of a cgroup); /proc/x: permission denied", margin: -2),
    Row(
      what: "nothing readable", min: 1, online: nil, affinity: nil, quota: nil,
      gist: "unknown not known: /proc/x: permission denied"),
    Row(
      what: "nothing known but that there is no quota", min: 1, online: nil, affinity: nil,
      gist: "unknown not known: /proc/x: permission denied"),
    Row(what: "not too many", max: 8, gist: "pass 8 CPUs", margin: 0),
    Row(what: "too many", max: 4, gist: "fail 8 CPUs", remedy: "Use a smaller machine", margin: -4),
    Row(
      what: "too many online, and a quota", max: 4, quota: 4, gist: "pass 4 CPUs (quota of a cgroup; 8 online)",
      margin: 0),
    Row(
      what: "the quota unreadable, the rest few enough", max: 8, quota: nil,
      gist: "pass at most 8 CPUs; /proc/x: permission denied", margin: 0),
    Row(
      what: "the quota unreadable, the rest too many", max: 4, quota: nil,
      gist: "unknown at most 8 CPUs; /proc/x: permission denied"),
  ]

  @Test("CPUs are judged by the smallest of three counts", arguments: rows)
  func table(row: Row) throws {
    let requirement = ProcessorRequirement(
      minimum: row.min.map(Sample.stated), maximum: row.max.map(Sample.stated))
    let verdict = try Sample.only(requirement.judge(readings(row)))
    #expect(verdict.gist == row.gist)
    #expect(verdict.id == CheckID(row.min == nil ? "cpu.max" : "cpu.min"))
    #expect(verdict.margin?.distance == row.margin)
    #expect(verdict.evidence.count == 3)
    #expect(verdict.origin == Sample.origin)
    if let remedy = row.remedy { #expect(verdict.remedy?.hasPrefix(remedy) == true) }
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
  }

  private func readings(_ row: Row) -> ProcessorReadings {
    ProcessorReadings(
      online: row.online.map { Sample.known($0, "online") } ?? .unreadable(Sample.denied),
      affinity: row.affinity.map { Sample.known($0, "affinity") } ?? .unreadable(Sample.denied),
      quota: row.quota.map { Sample.known($0, "quota") } ?? .unreadable(Sample.denied))
  }

  @Test("what decided comes first in the evidence")
  func evidence() throws {
    let requirement = ProcessorRequirement(minimum: Sample.stated(2), maximum: nil)
    let row = Row(what: "", online: 8, affinity: 4, quota: 1.5, gist: "")
    #expect(try Sample.only(requirement.judge(readings(row))).evidence.map(\.text) == ["quota", "affinity", "online"])
    let unlimited = Row(what: "", online: 8, affinity: nil, gist: "")
    #expect(
      try Sample.only(requirement.judge(readings(unlimited))).evidence.map(\.text)
        == ["online", "permission denied", "quota"])
  }

  @Test("a minimum and a maximum are two checks, in this order")
  func both() {
    let requirement = ProcessorRequirement(minimum: Sample.stated(1), maximum: Sample.stated(8))
    let verdicts = requirement.judge(readings(Row(what: "", gist: "")))
    #expect(verdicts.map(\.id.text) == ["cpu.min", "cpu.max"])
    #expect(verdicts.map(\.wanted) == ["at least 1 CPU", "at most 8 CPUs"])
    #expect(Requirement.processors(requirement).checks.map(\.id.text) == ["cpu.min", "cpu.max"])
  }
}
