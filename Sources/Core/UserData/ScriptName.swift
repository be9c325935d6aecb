/// The file name that cloud-init gives a script or boothook part (`util.clean_filename`).
package enum ScriptName {
  /// `a b/ü.sh` becomes `ab_.sh`: each `/` an underscore, all but ASCII letters, digits and `_-.()` left out.
  /// The result may be empty, `.` or `..`, for which cloud-init writes no file.
  package static func clean(_ name: PartName) -> String {
    var text = ""
    for case let scalar? in name.codePoints.map(Unicode.Scalar.init) {
      switch scalar {
      case "/": text += "_"
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "(", ")": text.unicodeScalars.append(scalar)
      default: continue
      }
    }
    return text
  }
}
