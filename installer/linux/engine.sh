# shellcheck shell=bash
# The container engine: finds one that answers, or installs and starts one. Sourced by setup.sh.

ENGINE_LOG=/var/log/pykiln-dockerd.log

engine_candidates() {
  local runtime=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} socket
  for socket in "$runtime/docker.sock" "$runtime/podman/podman.sock" /run/podman/podman.sock; do
    [ -S "$socket" ] && printf 'unix://%s\n' "$socket"
  done
}

engine_version() { timeout 10 docker version --format '{{.Server.Version}}' 2>/dev/null; }

# have_engine: an endpoint answers. DOCKER_HOST is the person's choice and is never second-guessed;
# without it Docker's own default comes first (it knows contexts), then the sockets of rootless Docker and Podman.
have_engine() {
  local version candidate
  command -v docker >/dev/null || { detail='no docker command'; return 1; }
  if version=$(engine_version) && [ -n "$version" ]; then
    detail="version $version at ${DOCKER_HOST:-the default endpoint}"
    return 0
  fi
  [ -n "${DOCKER_HOST:-}" ] && { detail="DOCKER_HOST=$DOCKER_HOST does not answer"; return 1; }
  while read -r candidate; do
    if version=$(DOCKER_HOST=$candidate engine_version) && [ -n "$version" ]; then
      export DOCKER_HOST=$candidate
      detail="version $version at $candidate"
      return 0
    fi
  done < <(engine_candidates)
  if [ ${#docker[@]} -gt 1 ]; then
    detail="answers root only, until $(id -un) logs in again"
    return 0
  fi
  if [ -S /var/run/docker.sock ] && [ ! -w /var/run/docker.sock ]; then
    detail="no right to use /var/run/docker.sock; run: sudo usermod -aG docker $(id -un), then log in again"
  else
    detail='no endpoint answers'
  fi
  return 1
}

bring_engine() {
  if ! command -v docker >/dev/null; then
    # Newer Debian ships the command in a package of its own.
    refresh_apt && install_packages "$(first_available docker-cli docker.io)" || return 1
  fi
  have_engine && return 0
  if [ -n "${DOCKER_HOST:-}" ]; then
    problem "DOCKER_HOST=$DOCKER_HOST does not answer. Start that engine, or: unset DOCKER_HOST"
    return 1
  fi
  if ! root_engine_answers; then
    install_packages docker.io || return 1
    if [ -d /run/systemd/system ]; then start_engine_with_systemd; else start_engine_detached; fi || return 1
  fi
  join_docker_group
  warn_of_slow_storage
}

# The engine runs, and answers root alone: the rest of this script then asks it as root.
root_engine_answers() {
  [ "$(id -u)" != 0 ] && "${sudo[@]}" docker version >/dev/null 2>&1 && docker=("${sudo[@]}" docker)
}

# PyKiln does not run as root, so the person needs the right to use the engine.
join_docker_group() {
  [ "$(id -u)" = 0 ] && return 0
  [[ " $(id -nG "$(id -un)") " == *' docker '* ]] && return 0
  say "adding $(id -un) to the group docker (takes effect at the next login, or now with: newgrp docker)"
  "${sudo[@]}" usermod -aG docker "$(id -un)"
}

start_engine_with_systemd() {
  say 'starting the engine: systemctl start docker'
  "${sudo[@]}" systemctl start docker || { "${sudo[@]}" journalctl -u docker -n 15 --no-pager >&2; return 1; }
  wait_for_engine ''
}

# No systemd (containers, minimal machines): dockerd gets a session of its own, so that it outlives this terminal.
start_engine_detached() {
  local options=() mtu
  mtu=$(uplink_mtu)
  # Containers would otherwise send packets that the machine's own link cannot carry: downloads hang half-way.
  [ -n "$mtu" ] && [ "$mtu" -lt 1500 ] && options=(--mtu "$mtu")
  say "starting the engine: dockerd${options[*]:+ ${options[*]}} (no systemd here; log: $ENGINE_LOG)"
  # shellcheck disable=SC2016 # expanded by the inner shell
  "${sudo[@]}" bash -c 'log=$1; shift; setsid nohup dockerd "$@" >>"$log" 2>&1 </dev/null & echo $!' \
    dockerd "$ENGINE_LOG" "${options[@]}" >"$work/dockerd.pid" || return 1
  wait_for_engine "$(<"$work/dockerd.pid")"
}

uplink_mtu() {
  local link
  link=$(awk '$2 == "00000000" { print $1; exit }' /proc/net/route 2>/dev/null)
  [ -n "$link" ] && cat "/sys/class/net/$link/mtu" 2>/dev/null
}

# wait_for_engine PID: until it answers, at most a minute; no longer when the process with PID is gone.
wait_for_engine() {
  local tries
  for ((tries = 0; tries < 120; tries++)); do
    if have_engine || root_engine_answers; then return 0; fi
    [ -n "$1" ] && [ ! -d "/proc/$1" ] && break
    sleep 0.5
  done
  explain_engine_failure
  return 1
}

warn_of_slow_storage() {
  local driver
  driver=$("${docker[@]}" info --format '{{.Driver}}' 2>/dev/null)
  if [ "$driver" = vfs ]; then
    say 'the engine stores with the vfs driver: every layer is a full copy, slow and large.'
    say '  It does so where /var/lib/docker itself lies on an overlay file system; mount a volume there.'
  fi
}

explain_engine_failure() {
  local log hints hint
  log=$("${sudo[@]}" tail -n 60 "$ENGINE_LOG" 2>/dev/null | grep -v level=info | tail -n 10)
  problem "the engine does not answer. The end of $ENGINE_LOG:"
  cut -c1-400 <<<"$log" | sed 's/^/    /' >&2
  hints=(
    'operation not permitted|must be root==it lacks rights: inside a container use --privileged, or point DOCKER_HOST at an engine outside'
    'cgroup==it needs the cgroup file systems: install the package cgroupfs-mount and run cgroupfs-mount'
    'graphdriver==no storage driver fits: put /var/lib/docker on ext4 or xfs, or start: dockerd --storage-driver vfs'
    'iptables==it cannot write firewall rules: update-alternatives --set iptables /usr/sbin/iptables-legacy'
    'pid file found==another dockerd is running: stop it, or remove /var/run/docker.pid'
  )
  for hint in "${hints[@]}"; do
    if grep -qiE -- "${hint%%==*}" <<<"$log"; then
      problem "  ${hint#*==}"
      return 0
    fi
  done
}
