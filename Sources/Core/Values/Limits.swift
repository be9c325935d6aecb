/// Every bound on input, in one place. A decoder checks before it allocates, and says which limit was passed.
package enum Limits {
  /// Bytes of one source as read, and of a part after decoding. The largest user-data any cloud takes is 256 KiB.
  package static let sourceBytes = 32 << 20
  /// Bytes that one gzip stream may inflate to.
  package static let inflatedBytes = 64 << 20
  /// Inflated over deflated size; ordinary text reaches 20, a bomb 1,000. Applies above ``inflationFloor``.
  package static let inflationRatio = 200
  /// Bytes below which the ratio is not looked at, so that a short run of blanks is no bomb.
  package static let inflationFloor = 1 << 20
  /// Bytes of all parts of one source together, after decoding: many small streams or aliases can be a bomb too.
  package static let contentBytes = 64 << 20
  /// Layers of gzip and base64 around one source.
  package static let wrappings = 4
  /// Depth of MIME containers, and of archives in archives.
  package static let partNesting = 16
  /// Bytes of the header block of one MIME part.
  package static let mimeHeaderBytes = 64 << 10
  /// Parts of all sources together.
  package static let parts = 100_000
  /// Depth of YAML collections.
  package static let yamlDepth = 200
  /// YAML nodes of one document, an alias counting as many as it stands for.
  package static let yamlNodes = 4_000_000
  /// Digits of one integer, in any base; Python itself refuses more than 4,300 decimal ones.
  package static let yamlDigits = 4_300
  /// Depth of JSON arrays and objects.
  package static let jsonDepth = 200
  /// `write_files` and `files` entries of all parts together.
  package static let files = 100_000
  /// Bytes of a file that is replaced or appended to: it is read to compare, and kept for the rollback.
  package static let replacedFileBytes = 64 << 20
  /// Bytes of one line of a unit file, continuations joined: systemd's own bound.
  package static let unitLineBytes = 1 << 20
  /// Errors listed for one part; the rest are counted.
  package static let errorsPerPart = 50
  /// Warnings listed for one part.
  package static let warningsPerPart = 200
  /// Bytes of all files of one part, decoded: aliases and gzip can make much of little.
  package static let contentBytesPerPart = 64 << 20
  /// Bytes of the script made of one `bootcmd` or `runcmd`.
  package static let commandBytes = 16 << 20
  /// List items, keys and characters that one merge of cloud-configs may copy, and bytes of text that it may join.
  package static let mergeSteps = 100_000_000
  /// Bytes of a state file or report read back.
  package static let stateBytes = 64 << 20
  /// Bytes kept of what one command prints.
  package static let commandOutputBytes = 64 << 10
  /// Bytes of one field's value in a journal entry; a whole entry fits into one datagram (the kernel takes 200 KiB).
  package static let journalValueBytes = 8 << 10
  /// Bytes of an old and a new content together that a diff is worked out for; nobody reads a longer one.
  package static let diffBytes = 1 << 20
  /// Lines taken out and put in that a diff looks for one by one.
  package static let diffEdits = 500
  /// Lines times differences that a diff may take.
  package static let diffSteps = 50_000_000
  /// Bytes of `/etc/passwd` and of `/etc/group`.
  package static let accountFileBytes = 16 << 20
  /// Bytes of the file that holds cloud-init's instance id.
  package static let instanceIDBytes = 4 << 10
  /// Bytes of all sources together.
  package static let allSourcesBytes = 256 << 20
  /// Bytes of an HTTP response that are not its body.
  package static let httpHeadBytes = 16 << 10
  /// Bytes of a token of the metadata service; EC2's have 56.
  package static let metadataTokenBytes = 1 << 10
  /// Bytes of one value of the metadata service.
  package static let metadataValueBytes = 64 << 10
  /// Fields of one manifest that name their content.
  package static let references = 10_000
  /// Bytes of what one of them names.
  package static let referenceBytes = 16 << 20
}
