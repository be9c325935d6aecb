# What a scenario can say about its node beside its files (Tests/Shell/assert.sh), always about the last boot.

# assert::touched-after PATH TEXT: the file is younger than the first journal entry that contains TEXT.
assert::touched-after() {
  assert::evidence touched-after "$evidence/journal.json" "$root$1" "$2"
}

# assert::journal-order TEXT...: entries that contain these come in this order.
assert::journal-order() {
  assert::evidence journal-order "$evidence/journal.json" "$@"
}

# assert::journal-lacks TEXT: no entry contains it.
assert::journal-lacks() {
  assert::evidence journal-lacks "$evidence/journal.json" "$1"
}

# assert::nowhere TEXT: no field of the journal, no report and no line of the console contains it.
assert::nowhere() {
  local file
  assert::evidence journal-nowhere "$evidence/journal.json" "$1"
  for file in "$evidence"/*.json "$evidence/console"; do
    if grep --quiet --fixed-strings -e "$1" "$file"; then assert::fail "$(basename "$file") has \"$1\""; fi
  done
}

# assert::drop-in-in-effect UNIT NAME: systemd has read the drop-in NAME from /etc for the unit.
assert::drop-in-in-effect() {
  assert::unit "$1" DropInPaths "*/etc/systemd/system/$1.d/$2*"
}

# assert::unit UNIT PROPERTY PATTERN: what `systemctl show` printed at the end of the boot.
assert::unit() {
  local found
  found=$(sed -n "s/^$2=//p" "$evidence/units/$1")
  # The pattern is meant to be one.
  # shellcheck disable=SC2053
  if [[ $found != $3 ]]; then assert::fail "$1: $2 is \"$found\", not like \"$3\""; fi
}

# assert::systemctl-status UNIT TEXT: what `systemctl status` printed at the end of the boot has it.
assert::systemctl-status() {
  if ! grep -qF -e "$2" "$evidence/units/$1.status"; then assert::fail "the status of $1 lacks \"$2\""; fi
}

# assert::console TEXT: the console got a line with it.
assert::console() {
  if ! grep -qF -e "$1" "$evidence/console"; then assert::fail "the console lacks \"$1\""; fi
}

# assert::said-once FILE TEXT: one line of what the boot left as FILE has it.
assert::said-once() {
  local found
  found=$(grep -cF -e "$2" "$evidence/$1") || true
  if [[ $found != 1 ]]; then assert::fail "$1 has \"$2\" on $found lines, not on one"; fi
}

assert::no-failed-units() {
  if [[ -s $evidence/failed-units ]]; then assert::fail "failed units: $(cut -d ' ' -f 1 "$evidence/failed-units" | paste -sd ' ')"; fi
}

# assert::report STATUS OUTCOME: how bringup's last run ended.
assert::report() {
  assert::evidence report "$evidence/report.json" "$1" "$2"
}

# assert::step OUTCOME KIND SUBJECT [TEXT...]: the report has such a step, whose part, origin, message or output contains each TEXT.
assert::step() {
  assert::evidence step "$evidence/report.json" "$@"
}

# assert::part OUTCOME NAME: what the report says about the part.
assert::part() {
  assert::evidence part "$evidence/report.json" "$@"
}

# assert::error-at PART PLACE: the report has an error of the part, and says that it is at FILE:LINE.
assert::error-at() {
  assert::evidence error-at "$evidence/report.json" "$@"
}

# assert::check OUTCOME ID: the last preflight has such a check.
assert::check() {
  assert::evidence check "$evidence/preflight.json" "$@"
}

assert::evidence() {
  local sentence
  if ! sentence=$("$library/evidence" "$@" 2>&1); then assert::fail "$sentence"; fi
}
