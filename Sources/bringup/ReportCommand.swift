internal import Core
internal import Host

enum ReportCommand {
  static func run(_ options: ReportOptions) -> CommandOutput {
    find(options).told(as: options.format)
  }

  private static func find(_ options: ReportOptions) -> CommandOutput {
    do throws(HostError) {
      let root = try Root(options.common.root.text)
      let kind: ReportKind
      if let named = options.kind {
        kind = named
      } else if let newest = try ReportFile.newest(in: root) {
        kind = newest
      } else {
        return .unusable("there is no report in \(ReportFile.directory); run bringup apply or bringup preflight first")
      }
      return try show(kind, options, in: root)
    } catch {
      return .refused(error, status: .unusable)
    }
  }

  private static func show(
    _ kind: ReportKind, _ options: ReportOptions, in root: borrowing Root
  ) throws(HostError) -> CommandOutput {
    let path = ReportFile.path(kind)
    guard let bytes = try ReportFile.read(kind, in: root) else {
      return .unusable("there is no report at \(path); run bringup \(kind.rawValue) first")
    }
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: bytes)
    } catch {
      throw HostError("read", path, said: "\(error)")
    }
    let output: CommandOutput? =
      switch kind {
      case .apply: ApplyReport(json).map { CommandOutput(options.format, options.common, $0) }
      case .preflight: PreflightReport(json).map { CommandOutput(options.format, options.common, $0) }
      }
    return output ?? .unusable("\(path) is of another version of bringup")
  }
}

extension CommandOutput {
  static func unusable(_ sentence: String) -> CommandOutput {
    CommandOutput(standardError: Array("bringup: \(sentence)\n".utf8), status: .unusable)
  }
}
