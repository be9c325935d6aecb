/// A value of `EnvironmentFile=`: an absolute path, with `-` before it where the file may be missing (systemd.exec(5)).
enum EnvironmentFile {
  /// An empty value makes the list begin anew; specifiers only the manager can judge.
  static func check(_ value: String) throws(UnitProblem) {
    guard !value.isEmpty, let expanded = try Specifiers.expand(Array(value.utf8)) else { return }
    let path = expanded.first == UInt8(ascii: "-") ? expanded.dropFirst() : expanded[...]
    let components = path.split(separator: UInt8(ascii: "/"))
    guard path.first == UInt8(ascii: "/"), path.count < 4096,
      components.allSatisfy({ $0.count <= 255 && !$0.elementsEqual("..".utf8) })
    else { throw .badEnvironmentFile(value) }
  }
}
