/// The types of YAML 1.1 that PyYAML's SafeLoader knows, and its two that have no value.
enum YAMLType: String, Hashable {
  case null
  case bool
  case int
  case float
  case binary
  case timestamp
  case omap
  case pairs
  case set
  case string = "str"
  case sequence = "seq"
  case mapping = "map"
  /// `<<`.
  case merge
  /// `=`.
  case value
}

/// The type of a node, written before it or told from its text.
enum YAMLTag: Hashable {
  case type(YAMLType)
  case unknown(String)

  /// `name` as the parser resolves it: `tag:yaml.org,2002:str` for `!!str`.
  init(_ name: String) {
    let prefix = "tag:yaml.org,2002:".utf8
    if name.utf8.starts(with: prefix), let type = YAMLType(rawValue: String(name.utf8.dropFirst(prefix.count)) ?? "") {
      self = .type(type)
    } else {
      self = .unknown(name)
    }
  }

  /// As people write it.
  var written: String {
    switch self {
    case .type(let type): "!!\(type.rawValue)"
    case .unknown(let name): name
    }
  }
}
