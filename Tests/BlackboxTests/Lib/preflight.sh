# Verbs about preflights. They look at this machine, so each gets a mount namespace of its own with nothing in /run yet; what
# it leaves there is in $scratch/run.

# preflight ARGUMENT...
preflight() {
  preflight-after true "$@"
}

# preflight-after COMMAND ARGUMENT...: the command arranges something in the namespace before.
preflight-after() {
  mkdir -p "$scratch/run"
  run-by env "CASE_OF_TEST=$scratch" unshare --mount sh -c 'mount --bind "$1" /run && eval "$2" && shift 2 && exec "$@"' \
    sh "$scratch/run" "$1" "$BRINGUP_BIN" preflight "${@:2}"
}

# assert::ends-whole: no process of the program or its scripts is left, and no file that it makes for a while.
assert::ends-whole() {
  local found
  found=$(grep -lzsxF "CASE_OF_TEST=$scratch" /proc/[0-9]*/environ || true)
  if [[ -n $found ]]; then assert::fail "left running: $found"; fi
  found=$(find "$scratch/run/bringup" -mindepth 1 ! -name preflight.json)
  if [[ -n $found ]]; then assert::fail "left over: $found"; fi
}
