# shellcheck shell=bash
# The machine's own apt: packages to install, and the mirror it is set up with. Sourced by setup.sh.

apt_is_fresh=

refresh_apt() {
  [ -n "$apt_is_fresh" ] && return 0
  say 'apt-get update'
  quietly "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q || return 1
  apt_is_fresh=yes
}

apt_offers() { [[ $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) =~ Candidate:\ [^\(] ]]; }

# first_available NAME...: the first package that apt offers; the last name where it offers none.
first_available() {
  local name
  for name; do
    apt_offers "$name" && break
  done
  printf '%s' "$name"
}

is_installed() { [[ $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) == 'install ok installed' ]]; }

# install_packages NAME...: those that are missing, without the merely recommended.
install_packages() {
  local name missing=()
  for name; do
    is_installed "$name" || missing+=("$name")
  done
  [ ${#missing[@]} = 0 ] && return 0
  refresh_apt || return 1
  say "apt-get install ${missing[*]}"
  quietly "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "${missing[@]}"
}

# mirror_of archive|security: the address that this machine's apt uses. Never written down here: the machine knows it.
mirror_of() {
  local label=Debian address
  [ "$1" = security ] && label=Debian-Security
  # shellcheck disable=SC2016 # apt expands these
  address=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -v label="$label" '$1 == label { print $2; exit }')
  if [ -z "$address" ] && [ "$1" = security ]; then
    # A machine without the security suite: most mirrors carry it beside the archive.
    address=$(mirror_of archive) || return 1
    address=${address%/}-security
  fi
  [ -n "$address" ] && printf '%s' "${address%/}"
}

# archive_keyring ROOT: the keyring's path inside ROOT ('' for this machine); its ending changed between suites.
archive_keyring() {
  local keyring
  for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    [ -e "$1$keyring" ] && break
  done
  printf '%s' "$keyring"
}

# isolate_apt ADDRESS SUITE [deb-src]: sets apt_isolated to options for an apt that knows this one suite
# and keeps everything in the temporary folder; the machine's own lists stay as they are.
isolate_apt() {
  local folder=$work/apt
  rm -rf "$folder"
  mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
  printf '%s [signed-by=%s] %s %s main\n' "${3:-deb}" "$(archive_keyring '')" "$1" "$2" >"$folder/sources.list"
  apt_isolated=(-q -o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache" -o APT::Sandbox::User=
    -o Acquire::Languages=none -o Acquire::http::Timeout=15 -o Acquire::https::Timeout=15
    -o Acquire::Retries=1 -o APT::Update::Error-Mode=any)
}

# apt_reaches ADDRESS SUITE ARCHITECTURE
apt_reaches() {
  isolate_apt "$1" "$2"
  apt-get update "${apt_isolated[@]}" -o "APT::Architecture=$3" -o "APT::Architectures=$3" >/dev/null 2>&1
}
