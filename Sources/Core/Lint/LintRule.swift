/// One thing that can be wrong in user-data. A rule is a type in a file of its name, which is its id in camel case;
/// what it says of itself is its page of the manual.
package protocol LintRule: SendableMetatype {
  /// `wf-permissions-number`
  static var id: String { get }
  static var severity: LintSeverity { get }
  /// One line, a sentence without its full stop: what is found.
  static var summary: String { get }
  /// What comes of it on a node, and what to do.
  static var why: Prose { get }
  /// Sources that show it: each a whole `#cloud-config`, script, InstanceGroup or manifest. The rule finds something in
  /// `bad` and nothing in `good`; a test holds every rule to that.
  static var bad: String { get }
  static var good: String { get }

  /// Adds what it finds in one node's user-data. Linear in its size; anything may be broken in it.
  static func check(_ input: LintInput, _ findings: inout LintFindings)
}
