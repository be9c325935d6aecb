/// Users and groups that are there when `write_files` runs: those of the base images of Debian, Ubuntu, RHEL and Amazon
/// Linux.
enum ImageAccounts {
  static func contain(_ name: String) -> Bool { names.contains { $0.hasBytes(of: name) } }

  private static let names = [
    "root", "daemon", "bin", "sys", "sync", "games", "man", "lp", "mail", "news", "uucp", "proxy", "www-data", "backup",
    "list", "irc", "gnats", "_apt", "nobody", "nogroup", "adm", "tty", "disk", "kmem", "dialout", "fax", "voice",
    "cdrom", "floppy", "tape", "sudo", "audio", "dip", "operator", "src", "shadow", "utmp", "video", "sasl", "plugdev",
    "staff", "users", "input", "sgx", "kvm", "render", "crontab", "wheel", "mem", "lock", "ftp", "shutdown", "halt",
    "systemd-network", "systemd-resolve", "systemd-timesync", "systemd-journal", "systemd-coredump", "systemd-oom",
    "messagebus", "dbus", "polkitd", "polkituser", "sshd", "_ssh", "ssh_keys", "_chrony", "chrony", "ntp", "syslog",
    "uuidd", "tcpdump", "landscape", "pollinate", "fwupd-refresh", "tss", "lxd", "netdev", "rpc", "rpcuser", "ssm-user",
    "ec2-instance-connect", "libstoragemgmt",
  ]
}
