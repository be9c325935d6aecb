/// Where cloud-init's modules want text, so that a number or a boolean is a mistake.
indirect enum TextPlace: Sendable {
  /// Python makes text of anything; it is wrong where it is not what was written.
  case text
  /// What is no text is left out without a word (`useradd`'s options).
  case textOnly
  case items(TextPlace)
  case fields([(key: String, place: TextPlace)])

  /// The keys of a cloud-config. `bootcmd`, `runcmd` and `write_files` have rules of their own.
  static let ofConfig: [(key: String, place: TextPlace)] = [
    ("hostname", .text), ("fqdn", .text), ("timezone", .text), ("final_message", .text), ("password", .text),
    ("groups", .items(.text)), ("packages", .items(.text)), ("ssh_authorized_keys", .items(.text)),
    ("ssh_import_id", .items(.text)), ("users", .items(.fields(ofUser))),
    ("ntp", .fields([("servers", .items(.text)), ("pools", .items(.text))])),
    ("keyboard", .fields([("layout", .text), ("variant", .text), ("model", .text)])),
    ("chpasswd", .fields([("users", .items(.fields([("name", .text), ("password", .text)])))])),
  ]

  private static let ofUser: [(key: String, place: TextPlace)] = [
    ("name", .text), ("gecos", .textOnly), ("homedir", .textOnly), ("shell", .textOnly), ("passwd", .textOnly),
    ("primary_group", .textOnly), ("expiredate", .textOnly), ("inactive", .textOnly), ("selinux_user", .textOnly),
    ("ssh_authorized_keys", .items(.text)),
  ]

  /// What is wanted under a key of a mapping.
  func place(of key: String) -> TextPlace? {
    switch self {
    case .fields(let fields): fields.first { $0.key.hasBytes(of: key) }?.place
    case .text, .textOnly, .items: nil
    }
  }

  /// What is wanted of the items of a list; text may be a list of texts, as a package and its version are.
  var placeOfItems: TextPlace? {
    switch self {
    case .items(let place): place
    case .text: .text
    case .textOnly, .fields: nil
    }
  }
}
