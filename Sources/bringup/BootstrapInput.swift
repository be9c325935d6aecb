internal import Core
internal import Host

/// What a bootstrap reads before it begins: a source that cannot be read, or a volume that is not there, stops it with
/// nothing done.
struct BootstrapInput {
  let preflight: PreflightInput?
  let parts: Input?

  static func read(
    _ options: BootstrapOptions, for root: borrowing Root
  ) throws(PreflightInput.Fault) -> BootstrapInput {
    var preflight: PreflightInput?
    if let options = options.preflight {
      preflight = try PreflightInput.read(options.reading, profile: options.profile, for: root)
    }
    do throws(HostError) {
      for volume in options.volumes { _ = try BootstrapVolume(volume) }
      var parts: Input?
      if let options = options.parts { parts = try Input.read(options.reading, for: root) }
      return BootstrapInput(preflight: preflight, parts: parts)
    } catch {
      throw .host(error)
    }
  }
}
