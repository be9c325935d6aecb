import Core
import Testing

@Suite struct RequirementErrorTests {
  @Test(
    "what is wrong is told at its place",
    arguments: [
      ("cpus: {min: 1}", "4:5: \"cpus\" is not a key of requirements; did you mean \"cpu\"?"),
      (
        "disk: {}",
        "4:5: \"disk\" is not a key of requirements; write one of cpu, ram, os, volumes, devices, network, customChecks"
      ),
      ("5: {}", "4:5: a key of requirements is a number; quote it"),
      ("cpu: 4", "4:10: cpu is a number; write a mapping with min, max"),
      ("cpu: ", "4:9: cpu is nothing; write a mapping with min, max"),
      ("cpu: {mim: 4}", "4:11: \"mim\" is not a key of cpu; did you mean \"min\"?"),
      ("cpu: {min: 4, min: 5}", "4:11: \"min\" is in cpu twice; keep one"),
      ("cpu: {min: '4'}", "4:16: min is text; write a number of CPUs, e.g. 8"),
      ("cpu: {min: 1.5}", "4:16: min 1.5 is not a number of CPUs; write a whole number, e.g. 8"),
      ("cpu: {min: -1}", "4:16: min -1 is not a number of CPUs; write a whole number, e.g. 8"),
      (
        "cpu: {max: 99999999999999999999}",
        "4:16: max 99999999999999999999 is not a number of CPUs; write a whole number, e.g. 8"
      ),
      ("cpu: {min: .inf}", "4:16: min inf is not a number of CPUs; write a whole number, e.g. 8"),
      ("cpu: {min: 4, max: 2}", "4:24: max 2 is below min 4, so no node has both; raise max or lower min"),
      ("ram: []", "4:10: ram is a list; write a mapping with min, max"),
      ("ram: {min: 8}", "4:16: min is a number; write a size in quotes, e.g. \"32GB\" or \"32GiB\""),
      (
        "ram: {min: ''}", "4:16: min is empty; write a size in quotes, e.g. \"32GB\" or \"32GiB\", or leave the key out"
      ),
      (
        "ram: {min: 84 JB}",
        "4:16: min \"84 JB\" is not a size; write e.g. \"32GB\" (thousands) or \"32GiB\" (powers of 1024)"
      ),
      (
        "ram: {min: 2GB, max: 1GB}",
        "4:26: max 1GB is below min 2GB, so no node has both; raise max or lower min"
      ),
      ("os: {name: centos}", "4:9: os is a mapping; write a list"),
      ("os: [centos]", "4:10: an item of os is text; write a mapping with name, versions"),
      ("os: [{versions: ['7']}]", "4:10: an item of os has no name; write the ID of an os-release, e.g. centos"),
      ("os: [{name: 7}]", "4:17: name is a number; write the ID of an os-release, e.g. centos"),
      ("os: [{name: a, version: '7'}]", "4:20: \"version\" is not a key of an item of os; did you mean \"versions\"?"),
      ("os: [{name: a, versions: '7'}]", "4:30: versions is text; write a list"),
      (
        "os: [{name: a, versions: ['7.']}]",
        "4:31: version \"7.\" is none; write numbers and dots, e.g. \"7.4\""
      ),
      ("os: [{name: a, versions: [yes]}]", "4:31: an item of versions is a boolean; write a version, e.g. \"7.4\""),
      ("volumes: {path: /a}", "4:14: volumes is a mapping; write a list"),
      ("volumes: [/a]", "4:15: a volume is text; write a mapping with path, name, targetPath"),
      ("volumes: [{name: a}]", "4:15: a volume has no path; write an absolute path, e.g. /var/lib/data"),
      ("volumes: [{path: a}]", "4:22: path \"a\" is relative; write an absolute path"),
      ("volumes: [{path: 5}]", "4:22: path is a number; write an absolute path, e.g. /var/lib/data"),
      ("volumes: [{path: /a/../b}]", "4:22: path \"/a/../b\" holds \"..\"; write the path that is meant"),
      ("volumes: [{path: \"/\\0\"}]", "4:22: path \"/\\u{0}\" holds a NUL character; remove it"),
      (
        "volumes: [{path: '/a['}]",
        "4:22: path \"/a[\" has a \"[\" that is not closed; write \"\\[\" for the character"
      ),
      (
        "volumes: [{path: '/[]'}]",
        "4:22: path \"/[]\" has a \"[]\" without characters; write \"\\]\" for a bracket among them"
      ),
      (
        "volumes: [{path: '/[a-]'}]",
        "4:22: path \"/[a-]\" has a \"-\" without an end in \"[...]\"; write \"\\-\" for the character"
      ),
      (
        "volumes: [{path: '/a\\'}]", "4:22: path \"/a\\\" has a backslash with nothing after it; write two for one"
      ),
      (
        "volumes: [{path: /a, capacity: 512}]",
        "4:36: capacity is a number; write a size in quotes, e.g. \"32GB\" or \"32GiB\""
      ),
      (
        "volumes: [{path: /a, minTransferRate: 50MB}]",
        "4:43: minTransferRate \"50MB\" is not a rate; write bytes per second, e.g. \"50MB/s\""
      ),
      (
        "volumes: [{path: /a, minTransferRate: 50}]",
        "4:43: minTransferRate is a number; write bytes per second in quotes, e.g. \"50MB/s\""
      ),
      ("volumes: [{path: /a, filesystems: ext4}]", "4:39: filesystems is text; write a list"),
      ("volumes: [{path: /a, filesystems: [1]}]", "4:40: an item of filesystems is a number; write text"),
      (
        "volumes: [{path: /a, filesystems: ['']}]",
        "4:40: an item of filesystems is empty; write text, or leave the key out"
      ),
      ("volumes: [{path: /a, createIfMissing: 'no'}]", "4:43: createIfMissing is text; write true or false"),
      (
        "volumes: [{path: /a, skipifmissing: true}]",
        "4:26: \"skipifmissing\" is not a key of a volume; did you mean \"skipIfMissing\"?"
      ),
      ("volumes: [{path: /a, mode: '0888'}]", "4:32: mode \"0888\" is not octal; write e.g. \"0755\""),
      ("volumes: [{path: /a, mode: bwahahah}]", "4:32: mode \"bwahahah\" is not octal; write e.g. \"0755\""),
      ("volumes: [{path: /a, mode: 755}]", "4:32: mode is a number; write a mode in quotes, e.g. \"0755\""),
      ("volumes: [{path: /a, mode: 0x1ed}]", "4:32: mode \"0x1ed\" is not octal; write e.g. \"0755\""),
      (
        "volumes: [{path: /a, uid: -1}]", "4:31: uid -1 is not the number of an account; write one from 0 to 4294967294"
      ),
      (
        "volumes: [{path: /a, gid: 4294967295}]",
        "4:31: gid 4294967295 is not the number of an account; write one from 0 to 4294967294"
      ),
      ("volumes: [{path: /a, uid: root}]", "4:31: uid is text; write a number, e.g. 1000"),
      (
        "devices: [{path: /d, permissions: rwx}]",
        "4:39: permissions \"rwx\" is not made of r, w and m, each once at most; write e.g. \"rw\""
      ),
      ("devices: [{path: /d, fileMode: '0o666'}]", "4:36: fileMode \"0o666\" is not octal; write e.g. \"0755\""),
      ("devices: [{}]", "4:15: a device has no path; write an absolute path, e.g. /var/lib/data"),
      ("network: [8080]", "4:14: network is a list; write a mapping with minTransferRate, ports"),
      ("network: {ports: {}}", "4:22: ports is a mapping; write a list"),
      ("network: {ports: [8080]}", "4:23: an item of ports is a number; write a mapping with protocol, ranges"),
      ("network: {ports: [{protocol: tcp}]}", "4:23: an item of ports has no ranges; write e.g. ranges: [\"8080\"]"),
      ("network: {ports: [{ranges: '80'}]}", "4:32: ranges is text; write a list"),
      ("network: {ports: [{ranges: [80], protocol: TCP}]}", "4:48: protocol \"TCP\" is unknown; write tcp or udp"),
      (
        "network: {ports: [{ranges: [8002-8000]}]}",
        "4:33: the range \"8002-8000\" ends below its start; turn it round"
      ),
      ("network: {ports: [{ranges: [70000]}]}", "4:33: port \"70000\" is not one of 1 to 65535"),
      (
        "network: {ports: [{ranges: [a-b]}]}",
        "4:33: \"a\" is not a port; write e.g. \"8080\", \"8000-8002\" or \"80, 443\""
      ),
      (
        "network: {ports: [{ranges: [010]}]}",
        "4:33: \"010\" is not a port; write e.g. \"8080\", \"8000-8002\" or \"80, 443\""
      ),
      (
        "network: {ports: [{ranges: [~]}]}",
        "4:33: an item of ranges is nothing; write a port or a range of ports, e.g. \"8000-8002\""
      ),
      ("customChecks: {script: a}", "4:19: customChecks is a mapping; write a list"),
      ("customChecks: [a]", "4:20: a custom check is text; write a mapping with description, script"),
      (
        "customChecks: [{description: a}]",
        "4:20: a custom check has no script; write a script, e.g. script: file://checks.sh"
      ),
      ("customChecks: [{script: [a]}]", "4:29: script is a list; write a script, e.g. script: file://checks.sh"),
      (
        "customChecks: [{script: ''}]",
        "4:29: script is empty; write a script, e.g. script: file://checks.sh, or leave the key out"
      ),
      (
        "customChecks: [{script: !!binary ''}]",
        "4:29: script is empty; write a script, e.g. script: file://checks.sh, or leave the key out"
      ),
      ("customChecks: [{script: 'file://'}]", "4:29: script \"file://\" names no file; write e.g. file://checks.sh"),
      (
        "customChecks: [{scripts: a, script: b}]",
        "4:21: \"scripts\" is not a key of a custom check; did you mean \"script\"?"
      ),
    ])
  func refused(line: String, message: String) {
    #expect(required(line) == ["source:\(message)"])
  }

  @Test(
    "a name that is no pattern is told so",
    arguments: [
      ("(a", "has a \"(\" that is not closed; write \"\\(\" for the character"),
      ("a)", "has a \")\" that closes nothing; write \"\\)\" for the character"),
      ("+", "has a \"*\", \"+\" or \"?\" with nothing before it; write e.g. \".*\""),
      ("[a", "has a \"[\" that is not closed; write \"\\[\" for the character"),
      ("[z-a]", "has a range in \"[...]\" that ends before its start; turn it round"),
      ("[[:digit:]]", "has a class of characters by name; write e.g. [a-z] or [0-9]"),
      ("a\\", "has a backslash with nothing after it; write two for one"),
      ("\\w", "has a backslash before a letter or digit, which means nothing here; write e.g. [0-9]"),
      ("a{2}", "has a repeat count, which is not read here; write \"*\" or \"+\", or \"\\{\" for a brace"),
    ])
  func name(pattern: String, message: String) {
    #expect(required("os: [{name: '\(pattern)'}]") == ["source:4:17: name \"\(pattern)\" \(message)"])
  }

  @Test("a name and a path that are too long are told so, and cut")
  func tooLong() {
    let name = String(repeating: "a", count: 300)
    let shown = "\"\(name.prefix(80))...\""
    #expect(required("os: [{name: \(name)}]") == ["source:4:17: name \(shown) is longer than 256 bytes"])
    #expect(
      required("volumes: [{path: /\(name)}]") == [
        "source:4:22: path \"/\(name.prefix(79))...\" is too long; 4095 bytes are allowed, 255 between slashes"
      ])
    #expect(required("volumes: [{path: ''}]").first?.hasPrefix("source:4:22: path is empty; write an absolute") == true)
  }

  @Test("everything that is wrong is told at once")
  func together() {
    let errors = required("cpu: {min: x, max: y}", "ram: {min: 1}", "volumes: [{path: a, mode: 9}, {}]", "nonsense: 1")
    let places = errors.map { String($0.dropFirst("source:".count).prefix { $0 != " " }) }
    #expect(places == ["7:5:", "4:16:", "4:24:", "5:16:", "6:22:", "6:31:", "6:35:"])
  }

  @Test("lists are bounded, all of a manifest together")
  func bounded() {
    let item = "{path: /a}"
    let many = Array(repeating: item, count: Limits.requirementItems + 1).joined(separator: ", ")
    #expect(
      required("volumes: [\(many)]") == [
        "source:4:14: volumes brings the lists of the manifest to more than 2000 items together"
      ])
    let versions = Array(repeating: "1", count: 1500).joined(separator: ",")
    #expect(
      required("os: [{name: x, versions: &v [\(versions)]}, {name: y, versions: *v}]") == [
        "source:4:30: versions brings the lists of the manifest to more than 2000 items together"
      ])
  }

  @Test("ranges of ports are bounded, and all ports a thousand times are no more than once")
  func ports() {
    let all = Array(repeating: "1-65535", count: 1000).joined(separator: ", ")
    #expect(required("network: {ports: [{ranges: [\"\(all)\"]}]}") == ["tcp 1-65535@4:33"])
    let most = String(repeating: "80,", count: 6000) + "80"
    #expect(
      required("network: {ports: [{ranges: [&a \"\(most)\", *a]}]}") == [
        "source:4:33: the manifest has more than 10000 port ranges"
      ])
    #expect(
      required("network: {ports: [{ranges: [\"\(most),\(most)\"]}]}") == [
        "source:4:33: the list has more than 10000 port ranges"
      ])
  }

  @Test("a manifest may ask for all that the limits allow")
  func most() {
    let half = Array(repeating: "80", count: Limits.portRanges / 2).joined(separator: ",")
    #expect(required("network: {ports: [{ranges: [&a \"\(half)\", *a]}]}") == ["tcp 80@4:33"])
    let versions = Array(repeating: "1", count: Limits.requirementItems - 1).joined(separator: ",")
    #expect(!required("os: [{name: x, versions: [\(versions)]}]").contains { $0.contains("more than") })
    let script = String(repeating: "x", count: Limits.checkScriptBytes / 2)
    #expect(
      !required("customChecks: [{script: &s \"\(script)\"}, {script: *s}]").contains { $0.contains("longer than") })
  }

  @Test("the text of scripts is bounded")
  func scripts() {
    let script = String(repeating: "x", count: Limits.checkScriptBytes / 2 + 1)
    #expect(
      required("customChecks: [{script: &s \"\(script)\"}, {script: *s}]") == [
        "source:4:29: the scripts of the manifest are longer than 16 MiB together"
      ])
  }
}
