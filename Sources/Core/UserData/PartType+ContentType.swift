extension PartType {
  /// The handler that cloud-init has for a content type, in lower case.
  init(contentType: String) {
    switch contentType {
    case "text/cloud-config": self = .cloudConfig
    case "text/cloud-config-jsonp": self = .cloudConfigPatch
    case "text/x-shellscript": self = .shellScript
    case "text/x-shellscript-per-boot": self = .shellScriptPerBoot
    case "text/x-shellscript-per-instance": self = .shellScriptPerInstance
    case "text/x-shellscript-per-once": self = .shellScriptPerOnce
    case "text/cloud-boothook": self = .boothook
    case "text/x-include-url": self = .includeURL
    case "text/x-include-once-url": self = .includeOnceURL
    case "text/part-handler": self = .partHandler
    case "text/jinja2": self = .jinja
    case "text/upstart-job": self = .upstartJob
    default: self = .unhandled(contentType)
    }
  }

  /// cloud-init runs a part of this type as a program, by its `#!` line.
  var isRunByShebang: Bool {
    switch self {
    case .shellScript, .shellScriptPerBoot, .shellScriptPerInstance, .shellScriptPerOnce, .boothook: true
    case .cloudConfig, .cloudConfigPatch, .includeURL, .includeOnceURL, .partHandler, .jinja, .upstartJob, .bringup,
      .unhandled:
      false
    }
  }
}
