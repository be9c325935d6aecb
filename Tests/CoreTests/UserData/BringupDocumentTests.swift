import Core
import Testing

@Suite struct BringupDocumentTests {
  @Test("files, units and preflight are read")
  func whole() throws {
    let document = try BringupDocument.decode(
      .text(
        """
        #!/usr/bin/bringup apply
        apiVersion: bringup/v1
        files:
          - path: /opt/log-time.sh
            permissions: "0755"
            content: echo
        units:
          kops-configuration.service:
            execStartPre:
              - /bin/bash /opt/log-time.sh
        preflight:
          requirements: {cpu: {min: 2}}
          onFailure: warn
        """, type: .bringup))
    #expect(document.files.map(\.write.mode) == [.set(FileMode(0o755))])
    #expect(document.dropIns.map(\.unit.text) == ["kops-configuration.service"])
    #expect(document.preflight?.onFailure == .warn)
    #expect(document.preflight?.origin.description == "test.yaml:12:3")
    #expect(document.preflight?.requirements.map(\.line) == ["cpu min 2@12:29"])
  }

  @Test("a document without files, units and preflight is one")
  func minimal() throws {
    let document = try decode("apiVersion: bringup/v1\n")
    #expect(document.files.isEmpty)
    #expect(document.dropIns.isEmpty)
    #expect(document.preflight == nil)
  }

  @Test("a failed preflight blocks by default")
  func blocks() throws {
    let document = try decode("apiVersion: bringup/v1\npreflight: {requirements: {}}\n")
    #expect(document.preflight?.onFailure == .block)
  }

  @Test("files may be octal numbers and have a source")
  func files() throws {
    let document = try decode(
      "apiVersion: bringup/v1\nfiles: [{path: /a, permissions: 0755, source: {uri: \"http://x/\"}}]\n")
    #expect(document.files.map(\.write.mode) == [.set(FileMode(0o755))])
    #expect(document.files.map(\.sourceURI) == ["http://x/"])
  }

  @Test(
    "what is wrong fails the document, with its line",
    arguments: [
      ("files: []", "test.yaml:1:1: the document has no apiVersion; write apiVersion: bringup/v1"),
      ("apiVersion: bringup/v2", "test.yaml:1:13: apiVersion is \"bringup/v2\"; this program reads \"bringup/v1\""),
      ("apiVersion: 1", "test.yaml:1:13: apiVersion is 1; this program reads \"bringup/v1\""),
      (
        "apiVersion: bringup/v1\nfile: []",
        "test.yaml:2:1: \"file\" is not a key of a bringup document; did you mean \"files\"?"
      ),
      (
        "apiVersion: bringup/v1\nkind: Node",
        "test.yaml:2:1: \"kind\" is not a key of a bringup document; write one of apiVersion, files, units, preflight"
      ),
      (
        "apiVersion: bringup/v1\nfiles: []\nfiles: []",
        "test.yaml:2:1: \"files\" is in a bringup document twice; keep one"
      ),
      (
        "apiVersion: bringup/v1\nfiles: ''",
        "test.yaml:2:8: files is text; write a list of entries, each with a path"
      ),
      (
        "apiVersion: bringup/v1\npreflight: yes",
        "test.yaml:2:12: preflight is a boolean; write a mapping with requirements"
      ),
      (
        "apiVersion: bringup/v1\npreflight: {onFailure: warn}",
        "test.yaml:2:12: preflight has no requirements; write e.g. requirements: {cpu: {min: 2}}"
      ),
      (
        "apiVersion: bringup/v1\npreflight: {requirements: []}",
        "test.yaml:2:27: requirements is a list; write a mapping, e.g. {cpu: {min: 2}}"
      ),
      (
        "apiVersion: bringup/v1\npreflight: {requirements: {}, onFailure: stop}",
        "test.yaml:2:42: onFailure is \"stop\"; write block or warn"
      ),
      (
        "apiVersion: bringup/v1\npreflight: {requirements: {}, onfailure: warn}",
        "test.yaml:2:31: \"onfailure\" is not a key of preflight; did you mean \"onFailure\"?"
      ),
      ("- a", "test.yaml:1:1: the document is a list; write a mapping of keys"),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: PartFailure.self) { try decode(text + "\n") }
    #expect(error?.errors.map(\.description) == [message])
  }

  @Test("errors in units and files are told together")
  func together() {
    let error = #expect(throws: PartFailure.self) {
      try decode("apiVersion: bringup/v1\nfiles: [5]\nunits: {nonsense: {}}\n")
    }
    #expect(error?.errors.map { $0.origin.position?.line } == [2, 3])
  }

  private func decode(_ text: String) throws(PartFailure) -> BringupDocument {
    try BringupDocument.decode(.text(text, type: .bringup))
  }
}
