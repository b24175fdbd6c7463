#!/usr/bin/env bash
# Brings up what PyKiln needs on Debian: see --help.
set -uo pipefail

: "${HOME:=$(getent passwd "$(id -u)" | cut -d : -f 6)}"
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
repository=${here%/installer/linux}

# shellcheck source-path=SCRIPTDIR source=jdk.sh
. "$here/jdk.sh"
# shellcheck source-path=SCRIPTDIR source=apt.sh
. "$here/apt.sh"
# shellcheck source-path=SCRIPTDIR source=engine.sh
. "$here/engine.sh"
# shellcheck source-path=SCRIPTDIR source=emulation.sh
. "$here/emulation.sh"
# shellcheck source-path=SCRIPTDIR source=base-image.sh
. "$here/base-image.sh"
# shellcheck source-path=SCRIPTDIR source=distfile.sh
. "$here/distfile.sh"

usage() {
  cat <<'TXT'
Usage: setup.sh [--check] [--base IMAGE]... [--python VERSION]... [--emulation] [--no-window] [--no-engine]

Brings up what PyKiln needs on Debian 12 or newer, as root or with sudo. It asks nothing, says what it does
before doing it, leaves alone what is already there, and can be run again at any time.

  --check           only report, change nothing; exit code 1 if something is missing
  --base IMAGE      base image to have in the engine (repeatable; default debian:trixie-slim). Another architecture
                    has names of its own: i386/debian:trixie-slim, arm64v8/debian:trixie-slim
  --python VERSION  CPython source to have ready (repeatable; default 3.13.5)
  --emulation       also QEMU, by which the engine runs other architectures: they build slowly, and are not measured
  --no-window       leave out what only the window needs (GTK, OpenGL): command line and tests still work
  --no-engine       leave out container engine and base images
  --help            this text

Environment:
  DOCKER_HOST       use this engine; none is installed then
  JAVA_HOME, JAVA25_HOME   a JDK 25 in an unusual folder
  PYKILN_HOME       workspace folder (default ~/.local/share/pykiln); sources go to its folder distfiles
  PYKILN_DISTFILES  colon-separated folders to look for sources in before downloading

Exit code: 0 everything is there; 1 something is missing or could not be brought up; 2 wrong usage.
TXT
}

say() { printf '==> %s\n' "$*"; }
problem() { printf 'setup: %s\n' "$*" >&2; }

# quietly COMMAND...: its output only where it fails.
quietly() {
  "$@" >"$work/output" 2>&1 && return 0
  problem "failed: $*"
  tail -n 20 "$work/output" | sed 's/^/    /' >&2
  return 1
}

# run_child COMMAND...: in a process group of its own, so that a signal to this script ends all of it at once.
run_child() {
  set -m
  "$@" &
  child=$!
  set +m
  wait "$child"
  local status=$?
  child=
  return $status
}

clean_up() {
  [ -n "$child" ] && { "${sudo[@]}" kill -- "-$child"; wait "$child"; } 2>/dev/null
  [ -n "$partial" ] && rm -f "$partial"
  remove_root "$work/root"
  rm -rf "$work"
}

# ---- what is needed: have_X looks (and sets detail), bring_X does -------------------------------------------------

have_jdk() {
  find_jdk || { detail="found none in JAVA_HOME, JAVA25_HOME, PATH and /usr/lib/jvm"; return 1; }
  detail=$JDK
}

bring_jdk() {
  refresh_apt || return 1
  if apt_offers "openjdk-$PYKILN_JAVA-jdk"; then
    install_packages "openjdk-$PYKILN_JAVA-jdk"
  else
    problem "this Debian has no package openjdk-$PYKILN_JAVA-jdk. Unpack any JDK $PYKILN_JAVA (Temurin for example) into a folder"
    problem "  of /usr/lib/jvm, or anywhere and: export JAVA_HOME=FOLDER"
    return 1
  fi
}

have_maven() { detail=$(command -v mvn) || { detail='no mvn on PATH'; return 1; }; }
bring_maven() { install_packages maven; }

have_tools() { has_commands curl xz tar; }
bring_tools() { install_packages curl ca-certificates xz-utils tar; }

has_commands() {
  local name missing=()
  for name; do command -v "$name" >/dev/null || missing+=("$name"); done
  if [ ${#missing[@]} = 0 ]; then detail=$*; else detail="no ${missing[*]}"; return 1; fi
}

have_python() {
  python3 -m pip --version >/dev/null 2>&1 || { detail='python3 -m pip does not run'; return 1; }
  detail=$(python3 --version)
}
bring_python() { install_packages python3 python3-pip; }

# Newer Debian and Ubuntu gave some libraries another package name; the file names in the linker's cache stay.
has_libraries() {
  local name missing=() cache
  cache=$(/sbin/ldconfig -p)
  for name; do [[ $cache == *"$name"* ]] || missing+=("$name"); done
  if [ ${#missing[@]} = 0 ]; then detail=$*; else detail="no ${missing[*]}"; return 1; fi
}

have_fonts() {
  has_libraries libpangoft2-1.0.so.0 libfreetype.so.6 libfontconfig.so.1 || return 1
  detail=$(find /usr/share/fonts /usr/local/share/fonts ~/.local/share/fonts -name '*.[to]tf' -print -quit 2>/dev/null)
  [ -n "$detail" ] || { detail='no font below /usr/share/fonts'; return 1; }
}
bring_fonts() { install_packages libpangoft2-1.0-0 libfreetype6 libfontconfig1 fonts-dejavu-core; }

have_window() { has_libraries libgtk-3.so.0 libGL.so.1 libXtst.so.6 libXxf86vm.so.1; }
bring_window() {
  refresh_apt || return 1
  install_packages "$(first_available libgtk-3-0t64 libgtk-3-0)" libgl1 libxtst6 libxxf86vm1
}

# ---- the list ------------------------------------------------------------------------------------------------------

# need WHAT PURPOSE FUNCTION [ARGUMENT]: reports it, or brings it up and looks again.
need() {
  local what=$1 purpose=$2 function=$3
  shift 3
  if "have_$function" "$@"; then
    report ok "$what" "$purpose" "$detail"
    return 0
  fi
  if [ "$check" = yes ]; then
    report missing "$what" "$purpose" "$detail"
    missing+=("$what")
    return 1
  fi
  say "$what: not there yet ($detail)"
  if may_install && "bring_$function" "$@" && "have_$function" "$@"; then
    report ok "$what" "$purpose" "$detail"
    return 0
  fi
  report missing "$what" "$purpose" "$detail"
  missing+=("$what")
  return 1
}

report() { printf '%-8s %-28s %s: %s\n' "$1" "$2" "$3" "$4"; }

may_install() {
  [ "$(id -u)" = 0 ] && return 0
  sudo=(sudo)
  command -v sudo >/dev/null && return 0
  problem 'needs root: run it as root, or install sudo'
  return 1
}

all_needs() {
  need "JDK $PYKILN_JAVA" 'builds and runs PyKiln' jdk
  need Maven 'builds PyKiln' maven
  need tools 'download and unpack sources' tools
  need 'python3 with pip' 'fetches the benchmark kit' python
  need 'text libraries' 'JavaFX draws text with them' fonts
  [ "$with_window" = yes ] && need 'window libraries' 'JavaFX opens windows with them' window
  local version image
  for version in "${versions[@]}"; do need "CPython $version" 'source to build from' distfile "$version"; done
  [ "$with_engine" = yes ] || return 0
  [ "$with_emulation" = yes ] && need emulators 'run programs of other architectures' emulation
  if need 'container engine' 'builds and runs images' engine; then
    for image in "${bases[@]}"; do need "$image" 'base image' base "$image"; done
  else
    missing+=("${bases[@]}")
  fi
}

parse() {
  while [ $# -gt 0 ]; do
    case $1 in
      --check) check=yes ;;
      --emulation) with_emulation=yes ;;
      --no-window) with_window=no ;;
      --no-engine) with_engine=no ;;
      --base | --python)
        [ $# -ge 2 ] || bad_usage "$1 needs a value"
        if [ "$1" = --base ]; then bases+=("$2"); else versions+=("$2"); fi
        shift ;;
      --base=?*) bases+=("${1#*=}") ;;
      --python=?*) versions+=("${1#*=}") ;;
      -h | --help) usage; exit 0 ;;
      *) bad_usage "unknown option $1" ;;
    esac
    shift
  done
  [ ${#bases[@]} -gt 0 ] || bases=(debian:trixie-slim)
  [ ${#versions[@]} -gt 0 ] || versions=(3.13.5)
}

bad_usage() {
  problem "$1"
  problem 'see: setup.sh --help'
  exit 2
}

check=no with_window=yes with_engine=yes with_emulation=no
bases=() versions=() missing=()
sudo=() docker=(docker)
wanted=$(printf '%s\n' "$@" | grep -vx -- --check | paste -sd ' ')
child='' partial='' detail=''
parse "$@"

if [ "$check" = no ] && ! command -v apt-get >/dev/null; then
  problem 'this is not Debian: no apt-get. What is missing says: setup.sh --check'
  exit 1
fi

# Not in /tmp: that is often a small file system in memory, and mounted so that no device can be made in it.
work=$(mktemp -d "${TMPDIR:-/var/tmp}/pykiln-setup.XXXXXX") || exit 1
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

all_needs
if [ ${#missing[@]} -gt 0 ]; then
  exec >&2
  printf 'missing: %s\n' "$(printf '%s, ' "${missing[@]}" | sed 's/, $//')"
  [ "$check" = no ] || printf 'bring it up with: %s\n' "$0${wanted:+ $wanted}"
  exit 1
fi
