# Verbs about the root of an image, $root.

# image::from TREE: the root is a copy of the tree, of which nothing is changed.
image::from() {
  mkdir -p "$scratch/upper" "$scratch/work"
  ln -sfn "$1" "$scratch/lower"
  # An overlay is far faster than a copy, but cannot lie on every file system.
  if ! (cd "$scratch" && mount -t overlay -o lowerdir=lower,upperdir=upper,workdir=work overlay root); then
    cp -a --reflink=auto "$1/." "$root"
  fi
}

# in-image COMMAND...: the last words of the command run the program, with the image as its whole world.
in-image() {
  run-by env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" "$@"
}
