import Glibc

/// A decoder under libFuzzer: it returns or throws for any bytes at all, within its limits; what it returns holds together.
enum FuzzTarget: String {
  /// Any blob to its parts, and those to a plan.
  case parts
  /// Any blob to what cloud-init does with it.
  case explain
  case yaml
  case json
  /// A drop-in of a service.
  case unit
  /// A command line of a unit file.
  case exec
  case timespan
  /// A manifest, and content for what it names.
  case bundle
  /// A Gravity manifest or a bringup document to the requirements of each profile.
  case manifest
  /// Any source through every rule, its mends made, and the result through them again.
  case lint
  /// Messages between the two ends of a peer test.
  case peer
  case gzip
  case base64
  case mime
  /// `/etc/os-release`
  case release
  /// `/proc/PID/mountinfo`
  case mounts
  /// `/proc/net/tcp`
  case sockets
  /// What the kernel answers of sockets.
  case dump
  /// Shell patterns and names' patterns, each with a name to try it on.
  case pattern
  /// Sizes, rates, versions and lists of ports.
  case quantity

  /// The one that `BRINGUP_FUZZ` names.
  static let chosen: FuzzTarget = {
    guard let name = getenv("BRINGUP_FUZZ"), let target = FuzzTarget(rawValue: String(cString: name)) else {
      preconditionFailure("BRINGUP_FUZZ names no decoder")
    }
    return target
  }()

  func run(_ bytes: [UInt8]) {
    switch self {
    case .parts: FuzzTarget.plan(bytes)
    case .explain: FuzzTarget.explain(bytes)
    case .yaml: _ = try? YAML.parseAll(bytes, placement: .whole("fuzz"))
    case .json: FuzzTarget.readAgain(bytes)
    case .unit: _ = try? UnitFile.parse(bytes, of: .service, placement: .whole("fuzz"))
    case .exec: FuzzTarget.quoteAgain(String(decoding: bytes, as: UTF8.self))
    case .peer: FuzzTarget.hearAgain(bytes)
    case .bundle: FuzzTarget.bundle(bytes)
    case .timespan: _ = try? TimeSpan.parse(String(decoding: bytes, as: UTF8.self))
    case .lint: FuzzTarget.lint(SourceBytes(name: "fuzz", fileName: PartName("fuzz"), bytes: bytes))
    case .gzip: FuzzTarget.inflate(bytes)
    case .base64: FuzzTarget.encodeAgain(bytes)
    case .mime: FuzzTarget.walk(bytes)
    case .release: _ = OSRelease.parse(bytes)
    case .mounts: FuzzTarget.mount(bytes)
    case .sockets: FuzzTarget.readInPieces(bytes)
    case .dump: FuzzTarget.dump(bytes)
    case .pattern: FuzzTarget.match(bytes)
    case .quantity: FuzzTarget.quantify(String(decoding: bytes, as: UTF8.self))
    case .manifest: FuzzTarget.choose(SourceBytes(name: "fuzz", fileName: PartName("fuzz"), bytes: bytes))
    }
  }

  /// Every sentence and every place is made, too: a message must not trap either.
  private static func plan(_ bytes: [UInt8]) {
    let list = PartDecoder.decode([SourceBytes(name: "fuzz", fileName: PartName("part-001"), bytes: bytes)])
    let outlook = CloudInitOutlook.present(userData: "fuzz", writeFiles: .pending, deferred: .pending)
    for commands in [PlanRequest.Commands.leave, .run] {
      let plan = Planner.plan(list, PlanRequest(commands: commands, cloudInit: outlook))
      _ = plan.failures.flatMap(\.errors).map(\.description)
      _ = plan.parts.flatMap(\.warnings).map(\.description)
    }
    _ = PartsReport(list).json.bytes(.compact)
  }

  /// Every format is rendered, too; mends end.
  private static func lint(_ source: SourceBytes) {
    let reader = LintReader(assumptions: LintAssumptions())
    for sources in [[source], LintMending([source], reader: reader).sources] {
      var report = LintReport()
      var reader = reader
      reader.read(sources) { report.add($0) }
      _ = report.text(.plain, .normal)
      _ = report.sarif.bytes(.compact)
      _ = report.json.bytes(.compact)
    }
  }

  /// The oldest and the newest version that is told, alone and beside itself, in both formats.
  private static func explain(_ bytes: [UInt8]) {
    let source = SourceBytes(name: "fuzz", fileName: PartName("fuzz"), bytes: bytes)
    for (version, sources) in [(CloudInitVersion.debian12, [source]), (CloudInitVersion(26, 2), [source, source])] {
      let report = ExplainReport(Explanation(of: sources, version: version))
      _ = report.json.bytes(.compact)
      _ = report.text(.plain, .normal)
    }
  }

  /// Patterns are tried on a name, too, that takes them long.
  private static func choose(_ source: SourceBytes) {
    let manifest: PreflightManifest
    do throws(PartFailure) { manifest = try PreflightManifest.decode(source) } catch {
      return precondition(error.errors.allSatisfy { !$0.description.isEmpty }, "an error without a sentence")
    }
    let profiles: [String?] =
      switch manifest {
      case .application(let application): application.profiles.map(\.name)
      case .documents: [nil]
      }
    let name = String(repeating: "a", count: 255)
    for profile in profiles {
      guard let choice = try? manifest.choose(profile: profile) else { preconditionFailure("a profile that is not") }
      for requirement in choice.requirements {
        switch requirement {
        case .operatingSystem(let system): _ = system.releases.map { $0.name.value.matches(name) }
        case .volume(let volume): _ = volume.path.value.components.map { $0.matches(Array(name.utf8)) }
        case .device(let device): _ = device.path.value.components.map { $0.matches(Array(name.utf8)) }
        case .memory(let memory): _ = memory.minimum.map(\.value.description)
        case .processors, .instanceType, .ports, .networkRate, .script: break
        }
      }
    }
  }

  /// What was read is written and read as the same value.
  private static func readAgain(_ bytes: [UInt8]) {
    guard let value = try? JSON(parsing: bytes) else { return }
    guard let again = try? JSON(parsing: value.bytes(.compact)) else { preconditionFailure("written, not read") }
    precondition(again.bytes(.compact) == value.bytes(.compact), "read as another value")
  }

  /// Every message that is read is written as the bytes that it was read from.
  private static func hearAgain(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let (message, size) = try? PeerMessage.decode(rest) {
      // An IPv4 address may come as IPv6 carries it, and is written in its own form.
      if case .welcome = message {
      } else {
        precondition(message.bytes.elementsEqual(rest.prefix(size)), "another message")
      }
      rest = rest.dropFirst(size)
    }
  }

  /// What contents are filled into stays YAML, whatever they hold.
  private static func bundle(_ bytes: [UInt8]) {
    guard let bundle = try? Bundle(bytes, named: "fuzz"), bundle.errors.isEmpty else { return }
    let contents = bundle.references.enumerated().map { index, reference in
      Array((reference.form == .image ? "GIF89a" : "").utf8) + bytes.dropFirst(index).suffix(64)
    }
    guard let text = try? bundle.filled(with: contents) else { return }
    precondition((try? YAML.parseAll(text, placement: .whole("filled"))) != nil, "filled, not YAML")
    _ = bundle.warnings(about: contents).map(\.description)
    _ = BundleReport(manifest: "fuzz", references: bundle.references, outcome: .filled(contents)).json.bytes(.compact)
  }

  /// The words of a line, quoted, are the same words.
  private static func quoteAgain(_ text: String) {
    _ = try? ExecLine.parse(text)
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let quoted = try? ExecLine.quote(["/bin/true"] + words) else { return }
    precondition((try? ExecLine.parse(quoted)) != nil, "quoted, not parsed")
  }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
