/// Every rule, group by group; a rule is a type of its own and one entry in its group's list.
package enum LintRules {
  package static let all: [any LintRule.Type] =
    parts + yaml + merge + writeFiles + commands + scripts + units + kops + bringup + gravity

  package static func rule(_ id: String) -> (any LintRule.Type)? { all.first { $0.id.hasBytes(of: id) } }
}
