# Verbs about a run of the program, and what a case can say about the last one.

runs=0

# run ARGUMENT...: runs the program, with standard input as it is here. A case's own environment does not reach it.
run() {
  runs=$((runs + 1))
  context="run $runs"
  command="bringup $*"
  status=0
  timeout 60 env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin "$BRINGUP_BIN" "$@" \
    >"$scratch/stdout" 2>"$scratch/stderr" || status=$?
  # What a run says must not depend on where the scratch directory happens to be.
  sed -i "s|$scratch|SCRATCH|g" "$scratch/stdout" "$scratch/stderr"
}

program::show-last-run() {
  if ((runs == 0)); then return; fi
  echo "$context: $command: status $status"
  sed 's/^/  stdout: /' "$scratch/stdout" | head -n 40
  sed 's/^/  stderr: /' "$scratch/stderr" | head -n 40
}

assert::status() {
  if [[ $status != "$1" ]]; then assert::fail "status $status, not $1"; fi
}

assert::stdout-contains() {
  if ! grep -qF -e "$1" "$scratch/stdout"; then assert::fail "standard output lacks \"$1\""; fi
}

assert::stdout-lacks() {
  if grep -qF -e "$1" "$scratch/stdout"; then assert::fail "standard output has \"$1\""; fi
}

assert::stderr-contains() {
  if ! grep -qF -e "$1" "$scratch/stderr"; then assert::fail "standard error lacks \"$1\""; fi
}

# assert::stderr-lines COUNT
assert::stderr-lines() {
  local found
  found=$(wc -l <"$scratch/stderr")
  if ((found != $1)); then assert::fail "standard error has $found lines, not $1"; fi
}

# assert::stdout-golden NAME: standard output is the file expected/NAME.
assert::stdout-golden() {
  assert::golden "$scratch/stdout" "$1"
}

# assert::files-equal PATH...: each of these files of the root is the file of the same path below expected/.
assert::files-equal() {
  local path
  for path in "$@"; do assert::golden "$root$path" "${path#/}"; done
}

assert::golden() {
  local expected=$case/expected/$2
  if [[ -n ${RECORD:-} ]]; then
    mkdir -p "$(dirname "$expected")"
    cp "$1" "$expected"
    assert::fail "recorded expected/$2"
  elif ! diff -u --label "expected/$2" --label found "$expected" "$1"; then
    assert::fail "not as in expected/$2"
  fi
}

# assert::json PATH VALUE: at PATH in standard output is this JSON value. A path is keys and indices joined by dots, in which
# `*` stands for each element of a list: `parts.*.name`.
assert::json() {
  local sentence
  if ! sentence=$("$library/json-at" "$scratch/stdout" "$@" 2>&1); then assert::fail "$sentence"; fi
}
