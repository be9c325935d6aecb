# Verbs about input that is refused: one line says what and where, and nothing is half-done.

# assert::refuses LINE ARGUMENT...: an apply of these to the root fails with this line and leaves everything as it is.
assert::refuses() {
  tree::remember
  run apply --root "$root" "${@:2}"
  assert::status 1
  assert::stdout-line "$1"
  assert::tree-as-remembered
  assert::no-leftovers
}

# assert::refuses-input LINE ARGUMENT...: so does a plan.
assert::refuses-input() {
  assert::refuses "$@"
  run plan --root "$root" "${@:2}"
  assert::status 1
  assert::stdout-line "$1"
  assert::tree-as-remembered
}

# assert::unreadable LINE ARGUMENT...: the source cannot be read at all, so that no command begins.
assert::unreadable() {
  local verb
  for verb in parts plan apply; do
    tree::remember
    run "$verb" --root "$root" "${@:2}"
    assert::status 2
    assert::stderr-is "$1"
    assert::tree-as-remembered
  done
}
