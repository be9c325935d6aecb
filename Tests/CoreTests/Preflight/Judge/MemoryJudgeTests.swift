import Core
import Testing

struct MemoryJudgeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    var min: String?
    var max: String?
    /// Nil is unreadable, as are the next two.
    var total: String? = "7928504KiB"
    /// Empty is what the machine does not tell, and no limit.
    var installed: String? = "8GiB"
    var limit: String? = ""
    let gist: String
    var remedy: String? = nil

    var testDescription: String { what }
  }

  static let rows: [Row] = [
    Row(
      what: "8 GB of an 8 GiB machine", min: "8GB", gist: "pass 8.11GB of 8.58GB built in"),
    Row(
      what: "8 GiB of an 8 GiB machine: the kernel's reserve", min: "8GiB",
      gist: "warn 7.56GiB of 8GiB built in", remedy: "the kernel keeps the rest for itself"),
    Row(
      what: "exactly as much", min: "4GB", total: "4GB", installed: "", gist: "pass 4GB"),
    Row(
      what: "one byte less, the memory built in not told", min: "8118788097", installed: "",
      gist: "fail 8.11GB (8118788096 B)", remedy: "it may be what the kernel keeps for itself"),
    Row(
      what: "8 GiB where 8 GB was meant, the memory built in not told", min: "8GiB", installed: "",
      gist: "fail 7.56GiB",
      remedy: #"8GiB is 7 % more than 8GB, which this machine has: if that was meant, write "8GB"."#),
    Row(
      what: "much less", min: "32GB", gist: "fail 8.11GB of 8.58GB built in",
      remedy: "Give the machine more memory (a larger instance type)."),
    Row(
      what: "the memory built in unreadable", min: "8GiB", installed: nil, gist: "fail 7.56GiB",
      remedy: "8GiB is 7 % more than 8GB"),
    Row(
      what: "a balloon, or a container's own MemTotal, where the memory built in would do", min: "8GiB", total: "2GiB",
      installed: "24GiB", gist: "fail 2GiB of 24GiB built in",
      remedy: "Find what keeps the memory that is built in from the node"),
    Row(
      what: "a container's own MemTotal is its cgroup's limit", min: "8GiB", total: "2GiB", installed: "8GiB",
      limit: "2GiB", gist: "fail 2GiB, the limit of a cgroup; the machine has 2GiB", remedy: "raise MemoryMax="),
    Row(
      what: "a crashed kernel's reserve on a small machine", min: "4GiB", total: "3600MiB", installed: "4GiB",
      gist: "warn 3.51GiB of 4GiB built in", remedy: "the kernel keeps the rest for itself"),
    Row(
      what: "the kernel's share, and a crashed kernel's beside it", min: "8GiB", total: "7236MiB", installed: "8GiB",
      gist: "warn 7.06GiB of 8GiB built in", remedy: "the kernel keeps the rest for itself"),
    Row(
      what: "as much as kernels keep", min: "32GiB", total: "29.5GiB", installed: "32GiB",
      gist: "warn 29.5GiB of 32GiB built in"),
    Row(
      what: "more than kernels keep", min: "32GiB", total: "29.25GiB", installed: "32GiB",
      gist: "fail 29.25GiB of 32GiB built in"),
    Row(
      what: "a limit of 10 GB is one of whole pages", min: "10GB", total: "25GB", limit: "9999998976",
      gist: "pass 9.99GB, the limit of a cgroup; the machine has 25GB"),
    Row(
      what: "a limit of some pages less", min: "10GB", total: "25GB", limit: "9999900000",
      gist: "fail 9.99GB, the limit of a cgroup; the machine has 25GB", remedy: "raise MemoryMax="),
    Row(
      what: "a cgroup's limit below the minimum", min: "4GB", limit: "2GiB",
      gist: "fail 2.14GB, the limit of a cgroup; the machine has 8.11GB", remedy: "raise MemoryMax="),
    Row(
      what: "a cgroup's limit just below MemTotal: not the reserve alone", min: "8GiB", limit: "7GiB",
      gist: "fail 7GiB, the limit of a cgroup; the machine has 7.56GiB", remedy: "raise MemoryMax="),
    Row(
      what: "a limit above MemTotal limits nothing", min: "8GiB", limit: "8GiB",
      gist: "warn 7.56GiB of 8GiB built in"),
    Row(
      what: "a limit that is enough", min: "2GB", limit: "2GB",
      gist: "pass 2GB, the limit of a cgroup; the machine has 8.11GB"),
    Row(
      what: "the limit unreadable, the rest enough", min: "4GB", limit: nil,
      gist: "unknown at most 8.11GB of 8.58GB built in; /proc/x: permission denied",
      remedy: "Run it as root"),
    Row(
      what: "the limit unreadable, the rest too little", min: "32GB", limit: nil,
      gist: "fail at most 8.11GB of 8.58GB built in; /proc/x: permission denied"),
    Row(
      what: "the limit unreadable, the rest a warning or worse", min: "8GiB", limit: nil,
      gist: "unknown at most 7.56GiB of 8GiB built in; /proc/x: permission denied"),
    Row(
      what: "the total unreadable, the limit too little", min: "4GB", total: nil, limit: "2GiB",
      gist: "fail at most 2.14GB, the limit of a cgroup; /proc/x: permission denied"),
    Row(
      what: "the total unreadable, the limit enough", min: "1GB", total: nil, limit: "2GiB",
      gist: "unknown at most 2.14GB, the limit of a cgroup; /proc/x: permission denied"),
    Row(what: "the total unreadable", min: "1GB", total: nil, gist: "unknown not known: /proc/x: permission denied"),
    Row(what: "within the maximum", max: "64GB", gist: "pass 8.11GB of 8.58GB built in"),
    Row(
      what: "a 64 GB licence on a 64 GiB machine", max: "64GB", total: "63GiB", installed: "64GiB",
      gist: "fail 67.64GB of 68.71GB built in",
      remedy: #"64GB is 7 % less than 64GiB, which this machine stays within: if that was meant, write "64GiB"."#),
    Row(
      what: "a 64 GB licence on a larger machine", max: "64GB", total: "126GiB", installed: "128GiB",
      gist: "fail 135.29GB of 137.43GB built in", remedy: "or raise ram.max if the licence allows it."),
    Row(
      what: "a limit keeps within the maximum", max: "4GB", limit: "4GB",
      gist: "pass 4GB, the limit of a cgroup; the machine has 8.11GB"),
    Row(
      what: "above the maximum, the limit unreadable", max: "4GB", limit: nil,
      gist: "unknown at most 8.11GB of 8.58GB built in; /proc/x: permission denied"),
    Row(
      what: "within the maximum, the limit unreadable", max: "16GB", limit: nil,
      gist: "pass at most 8.11GB of 8.58GB built in; /proc/x: permission denied"),
  ]

  @Test("memory is judged by MemTotal and the cgroups' limit", arguments: rows)
  func table(row: Row) throws {
    let requirement = MemoryRequirement(
      minimum: try row.min.map { Sample.stated(try Sample.size($0)) },
      maximum: try row.max.map { Sample.stated(try Sample.size($0)) })
    let readings = MemoryReadings(
      total: try row.total.map { Sample.known(try Sample.size($0)) } ?? .unreadable(Sample.denied),
      installed: try optional(row.installed), limit: try optional(row.limit))
    let verdict = try Sample.only(requirement.judge(readings))
    #expect(verdict.gist == row.gist)
    #expect(verdict.evidence.count == 3)
    #expect((verdict.remedy == nil) == (verdict.outcome == .pass))
    #expect((verdict.margin == nil) == (verdict.outcome == .unknown))
    if let remedy = row.remedy {
      #expect(verdict.remedy?.contains(remedy) == true, "\(verdict.remedy ?? "")")
    } else if verdict.outcome == .fail {
      #expect(verdict.remedy?.contains("if that was meant") == false)
    }
  }

  private func optional(_ text: String?) throws -> Reading<ByteCount?> {
    guard let text else { return .unreadable(Sample.denied) }
    return Sample.known(text.isEmpty ? nil : try Sample.size(text))
  }

  @Test(
    "a sixteenth that is missing may be the kernel's, and no more",
    arguments: [(937_500_000, true), (937_499_999, false), (500_000_000, false), (62_500_001, false)])
  func share(total: UInt64, isKernels: Bool) throws {
    let requirement = MemoryRequirement(minimum: Sample.stated(ByteCount(1_000_000_000)), maximum: nil)
    let readings = MemoryReadings(
      total: Sample.known(ByteCount(total)), installed: Sample.known(nil), limit: Sample.known(nil))
    let verdict = try Sample.only(requirement.judge(readings))
    #expect(verdict.outcome == .fail)
    #expect(verdict.remedy?.contains("what the kernel keeps for itself") == isKernels)
  }

  @Test("where nothing is readable, the node's own memory is told first")
  func unreadable() throws {
    let requirement = MemoryRequirement(minimum: Sample.stated(ByteCount(1000)), maximum: nil)
    let readings = MemoryReadings(
      total: .unreadable(Evidence(source: "/proc/meminfo", text: "input/output error")), installed: Sample.known(nil),
      limit: .unreadable(Evidence(source: "/proc/self/cgroup", text: "not mounted here")))
    #expect(try Sample.only(requirement.judge(readings)).gist == "unknown not known: /proc/meminfo: input/output error")
  }

  @Test("the margin tells how much is missing")
  func margin() throws {
    let requirement = MemoryRequirement(minimum: Sample.stated(ByteCount(1000)), maximum: nil)
    let readings = MemoryReadings(
      total: Sample.known(ByteCount(991)), installed: Sample.known(nil), limit: Sample.known(nil))
    let margin = try #require(requirement.judge(readings)[0].margin)
    #expect(margin.distance == -9)
    #expect(margin.ratio == -0.009)
    #expect(margin.unit == .bytes)
  }
}
