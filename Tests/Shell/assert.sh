# What tests in the shell can say about the files below $root; paths are those in the root. A failed assertion prints one line
# and the test goes on, so that one run shows everything that is wrong.

failures=0

assert::fail() {
  failures=$((failures + 1))
  echo "${context:+$context: }$1"
}

assert::no-failures() {
  ((failures == 0))
}

# assert::file PATH TEXT: the file's content is TEXT and a newline.
assert::file() {
  if ! diff --label expected --label "$1" -u <(printf '%s\n' "$2") "$root$1"; then assert::fail "$1 has other content"; fi
}

# assert::lines PATH LINE COUNT: LINE stands COUNT times in the file.
assert::lines() {
  local found
  found=$(grep --count --fixed-strings --line-regexp -e "$2" "$root$1") || true
  if [[ $found != "$3" ]]; then assert::fail "$1 has the line \"$2\" ${found:-0} times, not $3"; fi
}

# assert::mode PATH MODE UID:GID
assert::mode() {
  local found
  found=$(stat --format='%a %u:%g' "$root$1") || true
  if [[ $found != "$2 $3" ]]; then assert::fail "$1 is \"$found\", not \"$2 $3\""; fi
}

assert::no-file() {
  if [[ -e $root$1 || -L $root$1 ]]; then assert::fail "$1 is there"; fi
}
