/// One document as composed: its nodes before they become values, an alias being the node that it refers to.
struct YAMLGraph {
  struct Pair {
    let key: Int
    let value: Int
  }

  enum Content {
    case scalar(String)
    case sequence([Int])
    /// As written; once flattened, the first `merged` of them come from merge keys.
    case mapping([Pair], merged: Int)
  }

  struct Node {
    var tag: YAMLTag
    var content: Content
    let start: Position
    let end: Position
    let style: YAMLStyle

    /// For sentences: `found a list`.
    var kind: String {
      switch content {
      case .scalar: "text"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    }
  }

  var nodes: [Node] = []
  var root = 0
  /// Nodes that an alias refers to.
  var shared: Set<Int> = []
}
