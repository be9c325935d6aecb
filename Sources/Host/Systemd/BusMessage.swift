internal import CSystemd
internal import Glibc

/// A message that is being read, value after value (sd_bus_message_read_basic(3)).
struct BusMessage: ~Copyable {
  let pointer: OpaquePointer

  init(owning pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    sd_bus_message_unref(pointer)
  }

  /// The types of D-Bus that are one value, by their signature.
  enum Basic: Character {
    case string = "s"
    case objectPath = "o"

    var signature: CChar { CChar(bitPattern: rawValue.asciiValue ?? 0) }
  }

  borrowing func string(_ type: Basic = .string) throws(Errno) -> String {
    var text: UnsafePointer<CChar>?
    try BusResult.check(sd_bus_message_read_basic(pointer, type.signature, &text))
    return text.map { String(cString: $0) } ?? ""
  }

  borrowing func boolean() throws(Errno) -> Bool {
    var value: Int32 = 0
    try BusResult.check(sd_bus_message_read_basic(pointer, CChar(bitPattern: UInt8(ascii: "b")), &value))
    return value != 0
  }

  borrowing func unsigned() throws(Errno) -> UInt64 {
    var value: UInt64 = 0
    try BusResult.check(sd_bus_message_read_basic(pointer, CChar(bitPattern: UInt8(ascii: "t")), &value))
    return value
  }

  /// `as`.
  borrowing func strings() throws(Errno) -> [String] {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    try BusResult.check(sd_bus_message_read_strv(pointer, &list))
    var strings: [String] = []
    var next = list
    while let entry = next, let text = entry.pointee {
      strings.append(String(cString: text))
      free(text)
      next = entry + 1
    }
    free(list)
    return strings
  }

  /// `a(sasbttttuii)`, the commands of `ExecStartPre` and its like: of each its argument list.
  borrowing func commandLines() throws(Errno) -> [[String]] {
    let fields = "sasbttttuii"
    var lines: [[String]] = []
    try enter(UInt8(ascii: "a"), "(\(fields))")
    while try enter(UInt8(ascii: "r"), fields) {
      _ = try string()
      lines.append(try strings())
      try BusResult.check(sd_bus_message_skip(pointer, "bttttuii"))
      try BusResult.check(sd_bus_message_exit_container(pointer))
    }
    try BusResult.check(sd_bus_message_exit_container(pointer))
    return lines
  }

  /// Goes into the array or structure that comes next; false at the end of the array around it.
  @discardableResult
  private borrowing func enter(_ type: UInt8, _ contents: String) throws(Errno) -> Bool {
    try BusResult.check(sd_bus_message_enter_container(pointer, CChar(bitPattern: type), contents)) > 0
  }
}
