# Verbs about a node without a system: the image of a container, in which something else stands where the service manager is
# spoken to. Sourced by cases.

# node::image: the image, with nothing in its /run.
node::image() {
  container::image
  mounted mode=0755 /image/run
  mkdir -p "$image/run/systemd"
}

# node::run bringup ARGUMENT...: on the node.
node::run() {
  container::run "$@"
}

# manager::start TROUBLE: as Lib/fake-manager says.
manager::start() {
  : >"$scratch/calls"
  : >"$scratch/manager"
  "$case/../../Lib/fake-manager" "$image/run/systemd/private" "$1" "$scratch/calls" >"$scratch/manager" &
  manager=$!
  until grep -q listening "$scratch/manager"; do
    kill -0 $manager
    sleep 0.01
  done
}

manager::end() {
  kill $manager
  wait $manager || true
}

# manager::assert-called MEMBER COUNT: since the last start.
manager::assert-called() {
  local found
  found=$(grep -cx "$1" "$scratch/calls" || true)
  if [[ $found != "$2" ]]; then assert::fail "$1 was called $found times, not $2"; fi
}
