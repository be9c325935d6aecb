/// An entry of the systemd journal: a message and fields to find it by (systemd.journal-fields(7)).
package struct JournalEntry: Hashable, Sendable {
  /// syslog(3)'s levels, as far as they are used here.
  package enum Priority: Int, Hashable, Sendable {
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
    case debug = 7
  }

  /// A field beyond those that every entry has: its name is upper-case, begins with `BRINGUP_`, and its value one line.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// One line.
  package let message: String
  package let priority: Priority
  /// `MESSAGE_ID`: 32 hexadecimal digits, one for each kind of entry, never given a second meaning.
  package let messageID: String
  package let fields: [Field]

  package init(message: String, priority: Priority, messageID: String, fields: [Field]) {
    self.message = message
    self.priority = priority
    self.messageID = messageID
    self.fields = fields
  }
}
