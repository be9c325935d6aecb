/// `sorted()` of values that Python can compare with each other: all text, all numbers, all bytes or all dates of a kind.
enum PythonOrder {
  /// The items in the order of their keys, which are distinct; as they are where Python would raise a `TypeError`.
  static func sorted<Item>(_ items: [Item], by key: (Item) -> YAMLNode) -> [Item] {
    guard items.count > 1 else { return items }
    let keys = items.map { Key(key($0)) }
    guard let kind = keys[0]?.kind, keys.allSatisfy({ $0?.kind == kind }) else { return items }
    let order = items.indices.sorted { left, right in
      guard let left = keys[left], let right = keys[right] else { return false }
      return left < right
    }
    return order.map { items[$0] }
  }

  private enum Key {
    case text(String)
    case int(Int)
    case float(Double)
    case binary([UInt8])
    case date(String)
    case time(String)
    case instant(Int)

    enum Kind {
      case text, number, binary, date, time, instant
    }

    /// Nil for what has no order here: nothing, NaN, an integer beyond 64 bits.
    init?(_ node: YAMLNode) {
      switch node.value {
      case .string(let text): self = .text(text)
      case .bool(let flag): self = .int(flag ? 1 : 0)
      case .int(.small(let number)): self = .int(number)
      case .float(let number) where !number.isNaN: self = .float(number)
      case .binary(let data): self = .binary(data)
      case .timestamp(let iso):
        if let instant = YAMLTimestamp(iso.utf8)?.instant {
          self = .instant(instant)
        } else {
          self = iso.utf8.contains(UInt8(ascii: "T")) ? .time(iso) : .date(iso)
        }
      case .null, .int, .float, .sequence, .mapping, .set: return nil
      }
    }

    var kind: Kind {
      switch self {
      case .text: .text
      case .int, .float: .number
      case .binary: .binary
      case .date: .date
      case .time: .time
      case .instant: .instant
      }
    }

    static func < (left: Key, right: Key) -> Bool {
      switch (left, right) {
      case (.text(let left), .text(let right)), (.date(let left), .date(let right)),
        (.time(let left), .time(let right)):
        left.utf8.lexicographicallyPrecedes(right.utf8)
      case (.int(let left), .int(let right)), (.instant(let left), .instant(let right)): left < right
      case (.float(let left), .float(let right)): left < right
      case (.int(let left), .float(let right)): Double(left) < right
      case (.float(let left), .int(let right)): left < Double(right)
      case (.binary(let left), .binary(let right)): left.lexicographicallyPrecedes(right)
      case (.text, _), (.int, _), (.float, _), (.binary, _), (.date, _), (.time, _), (.instant, _): false
      }
    }
  }
}
