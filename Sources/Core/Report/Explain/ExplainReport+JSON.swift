extension ExplainReport {
  /// The explanation for programs; its shape is `schemas/explain.schema.json`. Every key is always there, and parts and
  /// entries are named by their index, counted from 1.
  package var json: JSON {
    [
      "version": 1,
      "command": "explain",
      "status": .integer(Int(status.rawValue)),
      "cloudInit": .string(explanation.version.description),
      "fatal": JSON(explanation.fatal?.description),
      "parts": .array(explanation.parts.enumerated().map { $1.json(index: $0) }),
      "config": explanation.config.json,
      "boothooks": .array(explanation.boothooks.map { explanation.boothook($0) }),
      "bootcmd": explanation.bootCommands?.json ?? .null,
      "writeFiles": .array(explanation.writeFiles.enumerated().map { $1.json(index: $0) }),
      "writeFilesError": JSON(explanation.writeFilesError?.description),
      "files": .array(explanation.files.map(\.json)),
      "runcmd": explanation.runCommands?.json ?? .null,
      "scripts": .array(explanation.scripts.map(\.json)),
      "overwritten": .array(explanation.overwritten.map(\.json)),
      "remarks": .array(explanation.remarks.map { .string($0.description) }),
      "failures": .array(
        unread.flatMap(\.errors).map { .string($0.description) }
          + explanation.failures.map { .string($0.description) }),
    ]
  }
}

extension ExplainedPart {
  fileprivate func json(index: Int) -> JSON {
    [
      "index": .integer(index + 1),
      "name": JSON(name?.description),
      "type": .string(Printable.escape(type)),
      "declaredType": JSON(declaredType.map(Printable.escape)),
      "size": JSON(content?.count),
      "sha256": JSON(content.map { SHA256(of: $0).description }),
      "origin": .string(origin.description),
      "fate": .string(fate.word),
      "message": .string(fate.sentence),
    ]
  }
}

extension ExplainedConfig {
  fileprivate var json: JSON {
    [
      "value": PythonJSON.json(value) ?? .null,
      "keys": .array(
        keys.map { key in
          ["key": PythonJSON.json(key.key) ?? .null, "parts": .array(key.parts.map { .integer($0 + 1) })]
        }),
      "losses": .array(losses.map(\.json)),
      "problem": JSON(problem?.sentence),
    ]
  }
}

extension ExplainedConfig.Loss {
  fileprivate var json: JSON {
    [
      "key": PythonJSON.json(key) ?? .null,
      "part": .integer(part + 1),
      "to": .array(winners.map { .integer($0 + 1) }),
      "manner": .string(manner.rawValue),
      "lostItems": JSON(items?.lost),
      "items": JSON(items?.count),
    ]
  }
}

extension Explanation {
  fileprivate func boothook(_ index: Int) -> JSON {
    let script = parts[index].boothookScript
    return [
      "part": .integer(index + 1),
      "path": JSON(parts[index].boothookPath),
      "size": .integer(script.count),
      "sha256": .string(SHA256(of: script).description),
      "message": JSON(ProgramStart(of: script).problem),
    ]
  }
}

extension ExplainedCommands {
  fileprivate var json: JSON {
    let (script, error): ([UInt8]?, UserDataError?) =
      switch outcome {
      case .script(let script): (script, nil)
      case .fails(let error), .notWorkedOut(let error): (nil, error)
      }
    return [
      "origin": .string(origin.description),
      "script": JSON(script.map { String(decoding: $0, as: UTF8.self) }),
      "error": JSON(error?.description),
    ]
  }
}

extension ExplainedEntry {
  fileprivate func json(index: Int) -> JSON {
    let file = fate.file
    let content = file.flatMap { $0.sourceURI == nil ? $0.content : nil }
    return [
      "index": .integer(index + 1),
      "origin": .string(origin.description),
      "stage": .string(timing == .now ? "network" : "final"),
      "fate": .string(fate.word),
      "message": JSON(fate.message),
      "path": JSON(file?.path.description),
      "append": JSON(file.map { .bool($0.isAppended) }),
      "source": JSON(file?.sourceURI.map(Printable.escape)),
      "size": JSON(content?.count),
      "sha256": JSON(content.map { SHA256(of: $0).description }),
    ]
  }
}

extension WrittenFile {
  fileprivate var json: JSON {
    [
      "path": .string(path.description),
      "entries": .array(entries.map { .integer($0 + 1) }),
      "appended": .bool(isAppended),
      "size": JSON(content?.count),
      "sha256": JSON(content.map { SHA256(of: $0).description }),
      "mode": JSON(mode?.description),
      "user": JSON(user?.text),
      "group": JSON(group?.text),
    ]
  }
}

extension ExplainedScript {
  fileprivate var json: JSON {
    let (kind, index): (String, Int?) =
      switch writer {
      case .part(let index): ("part", index)
      case .runCommands: ("runcmd", nil)
      case .file(let index): ("write_files", index)
      }
    return [
      "path": .string(Printable.escape(path)),
      "recurrence": .string(directory.recurrence.rawValue),
      "writer": .string(kind),
      "index": JSON(index.map { $0 + 1 }),
      "runs": .bool(isExecutable),
      "size": .integer(content.count),
      "sha256": .string(SHA256(of: content).description),
      "message": JSON(problem),
    ]
  }
}

extension JSON {
  fileprivate init(_ value: JSON?) { self = value ?? .null }
}
