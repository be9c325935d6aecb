/// The preflight of one part, put in front of nodeup: the document, kept where it stays, and a drop-in that has systemd
/// check this node against it each time before it starts nodeup.
///
/// ```
/// [Service]
/// ExecStartPre=/usr/bin/bringup preflight --gate /var/lib/bringup/preflight/10-gpu.yaml
/// NotifyAccess=exec
/// ```
///
/// Each part has files of its own, so that a part that is applied alone, fails or goes away leaves the others' gates be.
struct PreflightGate: Sendable {
  let part: Part
  let section: PreflightSection
  let program: InstalledProgram

  func steps() throws(PartFailure) -> [Step] {
    let strays = section.requirements.compactMap(stray)
    guard strays.isEmpty else { throw PartFailure(name: part.name, errors: strays) }
    do throws(UserDataError) {
      return [
        Step(origin: section.origin, action: .preflight(document)),
        Step(origin: section.origin, action: .dropIn(try dropIn())),
      ]
    } catch {
      throw PartFailure(name: part.name, errors: [error])
    }
  }

  /// A script that lies beside the document: it is not kept with it.
  private func stray(_ requirement: Requirement) -> UserDataError? {
    guard case .script(let script) = requirement else { return nil }
    switch script.text {
    case .inline: return nil
    case .file(let path):
      if path.utf8.first == UInt8(ascii: "/") { return nil }
      return UserDataError(script.origin, .document(.scriptElsewhere("file://\(path)")))
    case .url(let address): return UserDataError(script.origin, .document(.scriptElsewhere(address)))
    }
  }

  /// Nil where systemd will find the program.
  var warning: Finding? {
    switch program.presence {
    case .present: nil
    case .absent:
      Finding(
        origin: section.origin,
        message:
          "preflight needs \(program.path), which is not in this root; without it \(section.onFailure.withoutProgram)")
    }
  }

  /// The whole part, so that a verdict can point at a line of it. cloud-init mends the line ends of a part that it executes:
  /// mended here too, the file is the same whoever hands in the part.
  private var document: FileWrite {
    FileWrite(
      path: AbsolutePath.preflightDocuments.appending(fileName), content: LineEndings.dosToUnix(part.content),
      mode: .set(FileMode(0o600)), owner: .root, extent: .whole)
  }

  private func dropIn() throws(UserDataError) -> DropIn {
    let name = Self.dropInName(of: part.name)
    let text: String
    do throws(UnitProblem) {
      let command = try ExecLine.quote([program.path.text, "preflight", "--gate", document.path.text])
      text = "[Service]\nExecStartPre=\(prefix)\(command)\nNotifyAccess=exec\n"
    } catch {
      throw UserDataError(section.origin, .unit(error))
    }
    let file = try UnitFile.parse(Array(text.utf8), of: .service, placement: .whole(name.text))
    let settings = UnitSettings(
      unit: .kopsConfiguration, origin: section.origin, dropIn: name, settings: [],
      raw: UnitSettings.RawText(text: text, file: file))
    return try settings.makeDropIn(from: part.name)
  }

  /// With `-` systemd goes on whatever becomes of the command, even where there is no such program any more.
  private var prefix: String {
    switch section.onFailure {
    case .block: ""
    case .warn: "-"
    }
  }

  private var fileName: String { Self.fileName(of: part.name) }

  /// Sorted before `50-bringup.conf`: what a document has systemd run before nodeup runs on a node that is fit.
  static func dropInName(of part: PartName) -> DropInName {
    DropInName(valid: "40-preflight-\(fileName(of: part)).conf")
  }

  /// A file name of its own for each part's name: other bytes than letters, digits and `._-` become `+` and two hexadecimal
  /// digits, and so does a dot at the start; of a long name the end is replaced by `++` and its digest.
  static func fileName(of part: PartName) -> String {
    let name = Array(part.description.utf8)
    var text = name.isEmpty ? "+" : ""
    for (index, byte) in name.enumerated() {
      let isPlain = ASCII.isAlphanumeric(byte) || "_-".utf8.contains(byte) || byte == UInt8(ascii: ".") && index > 0
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "+\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))"
      }
      if text.utf8.count > longestName {
        return "\(text.prefix(longestName / 2))++\(SHA256(of: name).description.prefix(32))"
      }
    }
    return text
  }

  /// Bytes of a part's name in a file name: both files' names stay under the 255 bytes that file systems take.
  private static let longestName = 160
}

extension PreflightSection.OnFailure {
  fileprivate var withoutProgram: String {
    switch self {
    case .block: "\(UnitName.kopsConfiguration) does not start"
    case .warn: "nothing is checked"
    }
  }
}
