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
  /// `%TAG` directives of one source; libyaml compares each with all the others.
  package static let yamlTagDirectives = 1_000
  /// Digits of one integer, in any base; Python itself refuses more than 4,300 decimal ones.
  package static let yamlDigits = 4_300
  /// Depth of JSON arrays and objects.
  package static let jsonDepth = 200
  /// `write_files` and `files` entries of all parts together.
  package static let files = 100_000
  /// Bytes of the paths of all directories that one run makes: each is written down beforehand. Those of 200,000 ordinary ones.
  package static let madeDirectoryBytes = 16 << 20
  /// Bytes of a file that is replaced or appended to: it is read to compare, and kept for the rollback.
  package static let replacedFileBytes = 64 << 20
  /// Bytes that the texts to be appended to one file are looked for in, all searches together: beyond, only in its end.
  package static let appendSearchBytes = 1 << 30
  /// Texts appended after one content whose order in the file does not matter.
  package static let arrangedAppends = 5_000
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
  /// Bytes of a merged configuration that `explain` prints; aliases can make gigabytes of a few.
  package static let explainedBytes = 64 << 20
  /// Parts that one loss of a key is told to have gone to.
  package static let winnersPerLoss = 8
  /// Lines of one script that `explain` shows to people; the rest are counted.
  package static let explainedLines = 500
  /// Bytes of a state file or report read back.
  package static let stateBytes = 64 << 20
  /// Bytes kept of what one command prints.
  package static let commandOutputBytes = 64 << 10
  /// Bytes of one line of it that a report for people shows.
  package static let outputLineBytes = 400
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
  /// Bytes of one message between the ends of a peer test, its head not counted.
  package static let peerMessageBytes = 4 << 10
  /// Ports that are open at once for a peer test; with the connections to and from each, below the 1,024 descriptors that a
  /// process has by default.
  package static let peerBatchPorts = 200
  /// Bytes that one direction of a peer's rate test may move.
  package static let peerRateBytes = 2 << 30
  /// Milliseconds that one direction of a peer's rate test may take.
  package static let peerRateMilliseconds = 10_000
  /// Rate tests in one session: each direction, and again.
  package static let peerRateTests = 4
  /// Batches of ports in one session: all ports of both transports.
  package static let peerBatches = 2 * 65_536 / peerBatchPorts + 2
  /// How long one session may take.
  package static let peerSessionTime = Duration.seconds(600)
  /// Lines about single ports below a session.
  package static let peerPortLines = 50
  /// Bytes of `/etc/hosts`.
  package static let hostsFileBytes = 4 << 20
  /// Bytes of a file that holds a token.
  package static let tokenFileBytes = 1 << 10
  /// Fields of one manifest that name their content.
  package static let references = 10_000
  /// Bytes of what one of them names.
  package static let referenceBytes = 16 << 20
  /// Bytes of one file by which the kernel tells of itself; a list of mounts may be long.
  package static let kernelFileBytes = 16 << 20
  /// Bytes of os-release, and of the files beside it.
  package static let releaseFileBytes = 64 << 10
  /// CPUs of a node; Linux itself is built for 8,192 at most.
  package static let processors = 65_536
  /// Bytes of one table of sockets: a million connections have 150 MB.
  package static let socketTableBytes = 1 << 30
  /// Bytes of one line of it; the kernel's have 150 to 180.
  package static let socketLineBytes = 1 << 10
  /// Sockets told of one port; processes may share it among many.
  package static let holdersPerPort: UInt8 = 8
  /// Open files looked at to find whose a socket is.
  package static let inspectedDescriptors = 1_000_000
  /// Bytes of cloud-init's account of the instance; user-data is not in it.
  package static let instanceDataBytes = 4 << 20
  /// Matches, holders of ports and the like that one verdict names; the rest are counted.
  package static let namesPerVerdict = 5
  /// Items of all lists of one manifest together, as far as they are read: node profiles, volumes, versions.
  package static let requirementItems = 2_000
  /// Ranges of ports of all profiles of one manifest together; all that there are need two.
  package static let portRanges = 10_000
  /// Bytes of all inline scripts of one manifest together.
  package static let checkScriptBytes = 16 << 20
  /// Bytes of the pattern for the name of an operating system.
  package static let namePatternBytes = 256
  /// Bytes of a volume's `bootstrap.sh`; some unpack an archive that they end with.
  package static let bootstrapScriptBytes = 64 << 20
  /// Bytes of a volume that is copied before its script runs: a ConfigMap or Secret has 1 MiB, a projected volume several.
  package static let volumeCopyBytes = 8 << 20
  /// Files and directories of such a volume.
  package static let volumeCopyFiles = 1_000
  /// Depth of a tree that is copied, or removed after use.
  package static let scratchDepth = 64
  /// Bytes of `/proc/self/mountinfo`; a node with thousands of containers has some.
  package static let mountInfoBytes = 16 << 20
  /// Paths that one file pattern of a manifest may match.
  package static let patternMatches = 1_000
  /// Names in a directory that a file pattern is tried on.
  package static let directoryNames = 100_000
  /// Bytes of one try of a write rate's measurement.
  package static let rateTestBytes = 64 << 20
  /// Bytes of the smallest try that tells a rate.
  package static let rateTestLeastBytes = 8 << 20
  /// Bytes that a try writes at once.
  package static let rateTestChunkBytes = 4 << 20
  /// Findings that one rule lists for one node's user-data; the rest are counted.
  package static let lintFindingsPerRule = 1_000
  /// Findings listed in all; the rest are counted.
  package static let lintFindings = 10_000
  /// How deep a shell text may be nested before the rest of it is left unread.
  package static let shellDepth = 64
  /// Rounds of mending tabs, or of fixing, after which a text is left as it is.
  package static let lintRounds = 10
}
