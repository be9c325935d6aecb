/// What cloud-init will do, as `bringup explain` tells it.
package struct ExplainReport: Sendable {
  let explanation: Explanation
  /// Sources that could not be read.
  let unread: [PartFailure]

  package init(_ explanation: Explanation, unread: [PartFailure] = []) {
    self.explanation = explanation
    self.unread = unread
  }

  package var status: ExitStatus {
    if !unread.isEmpty || !explanation.failures.isEmpty || explanation.stops { return .failed }
    return explanation.depends ? .undetermined : .done
  }
}

extension Explanation {
  /// Something is dropped, or an error ends something.
  fileprivate var stops: Bool {
    let drops = parts.contains { part in
      switch part.fate {
      case .dropped(.empty): false
      case .dropped: true
      case .merged, .script, .boothook, .archive, .include, .notSimulated, .notReached: false
      }
    }
    let failing = [bootCommands, runCommands].contains { commands in
      if case .fails = commands?.outcome { true } else { false }
    }
    return fatal != nil || drops || failing || config.problem != nil || writeFilesError != nil
      || writeFiles.contains { $0.fate.end != nil }
  }

  /// What happens is not told by the user-data alone.
  var depends: Bool {
    let parts = parts.contains { part in
      switch part.fate {
      case .include(let addresses): !addresses.isEmpty
      case .notSimulated: true
      case .merged, .script, .boothook, .archive, .dropped, .notReached: false
      }
    }
    let commands = [bootCommands, runCommands].contains { commands in
      if case .notWorkedOut = commands?.outcome { true } else { false }
    }
    let files = writeFiles.contains { entry in
      if case .notWorkedOut = entry.fate { true } else { entry.fate.file?.sourceURI != nil }
    }
    return parts || commands || files
  }
}
