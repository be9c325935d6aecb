/// The type of a part after sniffing: cloud-init's content types, and the bringup document.
package enum PartType: Hashable, Sendable {
  case cloudConfig
  /// RFC 6902 operations on the merged cloud-config.
  case cloudConfigPatch
  case shellScript
  case shellScriptPerBoot
  case shellScriptPerInstance
  case shellScriptPerOnce
  case boothook
  case includeURL
  case includeOnceURL
  case partHandler
  case jinja
  /// Accepted by kops, dropped by cloud-init since 22.2.
  case upstartJob
  /// A document of this program: `apiVersion: bringup/v1`, or a first line that runs `bringup apply`.
  case bringup
  /// A type that cloud-init has no handler for, as declared.
  case unhandled(String)

  /// The name in listings: cloud-init's content type.
  package var name: String {
    switch self {
    case .cloudConfig: "text/cloud-config"
    case .cloudConfigPatch: "text/cloud-config-jsonp"
    case .shellScript: "text/x-shellscript"
    case .shellScriptPerBoot: "text/x-shellscript-per-boot"
    case .shellScriptPerInstance: "text/x-shellscript-per-instance"
    case .shellScriptPerOnce: "text/x-shellscript-per-once"
    case .boothook: "text/cloud-boothook"
    case .includeURL: "text/x-include-url"
    case .includeOnceURL: "text/x-include-once-url"
    case .partHandler: "text/part-handler"
    case .jinja: "text/jinja2"
    case .upstartJob: "text/upstart-job"
    case .bringup: "bringup/v1"
    case .unhandled(let declared): Printable.escape(declared)
    }
  }
}
