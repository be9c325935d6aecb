import Testing

@testable import Core

@Suite("A script's variables")
struct ScriptVariablesTests {
  static func known<Value>(_ value: Value) -> Reading<Value> { .known(value, Evidence(source: "x", text: "y")) }

  static func text(_ variables: ScriptVariables) -> [String] {
    variables.entries.map { "\($0.name)=\($0.value)" }
  }

  @Test("tell all that is known of the node")
  func all() {
    var variables = ScriptVariables()
    variables.profile = "db"
    variables.processors = ProcessorReadings(online: Self.known(8), affinity: Self.known(6), quota: Self.known(4.9))
    variables.memory = MemoryReadings(
      total: Self.known(ByteCount(9000)), installed: Self.known(ByteCount(9999)), limit: Self.known(ByteCount(5000)))
    variables.operatingSystem = OperatingSystem(id: "debian", version: "12", prettyName: nil)
    variables.instance = InstanceReadings(
      type: Self.known("m5.xlarge"), region: Self.known("us-east-1"), role: Self.known("nodes.cluster.example.com"))
    variables.programVersion = "1.2"
    #expect(
      Self.text(variables) == [
        "BRINGUP_PROFILE=db", "BRINGUP_CPUS=4", "BRINGUP_MEMORY_BYTES=5000", "BRINGUP_OS_ID=debian",
        "BRINGUP_OS_VERSION=12", "BRINGUP_INSTANCE_TYPE=m5.xlarge", "BRINGUP_REGION=us-east-1",
        "BRINGUP_INSTANCE_ROLE=nodes.cluster.example.com", "BRINGUP_VERSION=1.2",
      ])
  }

  @Test("leave out what is not known")
  func none() {
    #expect(Self.text(ScriptVariables()) == ["BRINGUP_PROFILE="])
    var variables = ScriptVariables()
    let nothing = Evidence(source: "x", text: "no such file")
    variables.processors = ProcessorReadings(
      online: .unreadable(nothing), affinity: .unreadable(nothing), quota: .unreadable(nothing))
    variables.memory = MemoryReadings(
      total: .unreadable(nothing), installed: .unreadable(nothing), limit: .unreadable(nothing))
    variables.operatingSystem = OperatingSystem(id: "arch", version: nil, prettyName: nil)
    variables.instance = InstanceReadings(unreadable: nothing)
    #expect(Self.text(variables) == ["BRINGUP_PROFILE=", "BRINGUP_OS_ID=arch"])
  }

  @Test(
    "count by the smallest of the sources that are there",
    arguments: [(2, 8, 9.0, "2"), (8, 2, nil, "2"), (8, 8, 0.5, "0"), (8, 8, .infinity, "8")]
      as [(Int, Int, Double?, String)])
  func processors(online: Int, affinity: Int, quota: Double?, count: String) {
    var variables = ScriptVariables()
    variables.processors = ProcessorReadings(
      online: Self.known(online), affinity: Self.known(affinity), quota: Self.known(quota))
    #expect(Self.text(variables).last == "BRINGUP_CPUS=\(count)")
  }
}
