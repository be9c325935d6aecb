/// What is read of a node.
extension FuzzTarget {
  /// Every path has a mount or none; the way down ends.
  static func mount(_ bytes: [UInt8]) {
    guard let table = try? MountInfo(bytes) else { return }
    for path in ["/", "/var/lib/data", "/a"] { _ = table.mount(holding: Array(path.utf8)) }
    for mount in table.mounts { _ = table.mount(id: mount.id) }
  }

  private static func claims() -> PortClaims {
    PortClaims(of: .tcp, among: [PortRange(1...65535)], ephemeral: 32768...60999)
  }

  /// A table says the same read whole and read byte by byte.
  static func readInPieces(_ bytes: [UInt8]) {
    func isRead(_ pieces: [[UInt8]]) -> Bool {
      var (table, claims) = (SocketTable(), claims())
      do throws(SocketTable.Malformed) {
        for piece in pieces { try table.read(piece, into: &claims) }
        try table.end()
        return true
      } catch {
        return false
      }
    }
    guard bytes.count < 4096 else {
      _ = isRead([bytes])
      return
    }
    precondition(isRead([bytes]) == isRead(bytes.map { [$0] }), "another answer in pieces")
  }

  static func dump(_ bytes: [UInt8]) {
    var claims = claims()
    _ = try? SocketDump.read(bytes, into: &claims)
  }

  /// The first line is the pattern, the rest is the name.
  static func match(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let pattern = String(decoding: lines[0], as: UTF8.self)
    let name = lines.count > 1 ? Array(lines[1].prefix(255)) : []
    _ = (try? NameGlob(pattern))?.matches(name)
    _ = (try? NamePattern(pattern))?.matches(String(decoding: name, as: UTF8.self))
    for component in (try? PathPattern(pattern))?.components ?? [] { _ = component.matches(name) }
  }

  /// A size that is shown reads as a size again.
  static func quantify(_ text: String) {
    if let size = ByteCount(parsing: text) {
      precondition(ByteCount(parsing: size.description) != nil, "shown, not read")
    }
    _ = TransferRate(parsing: text)?.description
    _ = ReleaseVersion(parsing: text)
    _ = try? PortRange.list(parsing: text)
  }
}
