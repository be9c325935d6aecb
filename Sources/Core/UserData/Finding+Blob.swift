/// What is worth telling about how a part was read.
extension Finding {
  static func garbledByCloudInit(at origin: Origin) -> Finding {
    Finding(
      origin: origin,
      message: "text that is not ASCII: cloud-init garbles it in a MIME message; encode the part as base64")
  }

  static func takenForMessage(at origin: Origin) -> Finding {
    Finding(
      origin: origin,
      message:
        "text that is not ASCII: cloud-init garbles it, because \"MIME-Version:\" in the first 4,096 bytes makes "
        + "it read the text as a MIME message")
  }

  static func gzipUndeclared(at origin: Origin) -> Finding {
    Finding(
      origin: origin,
      message: "gzip under a text type: cloud-init does not inflate it; give the part the type application/gzip")
  }

  static func launchIndex(at origin: Origin) -> Finding {
    Finding(
      origin: origin,
      message: "the launch index is not looked at; cloud-init on EC2 leaves the part out where another index started")
  }

  static func base64(_ fault: Base64.Decoded.Fault, at origin: Origin) -> Finding {
    switch fault {
    case .strayCharacters:
      Finding(origin: origin, message: "characters that are not base64 were passed over, as cloud-init does")
    case .missingPadding:
      Finding(origin: origin, message: "the base64 text lacks its padding; was it cut short?")
    }
  }
}
