# Verbs about the root as a whole, but for what the program keeps for itself: its state and its last report.

# tree: each path of the root with all that an outsider can tell of it; a directory without its time and size, which a file
# that came and went leaves changed.
tree() {
  (cd "$root" && find . -mindepth 1 \( -path ./var/lib/bringup -o -path ./run/bringup \) -prune -o \
    \( -type d -printf '%p %y %m %U:%G\n' -o -printf '%p %y %m %U:%G inode %i time %T@ size %s %l\n' \)) | sort
}

tree::remember() {
  tree >"$scratch/tree"
}

# assert::tree-as-remembered: every file is the very same, and none came or went.
assert::tree-as-remembered() {
  if ! diff -u --label before --label after "$scratch/tree" <(tree); then assert::fail "the root has changed"; fi
}

# assert::files PATH...: these are the files of the root beside the ones that each case begins with.
assert::files() {
  local found
  found=$(cd "$root" && find . -mindepth 1 \( -path ./var/lib/bringup -o -path ./run/bringup \) -prune -o ! -type d -print |
    cut -c2- | grep -vx -e /etc/passwd -e /etc/group | sort) || true
  if ! diff -u --label wanted --label found <(printf '%s\n' "$@" | sort | sed '/^$/d') <(printf '%s\n' "$found" | sed '/^$/d'); then
    assert::fail "the root has other files"
  fi
}

# assert::no-leftovers: nothing that a run makes for a while is there, and none waits to be cleared by the next run.
assert::no-leftovers() {
  local found
  found=$(find "$root" -name '.bringup*' -o -name 'pending.json' -o -name '*.new')
  if [[ -n $found ]]; then assert::fail "left over: $found"; fi
}

# mounted OPTIONS PATH: a tmpfs at the path of the root, for as long as the case runs.
mounted() {
  mkdir -p "$root$2"
  mount -t tmpfs -o "$1" none "$root$2"
}

mounts::undo() {
  while mountpoint --quiet "$root" || grep -q " $root/" /proc/self/mounts; do
    umount "$(awk -v root="$root" '$2 == root || index($2, root "/") == 1 { last = $2 } END { print last }' /proc/self/mounts)"
  done
}
