#!/usr/bin/env bash
# Runs a benchmark of the window with the options that the window has, drawn without a GPU and without a display.
#   window-benchmark.sh CLASS [JVM OPTION ...] [ARGUMENT ...]      FormBenchmark, HeatMapBenchmark, LogBenchmark, ...
# needs `mvn -DskipTests package` once
set -euo pipefail

home=$(readlink -f "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../..")
target=$home/target
# shellcheck source-path=SCRIPTDIR source=../../../installer/linux/jdk.sh
. "$home/installer/linux/jdk.sh"
find_jdk || { echo "needs a JDK $PYKILN_JAVA" >&2; exit 1; }

class=${1:?class of a benchmark, for instance FormBenchmark}
shift
options=()
while [[ ${1:-} == -* ]]; do
  options+=("$1")
  shift
done
PYKILN_HOME=$(mktemp -d)
export PYKILN_HOME
trap 'rm -rf "$PYKILN_HOME"' EXIT
cd "$home" # the benchmarks read the presets
"$JDK/bin/java" "--module-path=$target/fx" --add-modules=javafx.controls --add-modules=javafx.fxml \
  --enable-native-access=javafx.graphics --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dglass.platform=Headless -Dprism.order=sw "${options[@]}" \
  -cp "$target/classes:$target/test-classes:$target/lib/*" "org.pykiln.ui.$class" "$@"
