# shellcheck shell=bash
# Base images: already there, pulled, or made from the distribution's packages. Sourced by setup.sh.

have_base() {
  "${docker[@]}" image inspect "$1" >/dev/null 2>&1 || { detail='the engine does not hold it'; return 1; }
  detail=$("${docker[@]}" image inspect --format '{{.Comment}}' "$1" 2>/dev/null)
  detail=${detail:-pulled}
}

bring_base() {
  say "pulling $1"
  pull_base "$1" && return 0
  say "no registry answers for $1; making it from the distribution's packages"
  make_base "$1"
}

# A registry that is out of reach may swallow packets for minutes. One that is there names the image within seconds,
# so silence is taken for absence, while a slow download gets the time it needs.
pull_base() {
  local log=$work/pull seconds
  set -m # so that clean_up can end it like any other child
  "${docker[@]}" pull "$1" >"$log" 2>&1 &
  child=$!
  set +m
  for ((seconds = 0; seconds < 900; seconds++)); do
    kill -0 "$child" 2>/dev/null || break
    if [ "$seconds" -ge 25 ] && ! grep -q 'Pulling from' "$log"; then break; fi
    sleep 1
  done
  kill "$child" 2>/dev/null
  wait "$child"
  local status=$?
  child=
  [ "$status" = 0 ] || tail -n 1 "$log" | cut -c1-200 | sed 's/^/    /' >&2
  return "$status"
}

# make_base debian:SUITE-slim|ARCHITECTURE/debian:SUITE-slim
make_base() {
  local image=$1 suite architecture root=$work/root mirror
  [[ $image =~ ^(([a-z0-9]+)/)?debian:([a-z]+)-slim$ ]] || {
    problem "cannot make $image: expected debian:SUITE-slim, for example debian:trixie-slim, or i386/debian:trixie-slim"
    return 1
  }
  suite=${BASH_REMATCH[3]}
  if [ -z "${BASH_REMATCH[1]}" ]; then
    same_architecture || return 1
    architecture=$(dpkg --print-architecture)
  else
    architecture=$(debian_architecture "${BASH_REMATCH[2]}") || {
      problem "cannot make $image: ${BASH_REMATCH[2]} is none of amd64 i386 arm64v8 arm32v7 ppc64le riscv64 s390x"
      return 1
    }
    executes "$architecture" || return 1
  fi
  install_packages debootstrap debian-archive-keyring || return 1
  mirror=$(mirror_of archive) || { problem 'found no Debian mirror in the apt configuration: see apt-get indextargets'; return 1; }
  say "debootstrap --variant=minbase --arch=$architecture $suite (about a minute; many where QEMU runs it)"
  rm -rf "$root"
  fill_root "$suite" "$architecture" "$root" "$mirror" || return 1
  write_sources "$suite" "$architecture" "$root" "$mirror"
  write_container_settings "$root"
  slim "$root"
  say "loading $image"
  load_root "$image" "$suite" "$architecture" "$root"
  local status=$?
  remove_root "$root"
  return $status
}

same_architecture() {
  local engine here
  engine=$("${docker[@]}" version --format '{{.Server.Arch}}' 2>/dev/null)
  here=$(dpkg --print-architecture)
  case $here in armhf | armel) here=arm ;; i386) here=386 ;; ppc64el) here=ppc64le ;; esac
  [ "$engine" = "$here" ] && return 0
  problem "the engine runs $engine and this machine $here: a base image made here would not fit. Pull it there."
  return 1
}

# The names under which the official images of one architecture stand, as Debian calls it.
debian_architecture() {
  case $1 in
    amd64 | i386 | riscv64 | s390x) printf '%s' "$1" ;;
    arm64v8) printf arm64 ;;
    arm32v7) printf armhf ;;
    ppc64le) printf ppc64el ;;
    *) return 1 ;;
  esac
}

# platform_of DEBIAN-ARCHITECTURE: architecture and variant as images carry them.
platform_of() {
  case $1 in
    i386) printf '386 ' ;;
    arm64) printf 'arm64 v8' ;;
    armhf) printf 'arm v7' ;;
    ppc64el) printf 'ppc64le ' ;;
    *) printf '%s ' "$1" ;;
  esac
}

# executes DEBIAN-ARCHITECTURE: by itself or through QEMU, which then has to be registered so that it works in
# other root folders too (flag F).
executes() {
  local machine
  case $(dpkg --print-architecture):$1 in
    "$1:$1" | amd64:i386 | arm64:armhf) return 0 ;;
  esac
  case $1 in
    amd64) machine=x86_64 ;;
    arm64) machine=aarch64 ;;
    armhf) machine=arm ;;
    ppc64el) machine=ppc64le ;;
    *) machine=$1 ;;
  esac
  registered "$machine" && return 0
  bring_emulation && registered "$machine" && return 0
  problem "QEMU is not registered for $1: $BINFMT/qemu-$machine with the flag F. See update-binfmts(8)"
  return 1
}

fill_root() {
  local suite=$1 architecture=$2 root=$3 mirror=$4 options=() script=()
  # A mirror behind https needs certificates before the image can install anything.
  case $mirror in https:*) options=(--include=ca-certificates) ;; esac
  # debootstrap may be older than the suite; every suite since 2009 is made the way sid is.
  [ -e "/usr/share/debootstrap/scripts/$suite" ] || script=(/usr/share/debootstrap/scripts/sid)
  run_child "${sudo[@]}" debootstrap --variant=minbase --arch="$architecture" "${options[@]}" "$suite" "$root" "$mirror" "${script[@]}" \
    >"$work/debootstrap.log" 2>&1 && return 0
  problem "debootstrap failed for $suite from $mirror:"
  tail -n 8 "$work/debootstrap.log" | sed 's/^/    /' >&2
  "${sudo[@]}" tail -n 8 "$root/debootstrap/debootstrap.log" 2>/dev/null | sed 's/^/    /' >&2
  return 1
}

# The suites of the image are the machine's own mirror; updates and security only where they answer for its
# architecture.
write_sources() {
  local suite=$1 architecture=$2 root=$3 mirror=$4 suites=$1 security keyring
  keyring=$(archive_keyring "$root")
  apt_reaches "$mirror" "$suite-updates" "$architecture" && suites="$suite $suite-updates"
  {
    sources_entry "$mirror" "$suites" "$keyring"
    security=$(mirror_of security)
    if [ -n "$security" ] && apt_reaches "$security" "$suite-security" "$architecture"; then
      echo
      sources_entry "$security" "$suite-security" "$keyring"
    fi
  } >"$work/debian.sources"
  "${sudo[@]}" rm -f "$root/etc/apt/sources.list"
  "${sudo[@]}" install -m 644 "$work/debian.sources" "$root/etc/apt/sources.list.d/debian.sources"
}

sources_entry() { printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$1" "$2" "$3"; }

# What the distribution's own slim image sets, so that a Dockerfile behaves alike on both.
write_container_settings() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  "${sudo[@]}" bash -c 'cd "$1/etc"
    printf "%s\n" "force-unsafe-io" >dpkg/dpkg.cfg.d/container
    printf "%s\n" "path-exclude /usr/share/doc/*" "path-include /usr/share/doc/*/copyright" \
      "path-exclude /usr/share/man/*" "path-exclude /usr/share/info/*" "path-exclude /usr/share/locale/*" \
      "path-exclude /usr/share/lintian/*" >>dpkg/dpkg.cfg.d/container
    printf "%s\n" "APT::Keep-Downloaded-Packages \"false\";" "Acquire::Languages \"none\";" \
      "Acquire::GzipIndexes \"true\";" "Dir::Cache::pkgcache \"\";" "Dir::Cache::srcpkgcache \"\";" \
      "DPkg::Post-Invoke { \"rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb || true\"; };" \
      >apt/apt.conf.d/container
    printf "#!/bin/sh\nexit 101\n" >"$1/usr/sbin/policy-rc.d"
    chmod 755 "$1/usr/sbin/policy-rc.d"
  ' settings "$1"
}

slim() {
  # shellcheck disable=SC2016 # expanded by the inner shell
  "${sudo[@]}" bash -c 'cd "$1" || exit 1
    find usr/share/doc -type f ! -name copyright -delete
    find usr/share/doc -type l -delete
    find usr/share/doc -depth -type d -empty -delete
    rm -rf usr/share/man/* usr/share/info/* usr/share/locale/* usr/share/lintian/* debootstrap
    rm -rf var/lib/apt/lists/* var/cache/apt/archives/*.deb var/cache/apt/*.bin var/cache/debconf/*-old var/lib/dpkg/*-old
    rm -f etc/machine-id var/lib/dbus/machine-id etc/hostname etc/resolv.conf
    find var/log -type f -exec truncate -s 0 {} +
  ' slim "$1"
}

# An image as the engine itself would save it: docker import gives every image this machine's architecture.
load_root() {
  local image=$1 suite=$2 root=$4 layer=$work/image architecture variant digest now
  read -r architecture variant <<<"$(platform_of "$3")"
  mkdir -p "$layer"
  "${sudo[@]}" tar -C "$root" --one-file-system --numeric-owner --sort=name -c . >"$layer/layer.tar" || return 1
  digest=$(sha256sum <"$layer/layer.tar" | cut -d ' ' -f 1)
  now=$(date -u +%FT%TZ)
  cat >"$layer/config.json" <<JSON
{"architecture": "$architecture", ${variant:+"\"variant\": \"$variant\", "}"os": "linux", "created": "$now",
 "comment": "debootstrap --variant=minbase --arch=$3 $suite, made by PyKiln on ${now%T*}",
 "config": {"Cmd": ["bash"], "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]},
 "history": [{"created": "$now", "created_by": "debootstrap"}],
 "rootfs": {"type": "layers", "diff_ids": ["sha256:$digest"]}}
JSON
  printf '[{"Config": "config.json", "RepoTags": ["%s"], "Layers": ["layer.tar"]}]\n' "$image" >"$layer/manifest.json"
  tar -C "$layer" -c manifest.json config.json layer.tar | "${docker[@]}" load >/dev/null
  local status="${PIPESTATUS[*]}"
  rm -rf "$layer"
  [ "$status" = '0 0' ]
}

# debootstrap that was stopped half-way leaves /proc and /sys mounted inside; those must never be deleted through.
remove_root() {
  local point
  [ -d "$1" ] || return 0
  while read -r point; do "${sudo[@]}" umount -l "$point"; done < <(awk -v root="$1/" 'index($2, root) == 1 { print $2 }' /proc/mounts | sort -r)
  "${sudo[@]}" rm -rf --one-file-system "$1"
}
