import Core
import Testing

@Suite struct PreflightManifestTests {
  private static let document = "apiVersion: bringup/v1\npreflight: {requirements: {cpu: {min: 2}}}\n"

  @Test("a bringup document is told by its content, with or without a first line that runs it")
  func documents() throws {
    #expect(asked(Self.document) == ["cpu min 2@2:39"])
    #expect(asked("#!/usr/bin/bringup apply\n" + Self.document) == ["cpu min 2@3:39"])
    let choice = try PreflightManifest.decode(source(Self.document)).choose(profile: nil)
    #expect(choice.profile == nil && choice.onFailure == [.block])
  }

  @Test("what several documents of an InstanceGroup ask is asked together, and each says what a failure comes to")
  func instanceGroup() throws {
    let script = "preflight: {requirements: {customChecks: [{description: a, script: s}]}, onFailure: warn}"
    let text = """
      apiVersion: kops.k8s.io/v1alpha2
      kind: InstanceGroup
      metadata: {name: nodes}
      spec:
        additionalUserData:
        - name: 20.yaml
          type: text/cloud-boothook
          content: |
            #!/usr/bin/bringup apply
            apiVersion: bringup/v1
            \(script)
        - name: 10.yaml
          type: text/cloud-boothook
          content: |
            #!/usr/bin/bringup apply
            apiVersion: bringup/v1
            \(script)
        - name: a.sh
          type: text/x-shellscript
          content: "#!/bin/sh"
      """
    #expect(asked(text) == ["script a: inline \"s\"@17:49", "script a (2): inline \"s\"@11:49"])
    let choice = try PreflightManifest.decode(source(text)).choose(profile: nil)
    #expect(choice.onFailure == [.warn, .warn])
    let blocking = text.replacing("onFailure: warn}\n  - name: 10", with: "onFailure: block}\n  - name: 10")
    #expect(try PreflightManifest.decode(source(blocking)).choose(profile: nil).onFailure == [.warn, .block])
    #expect(asked(text, instanceGroup: "masters").first?.contains("no InstanceGroup is called") == true)
  }

  @Test("a bringup document has no profiles")
  func profile() {
    #expect(
      asked(Self.document, profile: "db") == [
        "--profile \"db\" chooses from a Gravity manifest; a bringup document has no node profiles"
      ])
  }

  @Test(
    "what is neither is told what it is",
    arguments: [
      ("", "source: there is nothing in it"),
      ("cpu: {min: 2}\n", "source: \(neither)"),
      ("apiVersion: apps/v1\nkind: Deployment\n", "source: \(neither)"),
      ("\u{0}\u{1}", "source: a binary file, which is no kind of user-data"),
      ("#cloud-config\nbootcmd: []\n", "source: user-data (text/cloud-config), and \(none)"),
      ("#!/bin/sh\n", "source: user-data (text/x-shellscript), and \(none)"),
      (
        "apiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: {name: a}\n",
        "source: user-data without parts, and \(none)"
      ),
      (
        "apiVersion: bringup/v1\n",
        "source: the bringup document has no preflight; write e.g. preflight: {requirements: {cpu: {min: 2}}}"
      ),
      (
        "#!/usr/bin/bringup apply\npreflight: {}\n",
        "source:2:1: the document has no apiVersion; write apiVersion: bringup/v1"
      ),
    ])
  func neitherKind(text: String, message: String) {
    #expect(asked(text).first == message)
  }

  @Test("a document with errors elsewhere is not half read")
  func otherErrors() {
    #expect(
      asked("apiVersion: bringup/v1\nfiles: 5\npreflight: {requirements: {cpu: {min: 2}}}\n") == [
        "source:2:8: files is a number; write a list of entries, each with a path"
      ])
  }
}

private let neither =
  "neither a Gravity manifest nor a bringup document; "
  + "begin it with apiVersion: bundle.gravitational.io/v2 or apiVersion: bringup/v1"
private let none = "no Gravity manifest or bringup document with preflight, which the requirements are read from"
