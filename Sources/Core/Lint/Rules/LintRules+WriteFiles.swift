extension LintRules {
  /// About `write_files`.
  static let writeFiles: [any LintRule.Type] = [
    WfEntryType.self, WfPathMissing.self, WfPathRelative.self, WfTmpPath.self, WfDuplicatePath.self,
    WfContentNotString.self, WfEncodingUnknown.self, WfBase64Invalid.self, WfSourceOld.self,
    WfPermissionsNumber.self, WfPermissionsInvalid.self, WfSpecialBits.self, WfOwnerNumeric.self, WfOwnerUnknown.self,
    WfAppendResetsMode.self, WfAppendNoNewline.self, WfFlagNotBoolean.self, WfUnknownKey.self,
    WfSecretWorldReadable.self, WfDropinCollides.self, WfDropinNoReload.self,
  ]
}
