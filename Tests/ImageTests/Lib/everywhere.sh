# What has to work in each image, whatever it is made of.

# works-in-image: the program, at /bringup, applies parts with the image as its whole world, again, with commands where there is a
# shell, looks at the node, and undoes it all.
works-in-image() {
  install -m 0755 "$BRINGUP_BIN" "$root/bringup"
  mkdir -p "$root/parts"
  cp "$repository"/cloud-config/parts.d/*.yaml "$root/parts"

  in-image /bringup apply /parts
  assert::status 0
  assert::mode /usr/local/sbin/before-nodeup 755 0:0
  assert::lines /etc/systemd/system/kops-configuration.service.d/50-bringup.conf ExecStartPre=/usr/local/sbin/before-nodeup 1
  assert::stdout-contains 'no manager'
  in-image /bringup apply /parts
  assert::status 0
  assert::stdout-contains 'apply: unchanged'
  in-image /bringup report
  assert::status 0
  in-image /bringup plan /parts
  assert::status 0
  in-image /bringup rollback
  assert::status 0
  assert::no-file /usr/local/sbin/before-nodeup
}

# runs-scripts-in-image: the same with the scripts among the parts.
runs-scripts-in-image() {
  cp "$repository"/cloud-config/parts.d/* "$root/parts"
  in-image /bringup apply --run /parts
  assert::status 0
  assert::lines /var/lib/node-setup/prepared 13 1
}

# looks-at-node < MANIFEST: a preflight there, with what an engine mounts into every container.
looks-at-node() {
  mkdir -p "$root/proc" "$root/sys"
  mount -t proc proc "$root/proc"
  mount --bind /sys "$root/sys"
  cat >"$root/app.yaml"
  in-image /bringup preflight /app.yaml
}
