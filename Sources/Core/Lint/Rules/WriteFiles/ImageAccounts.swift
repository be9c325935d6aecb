/// Users and groups that are there when `write_files` runs.
struct ImageAccounts {
  /// Of the base images of Debian, Ubuntu, RHEL and Amazon Linux, users and groups alike.
  private static let ofImages = [
    "root", "daemon", "bin", "sys", "sync", "games", "man", "lp", "mail", "news", "uucp", "proxy", "www-data", "backup",
    "list", "irc", "gnats", "_apt", "nobody", "nogroup", "adm", "tty", "disk", "kmem", "dialout", "fax", "voice",
    "cdrom", "floppy", "tape", "sudo", "audio", "dip", "operator", "src", "shadow", "utmp", "video", "sasl", "plugdev",
    "staff", "users", "input", "sgx", "kvm", "render", "crontab", "wheel", "mem", "lock", "ftp", "shutdown", "halt",
    "systemd-network", "systemd-resolve", "systemd-timesync", "systemd-journal", "systemd-coredump", "systemd-oom",
    "messagebus", "dbus", "polkitd", "polkituser", "sshd", "_ssh", "ssh_keys", "_chrony", "chrony", "ntp", "syslog",
    "uuidd", "tcpdump", "landscape", "pollinate", "fwupd-refresh", "tss", "lxd", "netdev", "rpc", "rpcuser", "ssm-user",
    "ec2-instance-connect", "libstoragemgmt",
  ]

  /// That of the image whose keys cloud-init sets.
  private static let defaults = ["admin", "debian", "ubuntu", "ec2-user", "cloud-user", "core"]

  /// Those that the user-data itself makes, which is after `write_files`.
  private var made: Set<[UInt8]> = Set(defaults.map { Array($0.utf8) })

  init(_ input: LintInput) {
    for mapping in input.cloudConfigs.compactMap(\.mapping) {
      for key in ["users", "groups"] {
        guard case .sequence(let items) = mapping[key]?.value else { continue }
        for item in items { made.formUnion(Self.names(item).map { Array($0.utf8) }) }
      }
    }
  }

  /// `alice`, `{name: alice}`, or of a group `{staff: [alice]}`.
  private static func names(_ item: YAMLNode) -> [String] {
    switch item.value {
    case .string(let name): return [name]
    case .mapping(let fields):
      if case .string(let name) = fields["name"]?.value { return [name] }
      return fields.entries.compactMap { if case .string(let name) = $0.key.value { name } else { nil } }
    case .null, .bool, .int, .float, .binary, .timestamp, .sequence, .set: return []
    }
  }

  enum Presence {
    case there
    /// Made by cloud-init, when `write_files` is over.
    case later
    case unknown
  }

  func presence(of name: String) -> Presence {
    if Self.ofImages.contains(where: { $0.hasBytes(of: name) }) { return .there }
    return made.contains(Array(name.utf8)) ? .later : .unknown
  }
}
