# Verbs about two nodes of the case's own, joined by a cable: near (192.0.2.1) and far (192.0.2.2). They are network
# namespaces; each command in one has an empty /run, so that this machine's own is left alone.

network=bringup-case-$$

network::join() {
  local end
  for end in near far; do ip netns add "$network-$end"; done
  ip -n "$network-near" link add cable type veth peer name cable netns "$network-far"
  ip -n "$network-near" address add 192.0.2.1/24 dev cable
  ip -n "$network-far" address add 192.0.2.2/24 dev cable
  for end in near far; do
    ip -n "$network-$end" link set lo up
    ip -n "$network-$end" link set cable up
  done
}

network::undo() {
  local end
  for end in near far; do
    if [[ -e /run/netns/$network-$end ]]; then ip netns delete "$network-$end"; fi
  done
}

# at END COMMAND...
at() {
  (at::exec "$@")
}

# at::exec END COMMAND...: instead of this shell, so that a signal to it is one to the command.
at::exec() {
  exec ip netns exec "$network-$1" sh -c 'mount -t tmpfs none /run && exec "$@"' sh "${@:2}"
}

# run-near ARGUMENT...: runs the program on the near node, with the token in $token where there is one.
run-near() {
  run-by ip netns exec "$network-near" sh -c 'mount -t tmpfs none /run && exec "$@"' sh \
    env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin ${token:+BRINGUP_PEER_TOKEN="$token"} "$BRINGUP_BIN" "$@"
}

# peer::start ARGUMENT...: a peer on the far node, which listens by then; its token is in $token.
peer::start() {
  peer::start-by "$BRINGUP_BIN" peer --listen 192.0.2.2 --timeout 60s "$@"
}

# peer::start-by COMMAND...: the last words of the command run the peer.
peer::start-by() {
  rm -f "$scratch/peer.out"
  # Signals of the keyboard are ignored in what a shell puts into the background, and stay so.
  at::exec far env --default-signal=INT "$@" >"$scratch/peer.out" 2>"$scratch/peer.err" &
  peer=$!
  until [[ -s $scratch/peer.out ]] || ! kill -0 $peer 2>"$scratch/ignored"; do sleep 0.02; done
  token=$(sed -nE 's/^token //p; s/.*"token":"([^"]*)".*/\1/p' "$scratch/peer.out")
}

# peer::end: waits for the peer; what it did is then the last run.
peer::end() {
  runs=$((runs + 1))
  context="run $runs"
  command=peer
  status=0
  wait $peer || status=$?
  # Its last line is the report; the ones before were said at the start.
  sed -E '/^listening on|^token |^[{]"listening"/d; s/(192\.0\.2\.1):[0-9]+/\1:PORT/g' "$scratch/peer.out" >"$scratch/stdout"
  cp "$scratch/peer.err" "$scratch/stderr"
}

# assert::network-is-idle: no program listens or is connected on either node.
assert::network-is-idle() {
  local end found
  for end in near far; do
    found=$(ip netns exec "$network-$end" ss --no-header --tcp --udp --all --numeric state all exclude time-wait)
    if [[ -n $found ]]; then assert::fail "open on the $end node: $found"; fi
  done
}
