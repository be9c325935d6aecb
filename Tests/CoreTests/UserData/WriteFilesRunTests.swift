import Testing

@testable import Core

@Suite struct WriteFilesRunTests {
  @Test(
    "an entry that cloud-init cannot take ends its run, and one without a path does not",
    arguments: [
      ("{path: /b}", [0, 1, 2]), ("{content: 5}", [0, 2]), ("{path: ''}", [0, 2]), ("{path: b}", [0, 1, 2]),
      ("{path: 5}", [0]), ("{path: /}", [0]), ("\"{path: /a\\0}\"", [0]), ("{path: /b, content: }", [0]),
      ("{path: /b, content: 5}", [0]), ("{path: /b, content: x, encoding: b64}", [0]), ("{path: /b, encoding: 5}", [0]),
      ("{path: /b, owner: 5}", [0]), ("{path: /b, owner: 0}", [0, 1, 2]), ("{path: /b, owner: app}", [0, 1, 2]),
      // The owner is looked up once the content is there.
      ("{path: /b, owner: '1000:1000'}", [0, 1]), ("{path: /b, owner: '0'}", [0, 1]),
      ("{path: /b, owner: 'root:root:x'}", [0, 1]), ("{path: /b, permissions: 99999999999}", [0, 1]),
      ("{path: /b, permissions: .inf}", [0]), ("{path: /b, permissions: u+x}", [0, 1, 2]),
      ("{path: /b, owner: '1', permissions: .inf}", [0]),
      // Two runs: that of deferred entries is another one.
      ("{path: /b, owner: 5, defer: true}", [0, 2]), ("{path: /b, owner: '5', defer: true}", [0, 1, 2]),
      ("[path, /b]", [0]), ("text", [0]), ("!!set {path}", [0]),
      // Neither run starts.
      ("5", []), ("~", []), ("2024-01-01", []), ("!!binary eA==", []), ("[defer]", []), ("a deferral", []),
    ] as [(String, Set<Int>)])
  func written(item: String, indexes: Set<Int>) throws {
    let yaml = "[{path: /a}, \(item), {path: /c}]"
    let node = try #require(try YAML.parse(Array(yaml.utf8), placement: .whole("x.yaml")))
    guard case .sequence(let items) = node.value else { return }
    #expect(WriteFilesRun.written(items) == indexes)
  }
}
