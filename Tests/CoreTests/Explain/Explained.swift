import Core
import Foundation

/// What explain tells of a text that is the whole user-data.
func explained(_ text: String, version: CloudInitVersion = .debian12) -> Explanation {
  explained(Array(text.utf8), version: version)
}

func explained(_ bytes: [UInt8], version: CloudInitVersion = .debian12) -> Explanation {
  Explanation(of: [source(bytes, name: "user-data")], version: version)
}

/// The same as JSON.
func explainedJSON(_ text: String, version: CloudInitVersion = .debian12) -> JSON {
  ExplainReport(explained(text, version: version)).json
}

extension Explanation {
  /// A line a part: `1 a.sh text/x-shellscript: a script, first boot`.
  var partLines: [String] {
    parts.enumerated().map { "\($0 + 1) \($1.name?.description ?? "-") \($1.type): \($1.fate.sentence)" }
  }

  /// A line a loss: `bootcmd of 1 replaced by [2]`.
  var lossLines: [String] {
    config.losses.map { loss in
      let items = loss.items.map { "\($0.lost)/\($0.count) of " } ?? ""
      return
        "\(items)\(PythonJSONText.text(loss.key)) of \(loss.part + 1) \(loss.manner) for \(loss.winners.map { $0 + 1 })"
    }
  }

  /// The script of `bootcmd`, or why there is none.
  var bootScript: String? { bootCommands.map(text) }

  var runScript: String? { runCommands.map(text) }

  private func text(_ commands: ExplainedCommands) -> String {
    switch commands.outcome {
    case .script(let script): String(decoding: script, as: UTF8.self)
    case .fails(let error): "fails: \(error)"
    case .notWorkedOut(let error): "not worked out: \(error)"
    }
  }
}

/// A key as text.
enum PythonJSONText {
  static func text(_ key: YAMLNode) -> String {
    if case .string(let text) = key.value { text } else { "?" }
  }
}
