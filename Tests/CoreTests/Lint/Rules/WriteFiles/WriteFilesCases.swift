/// A cloud-config whose `write_files` holds these entries, each on a line of its own.
func filesConfig(_ entries: String...) -> String {
  "#cloud-config\nwrite_files:\n" + entries.map { "  - \($0)\n" }.joined()
}
