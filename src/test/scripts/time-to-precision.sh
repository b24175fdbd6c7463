#!/usr/bin/env bash
# How long two images take until each ratio is known to ±1 %: pyperf's default run of every benchmark, one image after
# the other, against `bench --precision 1%` of the same ones. What pyperformance needs before (virtual environment,
# pip) is left out in its favour.
#   time-to-precision.sh FOLDER PRESET PRESET BENCHMARK...       a benchmark without third-party packages
set -euo pipefail

folder=$1 baseline=$2 candidate=$3
shift 3
pykiln=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../../pykiln
kit=/opt/pykiln/kit
volume=$(docker volume ls --format '{{.Name}}' --filter name=pykiln-kit- | tail -n 1)
cpu=$(($(nproc) - 1))
mkdir -p "$folder"

digest() { "$pykiln" build "$1" --json 2>/dev/null | python3 -c 'import json, sys; print(json.load(sys.stdin)["image"])'; }

# pyperf_run IMAGE FILE BENCHMARK...: the default of pyperf and pyperformance, 20 processes of 3 values.
pyperf_run() {
  local image=$1 file=$2 name
  shift 2
  rm -f "$folder/$file"
  for name in "$@"; do
    docker run --rm --network none --cpuset-cpus "$cpu" -v "$volume:$kit:ro" -v "$(readlink -f "$folder"):/results" \
      --user 0 -e PYTHONPATH=$kit --entrypoint python3 "$image" \
      "$kit/pyperformance/data-files/benchmarks/bm_$name/run_benchmark.py" --quiet --append "/results/$file" >/dev/null
  done
}

# worst FILE_OR_FOLDER...: rows within ±1 %, all rows, and the widest of them.
worst() {
  "$pykiln" analyse "$@" --json | python3 -c '
import json, sys
rows = [r for c in json.load(sys.stdin)["candidates"] for r in c["rows"]]
reach = sorted(100 * (r["high"] / r["ratio"] - 1) for r in rows)
print("%d of %d ratios within 1 %%, median %.2f %%, widest %.2f %%" % (sum(x <= 1 for x in reach), len(reach), reach[len(reach) // 2], reach[-1]))'
}

one=$(digest "$baseline") two=$(digest "$candidate")
start=$SECONDS
pyperf_run "$one" baseline.json "$@"
pyperf_run "$two" candidate.json "$@"
printf 'pyperf, default: %d s; ' $((SECONDS - start))
worst "$folder/baseline.json" "$folder/candidate.json"

start=$SECONDS
rm -rf "$folder/session"
"$pykiln" bench "$baseline" "$candidate" --precision 1% -b "$(IFS=,; echo "$*")" -o "$folder/session" >/dev/null 2>&1
printf 'bench --precision 1%%: %d s; ' $((SECONDS - start))
worst "$folder/session"
