/// What nodeup brings to a node, so that it is there only once nodeup is done.
enum NodeupPrograms {
  private static let programs: Set<String> = ["kubectl", "kubelet", "crictl", "ctr", "nerdctl", "containerd"]
  private static let services: Set<String> = [
    "kubelet", "kubelet.service", "containerd", "containerd.service", "kube-proxy", "protokube", "protokube.service",
  ]

  /// The word of a program that needs what nodeup brings; nil where there is none.
  static func use(in program: LintProgram, of shell: ShellText) -> ShellWord? {
    if programs.contains(program.name) { return program.word }
    switch program.name {
    case "systemctl":
      let words = shell.texts(of: program.arguments)
      guard let verb = words.first(where: { $0.utf8.first != UInt8(ascii: "-") }),
        ["start", "restart", "try-restart", "reload", "stop", "kill"].contains(verb),
        let index = words.firstIndex(where: services.contains)
      else { return nil }
      return program.arguments[index]
    case "usermod", "gpasswd", "adduser":
      return shell.texts(of: program.arguments).firstIndex(of: "docker").map { program.arguments[$0] }
    case _: return nil
    }
  }

  /// Whether a path is of what nodeup, or what it starts, reads when it starts.
  static func reads(_ path: String) -> Bool {
    let directories = [
      "kops-configuration.service.d/", "containerd.service.d/", "kubelet.service.d/", "docker.service.d/",
    ]
    return directories.contains { PythonText.contains("/systemd/system/\($0)", in: path) }
      || path.utf8.starts(with: "/etc/containerd/".utf8) || path == "/etc/docker/daemon.json"
  }
}

extension LintPart {
  /// Whether cloud-init runs the script before kops' own.
  var runsBeforeNodeup: Bool { Array(ScriptName.clean(name).utf8).lexicographicallyPrecedes("nodeup.sh".utf8) }
}
