#!/usr/bin/env bash
# How long PyKiln measures until every ratio of two images is known to a precision, and how long pyperformance's
# default run of the same two images takes, with how far the intervals reach that its files give.
#   time-to-precision.sh PERCENT FOLDER SUBJECT SUBJECT BENCHMARKS
# SUBJECTs are presets whose images are there, BENCHMARKS names separated by commas. Needs an engine, the network for
# pip, and a quiet machine. A certificate that pip has to trust is taken from PIP_CERT.
set -euo pipefail

percent=$1 folder=$2 first=$3 second=$4 benchmarks=$5
pykiln=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../../pykiln
cpu=$(($(nproc) - 1))
mkdir -p "$folder/pyperformance"
folder=$(readlink -f "$folder")

now() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.0f", to - from }'; }
half_widths() { # how far the intervals of an `analyse --json` reach from their ratios
  python3 -c '
import json, sys
for row in json.load(sys.stdin)["candidates"][0]["rows"]:
    reach = max(row["high"] / row["ratio"] - 1, 1 - row["low"] / row["ratio"]) * 100
    print("  %-24s %.3fx +-%.2f %%, %d processes" % (row["name"], row["ratio"], reach, row["candidate_units"]))'
}

start=$(now)
"$pykiln" bench "$first" "$second" -b "$benchmarks" --rigorous --precision "$percent%" --cpuset "$cpu" \
  -o "$folder/pykiln" 2>"$folder/pykiln.log"
echo "PyKiln, at most 40 processes, kit and calibration included: $(since "$start") s"
"$pykiln" analyse --json "$folder/pykiln" | half_widths

# image_of NAME: the image that the session measured
image_of() {
  python3 -c 'import json, sys
print(next(one["id"] for one in json.load(open(sys.argv[1]))["images"] if one["name"] == sys.argv[2]))' \
    "$folder/pykiln/session.json" "$1"
}

# a file of pip's, as pyperformance clears the environment
certificate=()
if [ -n "${PIP_CERT:-}" ]; then
  printf '[global]\ncert = /ca.pem\n' >"$folder/pip.conf"
  certificate=(-v "$PIP_CERT:/ca.pem:ro" -v "$folder/pip.conf:/etc/pip.conf:ro")
fi
measured=0
for subject in "$first" "$second"; do
  container=$(docker run -d --rm --user 0 --cpuset-cpus "$cpu" "${certificate[@]}" -v "$folder/pyperformance:/out" \
    --entrypoint python3 "$(image_of "$subject")" -c 'import time; time.sleep(86400)')
  trap 'docker rm -f "$container" >/dev/null 2>&1 || true' EXIT
  start=$(now)
  docker exec "$container" sh -c '
    python3 -m venv /venv && /venv/bin/pip install -q pyperformance==1.14.0 \
    && cd /tmp && /venv/bin/pyperformance venv create -b "$0"' "$benchmarks" >"$folder/pyperformance/$subject.log" 2>&1
  echo "pyperformance, set-up of $subject: $(since "$start") s"
  start=$(now)
  docker exec "$container" sh -c 'cd /tmp && /venv/bin/pyperformance run -b "$0" -o "/out/$1.json"' \
    "$benchmarks" "$subject" >>"$folder/pyperformance/$subject.log" 2>&1
  took=$(since "$start")
  echo "pyperformance, default run of $subject: $took s"
  measured=$((measured + took))
  docker rm -f "$container" >/dev/null
done
echo "pyperformance, both default runs without set-up: $measured s"
"$pykiln" analyse --json "$folder/pyperformance/$first.json" "$folder/pyperformance/$second.json" | half_widths
