# Verbs about a run of the program, and what a case can say about the last one.

runs=0

# run ARGUMENT...: runs the program, with standard input as it is here. A case's own environment does not reach it.
run() {
  run-as "bringup $*" env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin "$BRINGUP_BIN" "$@"
}

# run-by COMMAND...: the last words of the command run the program, its first ones arrange something around it.
run-by() {
  run-as "$*" "$@"
}

# run-as-nobody ARGUMENT...: by a user without any right; what the case has so far can be read by all.
run-as-nobody() {
  cp "$BRINGUP_BIN" "$scratch/bringup"
  chmod a+x "$scratch" "$(dirname "$scratch")"
  run-as "nobody: bringup $*" setpriv --reuid=65534 --regid=65534 --clear-groups "$scratch/bringup" "$@"
}

run-as() {
  runs=$((runs + 1))
  context="run $runs"
  command=$1
  status=0
  timeout "${time_limit:-60}" "${@:2}" >"$scratch/stdout" 2>"$scratch/stderr" || status=$?
  # What a run says must not depend on where the scratch directory happens to be, nor on the time it took.
  sed -E -i "s|$scratch|SCRATCH|g; s/ after [0-9.]+ (us|ms|s):/ after TIME:/" "$scratch/stdout" "$scratch/stderr"
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

# assert::stdout-says TEXT: standard output has the text, wherever its lines are folded.
assert::stdout-says() {
  if ! tr -s ' \n' ' ' <"$scratch/stdout" | grep -qF -e "$1"; then assert::fail "standard output does not say \"$1\""; fi
}

assert::stdout-lacks() {
  if grep -qF -e "$1" "$scratch/stdout"; then assert::fail "standard output has \"$1\""; fi
}

assert::stderr-contains() {
  if ! grep -qF -e "$1" "$scratch/stderr"; then assert::fail "standard error lacks \"$1\""; fi
}

# assert::stdout-line LINE: a line of standard output is this one, whatever its indent.
assert::stdout-line() {
  if ! sed 's/^ *//' "$scratch/stdout" | grep -qxF -e "$1"; then assert::fail "standard output has no line \"$1\""; fi
}

assert::stdout-is() {
  if ! diff -u --label wanted --label found <(printf '%s\n' "$1") "$scratch/stdout"; then
    assert::fail "standard output is another"
  fi
}

assert::stderr-is() {
  if ! diff -u --label wanted --label found <(printf '%s\n' "$1") "$scratch/stderr"; then
    assert::fail "standard error is another"
  fi
}

assert::stdout-is-empty() {
  if [[ -s $scratch/stdout ]]; then assert::fail "standard output is not empty"; fi
}

assert::silent() {
  assert::stdout-is-empty
  if [[ -s $scratch/stderr ]]; then assert::fail "standard error is not empty"; fi
}

assert::stderr-lacks() {
  if grep -qF -e "$1" "$scratch/stderr"; then assert::fail "standard error has \"$1\""; fi
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

# assert::follows-schema NAME: standard output is as schemas/NAME.schema.json of the repository says.
assert::follows-schema() {
  local sentence
  if ! sentence=$("$library/follows-schema" "$repository/schemas/$1.schema.json" "$scratch/stdout" 2>&1); then
    assert::fail "not as the schema of $1 says: $sentence"
  fi
}

# assert::follows NAME: standard output is as the JSON schema NAME in the tests' own library says.
assert::follows() {
  local sentence
  if ! sentence=$("$library/follows-schema" "$library/$1" "$scratch/stdout" 2>&1); then
    assert::fail "not as $1 says: $sentence"
  fi
}
