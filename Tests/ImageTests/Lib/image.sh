# Verbs about the root of an image, $root.

# image::from TREE [DIRECTORY]: the root, or the directory, is a copy of the tree, of which nothing is changed.
image::from() {
  local to=${2:-$root}
  local layers=$to.layers
  mkdir -p "$to" "$layers"/{upper,work}
  ln -s "$1" "$layers/lower"
  touch --reference="$1" "$layers/upper"
  # An overlay is far faster than a copy, but cannot lie on every file system.
  if ! (cd "$layers" && mount -t overlay -o lowerdir=lower,upperdir=upper,workdir=work overlay "$to"); then
    cp -a --reflink=auto "$1/." "$to"
  fi
}

# image::debian [DIRECTORY]: a Debian 12 with systemd, without cloud-init.
image::debian() {
  image::from "$("$tests/BootTests/rootfs" bookworm-plain)" "$@"
}

# in-image COMMAND...: the last words of the command run the program, with the image as its whole world.
in-image() {
  run-by env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" "$@"
}
