internal import Core
internal import Host

enum BundleCommand {
  static func run(_ options: BundleOptions) -> CommandOutput {
    do throws(HostError) {
      let file = try ManifestFile.read(options.manifest.text)
      let bundle: Bundle
      do throws(UserDataError) {
        bundle = try Bundle(file.text, named: options.manifest.text)
      } catch {
        return .unusable(error.description)
      }
      switch options.task {
      case .check:
        let report = BundleReport(
          manifest: options.manifest.text, references: bundle.references, outcome: .checked, errors: bundle.errors)
        return output(report, options)
      case .write(let destination):
        return try write(bundle, of: file, to: destination, options)
      }
    } catch {
      return .refused(error, status: .unusable)
    }
  }

  private static func write(
    _ bundle: Bundle, of file: ManifestFile, to destination: BundleOptions.Output, _ options: BundleOptions
  ) throws(HostError) -> CommandOutput {
    // Held back until the output is out, so that ^C ends curl and not the account of it.
    let interrupt = try Interrupt()
    var reader = ReferenceReader(
      from: try ManifestDirectory(ofManifest: options.manifest.text, reach: options.reach),
      by: Curl(environment: .current(), timeLimit: options.timeLimit.duration, interrupt: interrupt))
    let filling: Filling
    do throws(BundleFailure) {
      filling = try Filling(bundle, by: &reader)
    } catch {
      let report = BundleReport(
        manifest: options.manifest.text, references: bundle.references, outcome: .failed, errors: error.errors)
      var output = output(report, options)
      output.interrupt = interrupt
      return output
    }
    let report = BundleReport(
      manifest: options.manifest.text, references: bundle.references, outcome: .filled(filling.contents),
      warnings: bundle.warnings(about: filling.contents))
    var output = output(report, options)
    output.interrupt = interrupt
    switch destination {
    case .standardOutput: output.standardOutput = filling.text
    case .file(let path):
      do throws(HostError) {
        try OutputFile.write(filling.text, to: path.text, butNot: file)
      } catch {
        return .refused(error, status: .failed)
      }
    }
    return output
  }

  private static func output(_ report: BundleReport, _ options: BundleOptions) -> CommandOutput {
    let text =
      switch options.format {
      case .text: Array(report.text.utf8)
      case .json: report.json.bytes(.pretty)
      }
    // Standard output is the manifest's, or nobody's.
    let isFree = options.task != .write(.standardOutput)
    return CommandOutput(
      standardOutput: isFree ? text : [], standardError: Array(report.complaints.utf8), status: report.status)
  }
}

/// A manifest with the content of its references.
private struct Filling {
  let contents: [[UInt8]]
  let text: [UInt8]

  init(_ bundle: Bundle, by reader: inout ReferenceReader) throws(BundleFailure) {
    guard bundle.errors.isEmpty else { throw BundleFailure(errors: bundle.errors) }
    contents = try reader.read(bundle.references)
    text = try bundle.filled(with: contents)
  }
}
