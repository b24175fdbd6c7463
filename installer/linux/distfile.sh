# shellcheck shell=bash
# CPython's source archives, verified before they get their name. Sourced by setup.sh.

checksums=$repository/src/main/resources/org/pykiln/source/cpython-sources.tsv
distfiles=${PYKILN_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/pykiln}/distfiles

# Suites that may hold a catalogued version. bookworm's is older than the catalogue.
DEBIAN_SUITES='trixie forky sid'

expected_sha256() { awk -F '\t' -v version="$1" '$1 == version { print $2 }' "$checksums"; }

have_distfile() {
  local file=$distfiles/Python-$1.tar.xz
  detail=$file
  [ -f "$file" ] || { detail="$file is not there"; return 1; }
  matches "$1" "$file" || { detail="$file has another checksum"; return 1; }
}

matches() { [ "$(sha256sum <"$2" | cut -d ' ' -f 1)" = "$(expected_sha256 "$1")" ]; }

bring_distfile() {
  local version=$1 name=Python-$1.tar.xz
  [ -n "$(expected_sha256 "$version")" ] || {
    problem "unknown CPython version $version; the newest known are: $(tail -n 4 "$checksums" | cut -f 1 | xargs)"
    return 1
  }
  mkdir -p "$distfiles" || return 1
  local part=$distfiles/.$name.$$
  partial=$part
  from_folders "$name" "$part" || from_python_org "$version" "$part" || from_debian "$version" "$part" || {
    problem "found $name nowhere. Put it into $distfiles, or into a folder that PYKILN_DISTFILES names"
    problem "  or take another version with --python; Debian carries of ${version%.*}: ${offered:-none}"
    return 1
  }
  accept_distfile "$version" "$part"
}

accept_distfile() {
  if ! matches "$1" "$2"; then
    problem "checksum of Python-$1.tar.xz: expected $(expected_sha256 "$1"), got $(sha256sum <"$2" | cut -d ' ' -f 1)"
    rm -f "$2"
    return 1
  fi
  chmod 644 "$2" && mv -f "$2" "$distfiles/Python-$1.tar.xz" && partial=
}

from_folders() {
  local folder folders
  IFS=: read -ra folders <<<"${PYKILN_DISTFILES:-}"
  for folder in "${folders[@]}"; do
    [ -f "$folder/$1" ] || continue
    say "copying $1 from $folder"
    cp -- "$folder/$1" "$2" && return 0
  done
  return 1
}

from_python_org() {
  local version=$1 release
  release=${version%%[a-z]*} # 3.15.0b3 lies in the folder 3.15.0
  say "downloading Python-$version.tar.xz from python.org"
  run_child curl --fail --silent --show-error --location --connect-timeout 8 --speed-limit 1000 --speed-time 20 \
    --output "$2" "https://www.python.org/ftp/python/$release/Python-$version.tar.xz" 2>"$work/curl.log" && return 0
  sed 's/^/    /' "$work/curl.log" >&2
  return 1
}

# Debian's "orig" archive is upstream's file under another name; the checksum decides.
from_debian() {
  local version=$1 package mirror suite upstream
  package=python${version%.*}
  # 3.15.0b3 is called 3.15.0~b3 there, so that it sorts before 3.15.0.
  upstream=$(sed -E 's/(a|b|rc)/~\1/' <<<"$version")
  mirror=$(mirror_of archive) || return 1
  offered=
  say "looking for CPython $version among Debian's source packages"
  for suite in $DEBIAN_SUITES; do
    isolate_apt "$mirror" "$suite" deb-src
    apt-get update "${apt_isolated[@]}" >/dev/null 2>&1 || continue
    source_version "$package" "$upstream" || continue
    say "downloading $package $debian_version ($suite)"
    (cd "$work/apt" && quietly apt-get "${apt_isolated[@]}" source --download-only --tar-only "$package=$debian_version") || continue
    mv "$work/apt/${package}_$upstream.orig.tar.xz" "$2" && return 0
  done
  return 1
}

# source_version PACKAGE VERSION: sets debian_version to the one made from that upstream version, and adds to offered.
source_version() {
  local versions
  versions=$(apt-cache "${apt_isolated[@]}" showsrc --only-source "$1" 2>/dev/null | awk '$1 == "Version:" { print $2 }')
  debian_version=$(awk -v upstream="$2-" 'index($1, upstream) == 1 { print; exit }' <<<"$versions")
  offered+=${versions:+${offered:+ }$(cut -d - -f 1 <<<"$versions" | xargs)}
  [ -n "$debian_version" ]
}
