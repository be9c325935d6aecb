extension PartFate {
  /// The word of the reports.
  package var word: String {
    switch self {
    case .merged: "merged"
    case .script: "script"
    case .boothook: "boothook"
    case .archive: "archive"
    case .include: "include"
    case .dropped: "dropped"
    case .notSimulated: "notSimulated"
    case .notReached: "notReached"
    }
  }

  /// What becomes of the part, for people.
  package var sentence: String {
    switch self {
    case .merged: "merged into the configuration"
    case .script(let directory): "a script, \(directory.recurrence.words)"
    case .boothook: "run at once, every boot"
    case .archive(let entries): "opened into \(entries) part\(entries == 1 ? "" : "s")"
    case .include(let addresses):
      "fetches \(addresses.count) address\(addresses.count == 1 ? "" : "es"): where one fails, nothing of the user-data is done"
    case .dropped(let drop): drop.sentence
    case .notSimulated(let unsimulated): unsimulated.sentence
    case .notReached: "not reached"
    }
  }
}

extension PartFate.Drop {
  var sentence: String {
    switch self {
    case .noHandler("text/upstart-job"): "dropped: cloud-init has no handler for text/upstart-job since 22.2"
    case .noHandler("text/x-not-multipart"), .noHandler("text/plain"):
      "dropped: its first line is none that cloud-init knows, such as #cloud-config or #!"
    case .noHandler(let type): "dropped: cloud-init has no handler for \(Printable.escape(type))"
    case .empty: "dropped: it is empty"
    case .unreadable(let error): "dropped: \(error.problem.sentence)"
    case .noFileName: "dropped: no file can be made of its name"
    case .notUTF8: "dropped: cloud-init makes of its text what is not UTF-8, and cannot write that"
    }
  }

  /// Where it is worth telling beside the part itself.
  var origin: Origin? {
    switch self {
    case .unreadable(let error): error.origin
    case .noHandler, .empty, .noFileName, .notUTF8: nil
    }
  }
}

extension PartFate.Unsimulated {
  var sentence: String {
    switch self {
    case .jinja: "a jinja template: what it renders to depends on the instance, and is not worked out here"
    case .partHandler: "a part-handler: what it does with later parts is not worked out here"
    case .merge(let error): error.problem.sentence
    }
  }
}
