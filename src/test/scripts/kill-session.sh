#!/usr/bin/env bash
# Kills a benchmark session with SIGKILL at random moments, resumes it each time, and says whether a finished unit
# was lost, changed or measured again.
#   kill-session.sh KILLS FOLDER SUBJECT... [OPTION...]      what follows FOLDER goes to ./pykiln bench
set -euo pipefail

kills=$1 folder=$2
shift 2
pykiln=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../../pykiln
seen=$(mktemp)
trap 'rm -f "$seen"' EXIT

# A unit that is measured again is renamed into place again, so it gets another inode.
units() { find "$folder/units" -name '*.json' -printf '%P %i %T@ %s\n' 2>/dev/null | sort || true; }

session() { setsid "$pykiln" bench "$@" -o "$folder" >>"$folder.log" 2>&1 & }

killed=0
while [ "$killed" -lt "$kills" ]; do
  session "$@"
  pid=$!
  sleep "$((RANDOM % 12 + 4)).$((RANDOM % 10))"
  if ! kill -KILL -- "-$pid" 2>/dev/null; then
    echo "the session ended before kill $((killed + 1)): choose a longer one"
    exit 1
  fi
  wait "$pid" 2>/dev/null || true
  killed=$((killed + 1))
  units >"$seen.now"
  lost=$(comm -23 "$seen" "$seen.now" | wc -l)
  mv "$seen.now" "$seen"
  printf 'kill %2d: %3d units finished, %d of the earlier ones lost or measured again\n' \
    "$killed" "$(wc -l <"$seen")" "$lost"
  [ "$lost" = 0 ] || exit 1
done
session "$@"
wait $!
units >"$seen.now"
printf 'the end: %3d units, %d of the earlier ones lost or measured again\n' \
  "$(wc -l <"$seen.now")" "$(comm -23 "$seen" "$seen.now" | wc -l)"
[ -z "$(comm -23 "$seen" "$seen.now")" ]
rm -f "$seen.now"
printf 'containers left behind: %d\n' "$(docker ps -aq --filter label=org.pykiln.session | wc -l)"
