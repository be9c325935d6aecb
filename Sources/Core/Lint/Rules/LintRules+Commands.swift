extension LintRules {
  /// About `bootcmd` and `runcmd`.
  static let commands: [any LintRule.Type] = [
    CmdItemType.self, CmdListShellSyntax.self, CmdListNonstring.self, CmdExit.self, CmdUnbalanced.self,
    CmdCommentSwallow.self, BootcmdAppendEveryBoot.self, BootcmdUsesWriteFiles.self, BootcmdNetwork.self,
    BootcmdSystemctlBlocking.self, BootcmdNeedsUser.self, BootcmdNull.self, RuncmdAfterNodeup.self,
    CloudInitPerArgs.self,
  ]
}
