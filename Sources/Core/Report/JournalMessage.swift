/// The kinds of journal entries, each with its `MESSAGE_ID` (systemd.journal-fields(7)): `journalctl MESSAGE_ID=...` finds
/// them whatever their text. Once released, an id never changes.
package enum JournalMessage: String, Sendable, CaseIterable {
  case file = "51482056d64a4148ae352f5c6d2351fe"
  case append = "536edd7e29e84685ac14a4b81dcc80ef"
  case dropIn = "dd14f94880c0485480a9b3569b0eb7f2"
  case remove = "f424499d86f64270952b04fe35407bb2"
  case reload = "81576482cdaf4205b397be5e6d5da5a0"
  case readBack = "6a34b02cc95a41ee97cf997fcadd1009"
  case preflight = "4568b1e251ce4e56b7d391f0e0993901"
  case bootCommands = "c56ba794227f43c39b03f31d30dad2a9"
  case runCommands = "cd5771e6099e477d928ae0f84a12993c"
  case script = "bf866bd0bd7d4af5b6628a5d8c839642"
  case boothook = "b680c8d46f32494aaa5cea01d50b7046"
  case state = "cc1cacdd19f64240a3e479276c28fe87"
  case other = "6a26b077b1fc447da951eb2a7fda0168"
  /// A part that was refused whole.
  case part = "d9531ef65a314b568d2b5343f5109dd4"
  /// One check of a preflight.
  case check = "a9f230cec9a743768ef51bcc612d8754"
  /// One change that a preflight made because it was asked to fix the node.
  case fix = "e0770c769a394cb584298a5ff1a88863"
  /// The outcome of a whole run.
  case run = "0921b59999a847d287b9e0c96307d074"

  /// The kind of a step's entry.
  package init(_ kind: StepKind) {
    self =
      switch kind {
      case .file: .file
      case .append: .append
      case .dropIn: .dropIn
      case .remove: .remove
      case .reload: .reload
      case .readBack: .readBack
      case .preflight: .preflight
      case .bootCommands: .bootCommands
      case .runCommands: .runCommands
      case .script: .script
      case .boothook: .boothook
      case .state: .state
      case .other: .other
      }
  }
}
