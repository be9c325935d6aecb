/// The top-level keys that some version of cloud-init from 22.4 on reads: those of its schema, and what its code asks for
/// besides.
enum CloudConfigKeys {
  static let known = [
    "allow_public_ssh_keys", "allow_userdata", "ansible", "apk_repos", "apt", "apt_ftp_proxy", "apt_http_proxy",
    "apt_https_proxy", "apt_mirror", "apt_mirror_search", "apt_pipelining", "apt_preserve_sources_list", "apt_proxy",
    "apt_reboot_if_required", "apt_sources", "apt_update", "apt_upgrade", "authkey_hash", "autoinstall", "bootcmd",
    "byobu_by_default", "ca-certs", "ca_certs", "chef", "chpasswd", "cloud_config_modules", "cloud_final_modules",
    "cloud_init_modules", "create_hostname_file", "datasource", "datasource_list", "debconf_selections",
    "def_log_file", "device_aliases", "disable_ec2_metadata", "disable_root", "disable_root_opts", "disk_setup",
    "drivers", "fan", "final_message", "fqdn", "fs_setup", "groups", "growpart", "grub-dpkg", "grub_dpkg", "hostname",
    "keyboard", "landscape", "launch-index", "locale", "locale_configfile", "log_cfgs", "logcfg", "lxd",
    "manage_etc_hosts", "manage_resolv_conf", "manual_cache_clean", "mcollective", "merge_how", "merge_type", "migrate",
    "mount_default_fields", "mounts", "network", "no_ssh_fingerprints", "ntp", "output", "package_reboot_if_required",
    "package_update", "package_upgrade", "packages", "password", "phone_home", "power_state",
    "prefer_fqdn_over_hostname", "preserve_hostname", "puppet", "random_seed", "reporting", "resize_rootfs",
    "resolv_conf", "rh_subscription", "rsyslog", "runcmd", "salt_minion", "snap", "spacewalk", "ssh",
    "ssh_authorized_keys", "ssh_deletekeys", "ssh_fp_console_blacklist", "ssh_genkeytypes", "ssh_import_id",
    "ssh_key_console_blacklist", "ssh_keys", "ssh_publish_hostkeys", "ssh_pwauth", "ssh_quiet_keygen", "ssh_svcname",
    "swap", "syslog_fix_perms", "system_info", "timezone", "ubuntu-advantage", "ubuntu_advantage", "ubuntu_pro",
    "unverified_modules", "updates", "user", "users", "vendor_data", "vendor_data2", "version", "warnings", "wireguard",
    "write_files", "yum_repo_dir", "yum_repos", "zypper",
  ]

  /// What Flatcar's own reader of cloud-configs knows besides.
  static let ofFlatcar = ["coreos", "flatcar"]

  /// The key that differs from `key` in nothing but `-`, `_` and capitals.
  static func sameLetters(as key: String) -> String? {
    let letters = letters(of: key)
    return known.first { Self.letters(of: $0) == letters }
  }

  /// Whether two keys differ in nothing but `-`, `_` and capitals.
  static func areSame(_ key: String, _ other: String) -> Bool { letters(of: key) == letters(of: other) }

  private static func letters(of key: String) -> [UInt8] {
    key.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }.map(ASCII.lowercased)
  }
}
