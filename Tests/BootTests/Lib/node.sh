# Verbs about the node of a scenario. Sourced by run-scenario, which sets `node` (the directory of everything about this
# node), `image`, `cgroup`, `repository` and `here`.
#
# A scenario may set `bringup=absent` for a node that does not have the program.

readonly root=$node/root
boot_limit=120
boots=0
evidence=

# Makes the node's root, which nothing has booted yet.
node::create() {
  local image_tree
  image_tree=$("$library/image-tree" "$image")
  mkdir "$node"/{upper,work,root}
  ln -s "$image_tree" "$node/image"
  # An overlay is far faster than a copy, but cannot lie on every file system.
  if ! (cd "$node" && mount -t overlay -o lowerdir=image,upperdir=upper,workdir=work overlay root); then
    cp -a --reflink=auto "$image_tree/." "$root"
  fi
  if [[ ${bringup:-present} == present ]]; then install -m 0755 "$BRINGUP_BIN" "$root/usr/bin/bringup"; fi
  install -m 0755 -t "$root/usr/local/sbin" "$here/Node/collect-evidence" "$here/Node/mount-control-groups"
  node::install-unit "$here/Node/collect-evidence.service"
  node::install-unit "$here/Node/control-groups.service"
  if [[ -d $root/etc/cloud ]]; then
    mkdir -p "$root/var/lib/cloud/seed/nocloud"
    cp -t "$root/etc/cloud/cloud.cfg.d" "$here/Node/90-boot-tests.cfg"
    node::instance-id first
  fi
}

# node::instance-id ID: what the next boot is an instance of; another ID than before makes it a new instance.
node::instance-id() {
  echo "instance-id: $1" >"$root/var/lib/cloud/seed/nocloud/meta-data"
}

# node::user-data < USER_DATA: what the next boot finds as user-data.
node::user-data() {
  cat >"$root/var/lib/cloud/seed/nocloud/user-data"
  # cloud-init keeps what it read for an instance, and would not look again.
  rm -f "$root"/var/lib/cloud/instances/*/obj.pkl
}

# node::instance-group FILE: the next boot finds the user-data that kops makes from this manifest.
node::instance-group() {
  "$here/kops-mime" "$here/Node/nodeup.sh" "$1" | node::user-data
}

# node::user-data-place TEXT: where in the user-data the text is, as FILE:LINE.
node::user-data-place() {
  echo "user-data.txt:$(grep --line-number --fixed-strings -e "$1" "$root/var/lib/cloud/seed/nocloud/user-data" | cut -d : -f 1)"
}

# node::part FILE: puts a part into the directory that an image can bring its own parts in.
node::part() {
  mkdir -p "$root/etc/bringup/parts.d"
  cp -t "$root/etc/bringup/parts.d" "$1"
}

# For a node without cloud-init: nodeup.sh has run when the image was built.
node::install-nodeup() {
  cp "$here/Node/nodeup.sh" "$root/root/"
  SYSTEMD_OFFLINE=1 chroot "$root" /bin/bash /root/nodeup.sh >"$node/nodeup.log" 2>&1
}

# node::install-unit FILE: puts a unit file into the node and enables it.
node::install-unit() {
  install -m 0644 -t "$root/etc/systemd/system" "$1"
  systemctl --quiet --root "$root" enable "$(basename "$1")"
}

# node::wait-for COMMAND: each boot goes on until the command has succeeded, or for 30 s.
node::wait-for() {
  mkdir -p "$root/etc/systemd/system/collect-evidence.service.d"
  printf '%s\n' '[Service]' "ExecStartPre=-/usr/bin/timeout 30 /bin/sh -c 'until $1; do sleep 0.1; done'" \
    >"$root/etc/systemd/system/collect-evidence.service.d/wait-for.conf"
}

# Boots the node and waits until it is off. What the boot left is then in the directory $evidence.
node::boot() {
  boots=$((boots + 1))
  context="boot $boots"
  evidence=$node/boot-$boots
  mkdir "$evidence"
  rm -rf "$root/evidence"
  (
    echo "$BASHPID" >"$cgroup/cgroup.procs"
    exec timeout --kill-after=10 "$boot_limit" \
      env SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 \
      systemd-nspawn --quiet --directory "$root" --boot --private-network --register=no --keep-unit
  ) >"$evidence/console" 2>&1 || node::boot-failed "the boot ended with status $?"
  if [[ ! -e $root/evidence/journal.json ]]; then node::boot-failed "the node went off without evidence"; fi
  cp -a "$root/evidence/." "$evidence"
}

node::boot-failed() {
  echo "$context: $1; the end of the console:"
  tail -n 20 "$evidence/console"
  exit 1
}
