/// Finds the member of an object that has a name already, while the object is read.
///
/// Names are told apart by their bytes, not as Swift compares strings. Few members are looked through; the index that many
/// need would cost more than all else about the objects of a state file or a report.
struct MemberPlaces {
  private var index: [[UInt8]: Int] = [:]

  private static let few = 16

  /// The place of `name` in `members`; nil where it is new, and is then taken to be put at the end.
  mutating func place(of name: String, among members: [JSON.Member]) -> Int? {
    if members.count < MemberPlaces.few {
      return members.firstIndex { $0.name.hasBytes(of: name) }
    }
    if index.isEmpty {
      for (place, member) in members.enumerated() { index[Array(member.name.utf8)] = place }
    }
    let key = Array(name.utf8)
    if let place = index[key] { return place }
    index[key] = members.count
    return nil
  }
}
