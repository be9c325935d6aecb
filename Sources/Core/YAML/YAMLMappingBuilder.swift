/// Collects the entries of a mapping as Python's dict does: an equal key keeps the first one's place and the last one's
/// value.
struct YAMLMappingBuilder {
  private var entries: [YAMLMapping.Entry] = []
  private var shadowed: [YAMLMapping.Entry] = []
  private var places: [PythonKey: Place] = [:]

  private struct Place {
    let index: Int
    var isMerged: Bool
  }

  init(capacity: Int) {
    entries.reserveCapacity(capacity)
    places.reserveCapacity(capacity)
  }

  /// An entry that came by a merge key is there to be replaced, and not recorded as shadowed.
  mutating func set(_ key: PythonKey, _ entry: YAMLMapping.Entry, isMerged: Bool) {
    guard let place = places[key] else {
      places[key] = Place(index: entries.count, isMerged: isMerged)
      entries.append(entry)
      return
    }
    let first = entries[place.index]
    if !place.isMerged { shadowed.append(first) }
    // Python keeps the key object; the entry is shown where its value is written.
    entries[place.index] = YAMLMapping.Entry(key: first.key, value: entry.value)
    places[key]?.isMerged = isMerged
  }

  var mapping: YAMLMapping { YAMLMapping(entries: entries, shadowed: shadowed) }
}
