# shellcheck shell=bash
# Finds a JDK that can build and run PyKiln. Sourced by setup.sh and by the launcher.
# Works with the bash 3.2 of macOS, since the launcher runs there too.

PYKILN_JAVA=25

# jdk_version FOLDER: prints the version of the JDK in FOLDER, nothing where there is none.
# The release file answers without starting a JVM: every start of the launcher comes through here.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  local line version=
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=}; version=${version//\"/} ;; esac
    done <"$1/release"
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/javac" -version 2>&1) || return 0
    version=${version#javac }
  fi
  printf '%s' "$version"
}

# jdk_of_path: the folder of the JDK that `java` on PATH belongs to.
jdk_of_path() {
  local java
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null) || return 0
  printf '%s' "${java%/bin/java}"
}

# find_jdk: sets JDK to the first JDK that is new enough, and JDK_VERSION; fails where there is none.
# shellcheck disable=SC2034 # both are read by the scripts that source this file
find_jdk() {
  local folder major
  JDK='' JDK_VERSION=''
  for folder in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "$(jdk_of_path)" \
    /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$folder" ] || continue
    JDK_VERSION=$(jdk_version "$folder")
    major=${JDK_VERSION%%[!0-9]*}
    if [ "${major:-0}" -ge "$PYKILN_JAVA" ]; then
      JDK=$folder
      return 0
    fi
  done
  return 1
}
