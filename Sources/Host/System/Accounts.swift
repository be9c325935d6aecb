package import Core

/// The users and groups of a root, from its own `/etc/passwd` and `/etc/group`: a static program cannot ask NSS, and those of
/// an image are not those of the node that builds it.
package struct Accounts: Sendable {
  private let users: AccountTable
  private let groups: AccountTable

  /// Reads both files. Where one is missing, only `root` is known.
  package init(of root: borrowing Root) throws(HostError) {
    users = try Accounts.table(Accounts.passwd, in: root)
    groups = try Accounts.table(Accounts.group, in: root)
  }

  private static let passwd = AbsolutePath.root.appending("etc").appending("passwd")
  private static let group = AbsolutePath.root.appending("etc").appending("group")

  private static func table(_ path: AbsolutePath, in root: borrowing Root) throws(HostError) -> AccountTable {
    guard try root.status(path) != nil else { return .rootOnly }
    return AccountTable(try root.read(path, limit: Limits.accountFileBytes))
  }

  /// The numbers for a chown(2); nil where nothing is asked. `1000` is the number where no user is called so.
  package func resolve(_ request: OwnerRequest) throws(HostError) -> (user: UInt32?, group: UInt32?) {
    (
      try Accounts.number(request.user, in: users, a: "user", of: Accounts.passwd),
      try Accounts.number(request.group, in: groups, a: "group", of: Accounts.group)
    )
  }

  private static func number(
    _ account: AccountName?, in table: AccountTable, a kind: String, of path: AbsolutePath
  ) throws(HostError) -> UInt32? {
    switch account {
    case nil: return nil
    case .id(let number): return number
    case .name(let name):
      if let number = table.number(of: name) { return number }
      throw HostError("look up \(kind)", said: "no \(kind) \(Printable.quote(name)) in \(path)")
    }
  }

  /// For reports: the name of a number, the number itself where it has none.
  package func userName(of account: AccountName) -> String {
    Accounts.name(account, in: users)
  }

  /// For reports: the name of a number, the number itself where it has none.
  package func groupName(of account: AccountName) -> String {
    Accounts.name(account, in: groups)
  }

  private static func name(_ account: AccountName, in table: AccountTable) -> String {
    switch account {
    case .name(let name): name
    case .id(let number): table.name(of: number) ?? String(number)
    }
  }
}
