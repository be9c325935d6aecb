/// hosts(5): the names that a node knows without asking anybody.
package enum HostsFile {
  /// The addresses of `name`, in the file's order: `10.0.0.2 db-2.internal db-2 # second` has 10.0.0.2 for `db-2`. Capitals
  /// and small letters are the same, as in DNS; lines that cannot be read are passed over, as the C library does.
  package static func addresses(of name: String, in bytes: [UInt8]) -> [IPAddress] {
    let wanted = name.utf8.map(ASCII.lowercased)
    var found: [IPAddress] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.prefix { $0 != UInt8(ascii: "#") }.split(whereSeparator: ASCII.isSpace)
      guard words.dropFirst().contains(where: { $0.map(ASCII.lowercased) == wanted }),
        let address = IPAddress(String(decoding: words[0], as: UTF8.self)), !found.contains(address)
      else { continue }
      found.append(address)
    }
    return found
  }
}
