#!/bin/sh
# Makes src/main/resources/org/pykiln/bench/locks/bm_homeassistant.txt.
#
# usage: src/main/locks/bm_homeassistant.sh        (needs uv and unzip)
#
# The version is that of bm_homeassistant/requirements.txt. Its dependencies are what Home Assistant's
# own constraints allow and what was newest in the month of its release. What the benchmarks never
# import is left out: among it are packages that only a C++ compiler makes, which not every base has.
set -eu

bench=$(cd "$(dirname "$0")/../resources/org/pykiln/bench" && pwd)
wanted=$bench/own/bm_homeassistant/requirements.txt
lock=$bench/locks/bm_homeassistant.txt
until=2025-04-26
unused="aiohasupervisor aiohttp-fast-zlib aiooui audioop-lts bleak bleak-retry-connector
    bluetooth-adapters bluetooth-auto-recovery bluetooth-data-tools btsocket dbus-fast h11 ha-ffmpeg
    habluetooth hassil home-assistant-bluetooth home-assistant-intents httpcore httpx mutagen numpy
    psutil pycparser pymicro-vad pyric pyspeex-noise pyturbojpeg s3transfer standard-aifc
    standard-chunk standard-telnetlib tzdata uart-devices unicode-rbnf usb-devices uv
    voluptuous-openapi"

folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
uv pip install --quiet --no-deps --python-version 3.13 --target "$folder" --requirement "$wanted"

set --
for package in $unused; do
    set -- "$@" --no-emit-package "$package"
done
{
    echo "# Made by src/main/locks/bm_homeassistant.sh for Python 3.13 alone; install it with --no-deps."
    uv pip compile --quiet --no-header --no-annotate --generate-hashes --python-version 3.13 \
        --python-platform linux --exclude-newer "$until" \
        --constraint "$folder/homeassistant/package_constraints.txt" "$@" "$wanted"
} > "$lock.new"
mv "$lock.new" "$lock"
