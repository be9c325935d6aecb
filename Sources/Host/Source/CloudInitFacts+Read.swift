internal import CLinux
package import Core
internal import Glibc

extension CloudInitFacts {
  /// Reads what cloud-init (22.4.2 and 25.1.4 alike) leaves in `/run/cloud-init` and `/var/lib/cloud` of `root`.
  ///
  /// `environment` is this process's own: cloud-init tells the instance's id to the `bootcmd` and the boothooks that it runs.
  package init(of root: borrowing Root, environment: Environment) {
    let told = root.kind == .node ? environment["INSTANCE_ID"].flatMap { $0.isEmpty ? nil : $0 } : nil
    self.init(
      presence: told == nil ? CloudInitFacts.presence(in: root) : .known(.enabled),
      instanceID: told == nil ? CloudInitFacts.instanceID(in: root) : .known(told),
      // Made before the module runs and kept whatever becomes of it; a dash in a module's name is an underscore here.
      writeFiles: CloudInitFacts.module("config_write_files", in: root),
      deferredWriteFiles: CloudInitFacts.module("config_write_files_deferred", in: root),
      run: CloudInitFacts.run(in: root))
  }

  private static func presence(in root: borrowing Root) -> Fact<Presence> {
    fact { () throws(HostError) -> Presence in
      // The first two are made by its systemd generator, the third by its first stage whatever started it.
      if try exists("/run/cloud-init/enabled", in: root) { return .enabled }
      if try exists("/run/cloud-init/disabled", in: root) { return .disabled }
      if try exists("/run/cloud-init/instance-data.json", in: root) { return .enabled }
      for program in ["/usr/bin/cloud-init", "/usr/local/bin/cloud-init"] where try exists(program, in: root) {
        return .installed
      }
      return .absent
    }
  }

  /// That of this boot, else the one that was written down last.
  private static func instanceID(in root: borrowing Root) -> Fact<String?> {
    fact { () throws(HostError) -> String? in
      for file in ["/run/cloud-init/.instance-id", "/var/lib/cloud/data/instance-id"] {
        if let id = try firstLine(of: file, in: root), !id.isEmpty { return id }
      }
      return nil
    }
  }

  private static func module(_ semaphore: String, in root: borrowing Root) -> Fact<Module> {
    fact { () throws(HostError) -> Module in
      try exists("/var/lib/cloud/instance/sem/\(semaphore)", in: root) ? .ran : .notRun
    }
  }

  /// Both files are links that the first stage of each boot removes.
  private static func run(in root: borrowing Root) -> Fact<Run> {
    fact { () throws(HostError) -> Run in
      if try exists("/run/cloud-init/result.json", in: root) { return .finished }
      return try exists("/run/cloud-init/status.json", in: root) ? .underway : .notBegun
    }
  }

  /// Nil where there is no such file.
  private static func firstLine(of path: String, in root: borrowing Root) throws(HostError) -> String? {
    do throws(Errno) {
      let text = try root.openFile(path).readToEnd(limit: Limits.instanceIDBytes)
      return String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    } catch {
      if error == .noEntry || error == .notADirectory { return nil }
      throw HostError("read", path, error)
    }
  }

  private static func exists(_ path: String, in root: borrowing Root) throws(HostError) -> Bool {
    do throws(Errno) {
      _ = try root.open(path, O_PATH)
      return true
    } catch {
      if error == .noEntry || error == .notADirectory { return false }
      throw HostError("stat", path, error)
    }
  }

  private static func fact<Value>(_ read: () throws(HostError) -> Value) -> Fact<Value> {
    do throws(HostError) {
      return .known(try read())
    } catch {
      return .unreadable(error.description)
    }
  }
}
