/// Reads YAML as cloud-init does: what `yaml.SafeLoader` of PyYAML 6.0 makes of a text, or an error where it raises
/// one.
///
/// ```
/// ports: [0755, 22:22]   ->   {ports: [493, 1342]}
/// on: !!binary aGk=           {True: bytes "hi"}
/// ```
///
/// Scanned and parsed by libyaml; ``YAMLDialect`` mends where the two differ. Stricter than PyYAML in this, which are
/// errors: an alias inside its own anchor; an escape for half a surrogate pair; a byte order mark at the start of a
/// later line; a tab that begins a block scalar indented by ten or more; an unknown tag on a mapping that is only
/// merged; YAML 1.1's `=` key for the value of a mapping; `<<` or a list as the key of an `!!omap` item; what passes
/// ``Limits``.
package enum YAML {
  /// One document; nil for a stream without any (`# only a comment`). A second document is an error, as in `safe_load`.
  package static func parse(_ text: [UInt8], placement: Placement) throws(UserDataError) -> YAMLNode? {
    try documents(text, placement: placement, stopAfterFirst: true).first
  }

  /// Every document of a stream, as `safe_load_all` gives them.
  package static func parseAll(_ text: [UInt8], placement: Placement) throws(UserDataError) -> [YAMLNode] {
    try documents(text, placement: placement, stopAfterFirst: false)
  }

  private static func documents(
    _ text: [UInt8], placement: Placement, stopAfterFirst: Bool
  ) throws(UserDataError) -> [YAMLNode] {
    do {
      return try YAMLStream(text).documents(single: stopAfterFirst)
    } catch {
      throw UserDataError(placement.origin(at: error.position), .yaml(error.problem))
    }
  }
}
