internal import Core
internal import Host

enum ReportCommand {
  static func run(_ options: ReportOptions) -> CommandOutput {
    do throws(HostError) {
      let root = try Root(options.common.root.text)
      guard let bytes = try ReportFile.read(in: root) else {
        return .unusable("there is no report at \(ReportFile.path); run bringup apply first")
      }
      guard let report = try parse(bytes) else {
        return .unusable("\(ReportFile.path) is of another version of bringup")
      }
      return CommandOutput(options.common, status: report.status, json: report.json) { style in
        report.text(style, options.common.verbosity)
      }
    } catch {
      return .refused(error, status: .unusable)
    }
  }

  private static func parse(_ bytes: [UInt8]) throws(HostError) -> ApplyReport? {
    do throws(JSONError) {
      return ApplyReport(try JSON(parsing: bytes))
    } catch {
      throw HostError("read", ReportFile.path, said: "\(error)")
    }
  }
}

extension CommandOutput {
  static func unusable(_ sentence: String) -> CommandOutput {
    CommandOutput(standardError: Array("bringup: \(sentence)\n".utf8), status: .unusable)
  }
}
