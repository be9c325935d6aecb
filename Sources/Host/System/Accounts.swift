package import Core
package struct Accounts: Sendable {
  package func resolve(_ request: OwnerRequest) throws(HostError) -> (user: UInt32?, group: UInt32?) { (nil, nil) }
  package func userName(of: AccountName) -> String { "" }
  package func groupName(of: AccountName) -> String { "" }
}
