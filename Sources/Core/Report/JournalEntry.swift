/// One structured entry of the systemd journal.
package struct JournalEntry: Sendable {
  /// As syslog(3) numbers them.
  package enum Priority: Int, Sendable {
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
    case debug = 7
  }

  /// The fields that an entry can have beside the four that each has.
  package enum Field: String, Sendable, CaseIterable {
    case command = "BRINGUP_COMMAND"
    case kind = "BRINGUP_KIND"
    case subject = "BRINGUP_SUBJECT"
    case part = "BRINGUP_PART"
    case origin = "BRINGUP_ORIGIN"
    case outcome = "BRINGUP_OUTCOME"
    case status = "BRINGUP_STATUS"
    case check = "BRINGUP_CHECK_ID"
    case wanted = "BRINGUP_WANTED"
    case found = "BRINGUP_FOUND"
    case manifest = "BRINGUP_MANIFEST"
    case profile = "BRINGUP_PROFILE"
    case sha256 = "BRINGUP_SHA256"
    case instanceID = "BRINGUP_INSTANCE_ID"
    case root = "BRINGUP_ROOT"
    case microseconds = "BRINGUP_USEC"
    /// The unit that a privileged program tells something about; `systemctl status` of the unit shows the entry.
    case aboutUnit = "OBJECT_SYSTEMD_UNIT"
  }

  package let message: JournalMessage
  package let priority: Priority
  /// What people read: one line.
  package let text: String
  package let fields: [(field: Field, value: String)]

  package init(
    _ message: JournalMessage, _ priority: Priority, _ text: String, fields: [(field: Field, value: String)] = []
  ) {
    self.message = message
    self.priority = priority
    self.text = text
    self.fields = fields
  }

  /// The entry as journald takes it in one datagram (systemd's "Native Journal Protocol"), each value cut at
  /// ``Limits/journalValueBytes``.
  ///
  /// A value of one line is `PRIORITY=6` and a line feed. Any other is the name and a line feed, the value's length in eight
  /// bytes, little-endian, the value and a line feed: no value can pass for a field.
  package var datagram: [UInt8] {
    var bytes: [UInt8] = []
    Self.append("MESSAGE", text, to: &bytes)
    Self.append("MESSAGE_ID", message.rawValue, to: &bytes)
    Self.append("PRIORITY", String(priority.rawValue), to: &bytes)
    Self.append("SYSLOG_IDENTIFIER", "bringup", to: &bytes)
    for (field, value) in fields { Self.append(field.rawValue, value, to: &bytes) }
    return bytes
  }

  private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
    let value = value.utf8.prefix(Limits.journalValueBytes)
    bytes += name.utf8
    if value.contains(UInt8(ascii: "\n")) {
      bytes.append(UInt8(ascii: "\n"))
      let length = UInt64(value.count)
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    } else {
      bytes.append(UInt8(ascii: "="))
    }
    bytes += value
    bytes.append(UInt8(ascii: "\n"))
  }
}
