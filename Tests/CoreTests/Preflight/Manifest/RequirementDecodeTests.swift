import Core
import Testing

@Suite struct RequirementDecodeTests {
  @Test(
    "each kind of requirement is read, with its places",
    arguments: [
      ("cpu: {min: 2}", ["cpu min 2@4:16"]), ("cpu: {max: 8, min: 2}", ["cpu min 2@4:24 max 8@4:16"]),
      ("cpu: {min: 2.0}", ["cpu min 2@4:16"]), ("cpu: {}", []), ("cpu: {max: 0}", []),
      ("cpu: {min: 2, max: 0}", ["cpu min 2@4:16"]), ("cpu: {min: 2, max: 2}", ["cpu min 2@4:16 max 2@4:24"]),
      ("ram: {min: 32GB, max: '64 GiB'}", ["ram min 32GB@4:16 max 64GiB@4:27"]), ("ram: {max: \"0\"}", []),
      ("os: [{name: centos}]", ["os @4:9 centos@4:17"]),
      ("os: [{name: rhel, versions: ['7.2', 7.10, 8]}]", ["os @4:9 rhel@4:17 7.2@4:34 7.10@4:41 8@4:47"]),
      ("os: []", []),
      ("volumes: [{path: /data}]", ["volume /data@4:22 create"]),
      ("volumes: [{path: /d, createIfMissing: false}]", ["volume /d@4:22 fail"]),
      ("volumes: [{path: /d, createIfMissing: true, skipIfMissing: true}]", ["volume /d@4:22 skip"]),
      (
        "volumes: [{path: /d, capacity: '0', minTransferRate: 0/s, filesystems: []}]", ["volume /d@4:22 create"]
      ),
      (
        "volumes: [{path: '/d-???', name: a, targetPath: /t, recursive: true, hidden: no, seLinuxLabel: x, labels: {}}]",
        ["volume /d-???@4:22 name a@4:15 create target /t"]
      ),
      (
        "volumes: [{path: /d, uid: 0, gid: 4294967294, mode: 0755}]",
        ["volume /d@4:22 create uid 0@4:31 gid 4294967294@4:39 mode 0755@4:57"]
      ),
      ("devices: [{path: /dev/null}]", ["device /dev/null@4:22 access rw@4:15"]),
      (
        "devices: [{path: /dev/n*, permissions: mr, fileMode: '666', uid: 1, gid: 2}]",
        ["device /dev/n*@4:22 access rm@4:44 mode 0666@4:58 uid 1@4:70 gid 2@4:78"]
      ),
      ("network: {minTransferRate: 50MB/s}", ["rate min 50MB/s@4:32"]), ("network: {ports: []}", []),
      (
        "network: {ports: [{ranges: [8080, '8080', '80, 8000-8002']}], minTransferRate: 1MiB/s}",
        ["tcp 8080@4:33 80@4:47 8000-8002@4:47", "rate min 1MiB/s@4:84"]
      ),
      (
        "network: {ports: [{protocol: udp, ranges: [53]}, {ranges: [53]}, {protocol: udp, ranges: [53-53]}]}",
        ["udp 53@4:48", "tcp 53@4:64"]
      ),
    ])
  func kinds(line: String, requirements: [String]) {
    #expect(required(line) == requirements)
  }

  @Test("requirements come in the order of the manifest")
  func order() {
    #expect(
      required("ram: {min: 1GB}", "customChecks: [{script: 'true'}]", "cpu: {min: 1}") == [
        "ram min 1GB@4:16", "script check 1: inline \"true\"@5:20", "cpu min 1@6:16",
      ])
  }

  @Test(
    "a script is inline, a file's or an address",
    arguments: [
      ("'#!/bin/sh'", "inline \"#!/bin/sh\""), ("file://checks.sh", "file checks.sh"),
      ("file:///opt/checks.sh", "file /opt/checks.sh"), ("'file://a b.sh '", "file a b.sh"),
      ("http://x/y.sh", "url http://x/y.sh"), ("https://x/y.sh", "url https://x/y.sh"),
      ("'echo file://x'", "inline \"echo file://x\""), ("' '", "inline \" \""),
      ("!!binary IyEvYmluL3NoCg==", "inline \"#!/bin/sh\\n\""),
    ])
  func scripts(script: String, text: String) {
    #expect(required("customChecks: [{description: a, script: \(script)}]") == ["script a: \(text)@4:20"])
  }

  @Test("a block of a script keeps its lines")
  func block() {
    #expect(
      required("customChecks:", "- script: |", "    #!/bin/bash", "", "    exit 0") == [
        "script check 1: inline \"#!/bin/bash\\n\\nexit 0\\n\"@5:7"
      ])
  }

  @Test("no two scripts have one name")
  func names() {
    let names = ["a", "a", "a (2)", "' a '", "''x", "e\u{301}", "\u{E9}"]
    let items = names.map { "{description: \($0), script: s}" }.joined(separator: ", ").replacing("''x", with: "' '")
    #expect(
      required("customChecks: [\(items), {script: s}]").map { $0.prefix { $0 != ":" } } == [
        "script a", "script a (2)", "script a (2) (2)", "script a (3)", "script check 5", "script e\u{301}",
        "script \u{E9} (2)", "script check 8",
      ])
  }

  @Test("anchors may be used again, and JSON will do")
  func yaml() {
    #expect(required("volumes: [&v {path: /a}, *v]") == ["volume /a@4:25 create", "volume /a@4:25 create"])
    #expect(
      asked("{\"apiVersion\": \"bringup/v1\", \"preflight\": {\"requirements\": {\"cpu\": {\"min\": 2}}}}") == [
        "cpu min 2@1:76"
      ])
  }
}
