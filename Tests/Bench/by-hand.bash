#!/usr/bin/env bash
# What people write in place of a preflight, with the usual tools: by-hand.bash node|ports
#
# node: what the profile db of cloud-config/telekube/app.yaml asks, but for scripts and rates. ports: who holds a port.
failed=0

# tell NAME FOUND TEST...: one line, and the status at the end.
tell() {
  if [[ $3 -eq 1 ]]; then echo "pass  $1  $2"; else echo "FAIL  $1  $2" && failed=1; fi
}

node() {
  local cpus memory path directory type free
  cpus=$(nproc)
  tell cpu "$cpus" "$((cpus >= 8))"
  memory=$(free --bytes | awk '/^Mem:/ {print $2}')
  tell ram "$memory" "$((memory >= 32000000000))"

  source /etc/os-release
  case "$ID $VERSION_ID" in
    centos\ 7* | rhel\ 7.2* | rhel\ 7.3*) tell os "$ID $VERSION_ID" 1 ;;
    *) tell os "$ID $VERSION_ID" 0 ;;
  esac

  for path in /var/lib/logs /var/lib/data; do
    directory=$path
    until [[ -d $directory ]]; do directory=${directory%/*}/ && directory=${directory%/}; done
    read -r type free < <(df --block-size=1 --output=fstype,avail "${directory:-/}" | tail -n 1)
    tell "$path" "$free bytes on $type" "$((free >= 512000000000))"
    if [[ $path == /var/lib/data ]]; then
      case $type in
        ext4 | xfs) tell "$path" "$type" 1 ;;
        *) tell "$path" "$type" 0 ;;
      esac
    fi
  done

  local devices=(/dev/nvidia*)
  if [[ -r ${devices[0]} && -w ${devices[0]} ]]; then tell nvidia "${devices[*]}" 1; else tell nvidia none 0; fi

  local held
  held=$(ss --no-header --listening --tcp --numeric --processes |
    awk '{n = split($4, part, ":"); port = part[n]; if (port == 8080 || port >= 10000 && port <= 10005) print port, $6}')
  tell ports "${held:-free}" "$([[ -z $held ]] && echo 1 || echo 0)"
}

ports() {
  local tcp udp
  tcp=$(ss --no-header --listening --tcp --numeric --processes | awk '{n = split($4, part, ":"); print part[n], $6}')
  udp=$(ss --no-header --all --udp --numeric --processes | awk '{n = split($4, part, ":"); print part[n], $6}')
  echo "$(grep -c . <<<"$tcp") TCP"
  echo "$(grep -c . <<<"$udp") UDP"
  printf '%s\n' "$tcp" "$udp"
  if [[ -n $tcp$udp ]]; then failed=1; fi
}

"$1"
exit "$failed"
