/// A part as its container holds it, before its type is told.
struct Attachment {
  /// Nil where the container gives none: the part is numbered.
  var fileName: PartName?
  /// A name that came with the declared type and goes where the type turns out to be another.
  var typeName: PartName?
  /// In lower case, without parameters.
  var declaredType: String?
  /// What it is taken for where it declares nothing.
  var defaultType = "text/plain"
  var content: [UInt8]
  var placement: Placement
  /// Where the part begins in its container, headers included.
  var origin: Origin
  var mergeHeader: String?
  var warnings: [Finding] = []
}

extension Attachment {
  /// The types that cloud-init inflates (`user_data.DECOMP_TYPES`).
  private static let gzipTypes: Set<String> = [
    "application/gzip", "application/gzip-compressed", "application/gzipped", "application/x-compress",
    "application/x-compressed", "application/x-gunzip", "application/x-gzip", "application/x-gzip-compressed",
  ]

  /// The types that say little, for which cloud-init looks at the first line; any other is taken at its word.
  private static let sniffedTypes: Set<String> = ["text/plain", "text/x-not-multipart", "text/x-shellscript"]

  /// What the part is called, once its type is known; nil where it is numbered.
  func name(as contentType: String) -> PartName? {
    fileName ?? (contentType == declaredType ? typeName : nil)
  }

  var isDeclaredGzip: Bool { Self.gzipTypes.contains(declaredType ?? defaultType) }

  /// What is inside of gzip. A part declared to be gzip keeps no more than its name, as in cloud-init; cloud-init takes
  /// gzip under a text type for the text.
  func inflated() throws(BlobProblem) -> Attachment {
    let type = declaredType ?? defaultType
    guard isDeclaredGzip || Gzip.isGzip(content) && type.utf8.starts(with: "text/".utf8) else { return self }
    var inner =
      isDeclaredGzip
      ? Attachment(fileName: fileName ?? typeName, content: [], placement: placement, origin: origin) : self
    do throws(GzipProblem) { inner.content = try Gzip.inflate(content) } catch { throw .gzip(error) }
    inner.placement = placement.decoded()
    inner.warnings = warnings + (isDeclaredGzip ? [] : [.gzipUndeclared(at: origin)])
    return inner
  }

  /// The content type that cloud-init comes to (`UserDataProcessor._process_msg`).
  var contentType: String {
    let type = declaredType ?? defaultType
    return Self.sniffedTypes.contains(type) ? Sniff.contentType(of: content) ?? type : type
  }
}
