# Verbs about runs while others are at work. Sourced by cases.

# race::start WORD...: as Lib/racer says; there may be several.
race::start() {
  : >"$scratch/racer.$((${#racers[@]} + 1))"
  "$case/../../Lib/racer" "$@" >"$scratch/racer.$((${#racers[@]} + 1))" &
  racers+=($!)
  until grep -q racing "$scratch/racer.${#racers[@]}"; do
    if ! kill -0 "$!"; then assert::fail "the racer does not run" && return; fi
    sleep 0.01
  done
}
racers=()

race::end() {
  local racer
  for racer in "${racers[@]}"; do
    kill "$racer"
    wait "$racer" || true
  done
  racers=()
}

# race::for SECONDS COMMAND...: runs the command over and over; its status may be 0 or 1, and no signal ends it.
race::for() {
  local end=$((SECONDS + $1))
  statuses=
  while ((SECONDS < end)); do
    "${@:2}"
    statuses+=$status
    if [[ $status != [01] ]]; then assert::fail "status $status while others are at work" && return; fi
  done
}

# roll-back ARGUMENT...: where no apply came to anything, that there is nothing to roll back counts as a failure like others.
roll-back() {
  run rollback --root "$root" "$@"
  if grep -q 'there is no apply to roll back' "$scratch/stderr"; then status=1; fi
}

# files::of NAME COUNT PATH TEXT: a cloud-config NAME of so many files PATH/0, PATH/1 and so on; each holds its number and TEXT.
files::of() {
  local number
  {
    printf '#cloud-config\nwrite_files:\n'
    for ((number = 0; number < $2; number++)); do
      printf -- '- {path: %s/%s, content: "%s %s\\n"}\n' "$3" "$number" "$number" "$4"
    done
  } >"$1"
}
