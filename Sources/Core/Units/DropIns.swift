/// The `units` mapping of a bringup document.
///
/// ```yaml
/// kops-configuration.service:
///   execStartPre: [/bin/bash /opt/log-time.sh, [/bin/touch, "/run/a b"]]
///   timeoutSec: infinity
/// ```
///
/// is one drop-in, `kops-configuration.service.d/50-bringup.conf`, with two `ExecStartPre=` and one `TimeoutSec=`.
package enum DropIns {
  /// The drop-ins of every unit that holds no error. All errors are put into `errors`, in the order of the document.
  /// `node` lies in `placement` and belongs to `part`, which the drop-ins name as their writer.
  package static func decode(
    _ node: YAMLNode, of part: PartName, in placement: Placement, errors: inout [UserDataError]
  ) -> [DropIn] {
    guard case .mapping(let units) = node.value else {
      errors.append(UserDataError(placement.origin(at: node.start), .unit(.unitsNotAMapping(found: node.kind))))
      return []
    }
    for entry in units.shadowed {
      errors.append(UserDataError(placement.origin(at: entry.key.start), .unit(.duplicateKey(entry.key.keyText))))
    }
    var dropIns: [DropIn] = []
    for entry in units.entries {
      var decoder = UnitSettingsDecoder(placement: placement)
      do throws(UserDataError) {
        if let settings = decoder.decode(entry) { dropIns.append(try settings.makeDropIn(from: part)) }
      } catch {
        errors.append(error)
      }
      errors += decoder.errors
    }
    return dropIns
  }
}
