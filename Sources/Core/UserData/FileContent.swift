/// Decodes `content` as its `encoding` says, within ``Limits/contentBytesPerPart`` for the entries of a part together.
struct FileContent {
  private enum Step {
    case base64
    case gzip
  }

  private var remaining = Limits.contentBytesPerPart

  /// Reads `content` and `encoding` as cloud-init's `extract_contents` does: text becomes UTF-8, `!!binary` stays, and
  /// base64 passes over characters outside its alphabet but wants its padding. Nil after an error.
  mutating func decode(_ mapping: YAMLMapping, _ diagnosis: inout Diagnosis) -> [UInt8]? {
    let steps = Self.steps(mapping["encoding"], &diagnosis)
    guard let node = mapping["content"] else { return steps == nil ? nil : [] }
    guard let written = written(node, &diagnosis), let steps else { return nil }
    var content = written
    for step in steps {
      guard let decoded = Self.decode(content, step, node, &diagnosis) else { return nil }
      content = decoded
    }
    guard content.count <= remaining else {
      diagnosis.fail(.contentTooLarge, at: node)
      return nil
    }
    remaining -= content.count
    return content
  }

  private func written(_ node: YAMLNode, _ diagnosis: inout Diagnosis) -> [UInt8]? {
    switch node.value {
    case .string(let text):
      guard text.utf8.count <= remaining else {
        diagnosis.fail(.contentTooLarge, at: node)
        return nil
      }
      return Array(text.utf8)
    case .binary(let data): return data
    case .null:
      diagnosis.report(.contentIsNull, at: node)
      return []
    case .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
      diagnosis.fail(.contentNotText(found: node.kind), at: node)
      return nil
    }
  }

  /// `canonicalize_extraction`: the steps that undo the encoding; nil after an error.
  private static func steps(_ node: YAMLNode?, _ diagnosis: inout Diagnosis) -> [Step]? {
    guard let node, node.isTrue else { return [] }
    switch node.value {
    case .string(let text):
      switch PythonText.asciiLowered(PythonText.stripped(text)) {
      case "", "text/plain": return []
      case "b64", "base64": return [.base64]
      case "gz", "gzip": return [.gzip]
      case "gz+b64", "gz+base64", "gzip+b64", "gzip+base64": return [.base64, .gzip]
      default: break
      }
    case .binary: break
    case .null, .bool, .int, .float, .timestamp, .sequence, .mapping, .set:
      diagnosis.fail(.encodingNotText(found: node.kind), at: node)
      return nil
    }
    diagnosis.report(.unknownEncoding(node.shown), at: node)
    return []
  }

  private static func decode(
    _ content: [UInt8], _ step: Step, _ node: YAMLNode, _ diagnosis: inout Diagnosis
  ) -> [UInt8]? {
    switch step {
    case .base64:
      if case .string = node.value, content.contains(where: { $0 >= 0x80 }) {
        diagnosis.fail(.contentNotASCII, at: node)
        return nil
      }
      guard let decoded = Base64.decodeMIME(content[...]), decoded.isPadded else {
        diagnosis.fail(.base64Padding, at: node)
        return nil
      }
      return decoded.content
    case .gzip:
      do {
        return try Gzip.inflate(content)
      } catch {
        diagnosis.fail(.gzip(error), at: node)
        return nil
      }
    }
  }
}
