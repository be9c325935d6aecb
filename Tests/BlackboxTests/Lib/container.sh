# Verbs about containers: what a node makes of an image and a pod, with the means of util-linux.

# configmap DIRECTORY: makes the files that standard input lists as NAME=TEXT one state of a volume, as kubelet does: the old
# state is gone afterwards.
configmap() {
  local state name text old
  state=..$(date +%s%N)
  mkdir -p "$1/$state"
  while IFS== read -r name text; do
    printf "$text" >"$1/$state/$name"
    chmod 0644 "$1/$state/$name"
    if [[ ! -L $1/$name ]]; then ln -s "..data/$name" "$1/$name"; fi
  done
  old=$(readlink "$1/..data" || true)
  ln -s "$state" "$1/..data_tmp"
  mv -T "$1/..data_tmp" "$1/..data"
  if [[ -n $old ]]; then rm -r "${1:?}/$old"; fi
}

# container::image: an image with this machine's programs and nothing of its own yet, at $image; the program to test is its
# /usr/bin/bringup. What containers write to it goes nowhere else.
container::image() {
  local layers=$root/layers
  image=$root/image
  mounted mode=0755 /layers
  mkdir "$image" "$layers"/{upper,work}
  mount -t overlay -o "lowerdir=/,upperdir=$layers/upper,workdir=$layers/work" none "$image"
  mounted mode=0755 /image/dev
  mknod -m 0666 "$image/dev/null" c 1 3
  mounted mode=0755 /image/tmp
  # What other cases have in this machine's is not the image's.
  mounted mode=0755 /image/run
  install -D "$BRINGUP_BIN" "$image/usr/bin/bringup"
}

# container::run COMMAND...: in the image, as the first process of a PID namespace, with a /proc of its own.
container::run() {
  run-by env --ignore-environment PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    unshare --mount --pid --fork --kill-child --mount-proc="$image/proc" chroot "$image" "$@"
}
