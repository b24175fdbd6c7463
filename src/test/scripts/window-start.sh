#!/usr/bin/env bash
# Times the start of the window on a virtual display, drawn without a GPU: from the launcher's start to the first picture
# and to a form that takes input. PyKiln with its AOT cache, without one, and a window of JavaFX with one label and a cache
# of its own, in turn; prints medians in milliseconds, and processor time beside them.
#   window-start.sh [ROUNDS]      10 when not given; needs Xvfb, and `mvn test-compile` once
set -euo pipefail

rounds=${1:-10}
home=$(readlink -f "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../..")
target=$home/target
# shellcheck source-path=SCRIPTDIR source=../../../installer/linux/jdk.sh
. "$home/installer/linux/jdk.sh"
find_jdk || { echo "needs a JDK $PYKILN_JAVA" >&2; exit 1; }

work=$(mktemp -d)
trap 'kill "$display" 2>/dev/null || true; rm -rf "$work"' EXIT
exec 3>"$work/number"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null &
display=$!
for _ in {1..100}; do [ -s "$work/number" ] && break; sleep 0.1; done
DISPLAY=:$(<"$work/number")
export DISPLAY PYKILN_HOME=$work/home JAVA_TOOL_OPTIONS=

fx=("--module-path=$target/fx" --add-modules=javafx.controls --add-modules=javafx.fxml
  --enable-native-access=javafx.graphics)
bare=$work/bare.jar
"$JDK/bin/jar" --create --file "$bare" -C "$target/test-classes" org/pykiln/ui/BareWindow.class \
  -C "$target/test-classes" "org/pykiln/ui/BareWindow\$1.class"

pykiln() { JAVA_TOOL_OPTIONS=-Dpykiln.rehearsal=true "$home/pykiln"; }
without_cache() { JAVA_TOOL_OPTIONS='-Dpykiln.rehearsal=true -XX:AOTMode=off' "$home/pykiln"; }
bare_window() { "$JDK/bin/java" "${fx[@]}" "$@" -cp "$bare" org.pykiln.ui.BareWindow; }
bare_with_cache() { bare_window "-XX:AOTCache=$work/bare.aot"; }

# note NAME COMMAND: appends the start's milliseconds to the files of its name.
note() {
  local name=$1 from what at processor
  from=$(date +%s%3N)
  "$2" 2>&1 >/dev/null | grep -E '^(painted|takes input) ' >"$work/said" || true
  while read -r what at processor; do
    [ "$what" = painted ] || { at=${processor% *}; processor=${processor#* }; }
    echo $((at - from)) >>"$work/$name ${what/takes/takes input}"
    echo "$processor" >>"$work/$name ${what/takes/takes input} processor"
  done <"$work/said"
}

median() { sort -n "$1" | awk '{ a[NR] = $1 } END { print (a[int((NR + 1) / 2)] + a[int(NR / 2) + 1]) / 2 }'; }

echo 'making the AOT caches ...' >&2
pykiln >/dev/null 2>&1 || true
for _ in {1..120}; do [ -s "$target/pykiln-window-$JDK_VERSION.aot" ] && break; sleep 1; done
bare_window -Xlog:disable "-XX:AOTCacheOutput=$work/bare.aot" >/dev/null 2>&1

for ((round = 0; round < rounds; round++)); do
  note 'PyKiln' pykiln
  note 'PyKiln without cache' without_cache
  note 'bare window' bare_with_cache
done
for file in "$work"/*' painted' "$work"/*' takes input'; do
  printf '%-34s median of %2d: %6.0f ms (fastest %d), processor time %.0f ms\n' "${file##*/}" "$(wc -l <"$file")" \
    "$(median "$file")" "$(sort -n "$file" | head -n 1)" "$(median "$file processor")"
done
awk -v a="$(median "$work/PyKiln painted")" -v b="$(median "$work/bare window painted")" \
  'BEGIN { printf "PyKiln to bare window, painted: %.2f\n", a / b }'
