#!/bin/sh
# Assembles the programs beside this file into the folder that is named. Needs LLVM with all its
# targets; the result is committed, so that nobody needs it to build PyKiln.
set -eu
to=$(cd "$1" && pwd)
cd "$(dirname "$0")"
while read -r name triple; do
  llvm-mc -triple="$triple" -filetype=obj -I . "$name.s" -o "$to/$name.o"
  llvm-objcopy -O binary --only-section=.text "$to/$name.o" "$to/$name.elf"
  chmod 644 "$to/$name.elf"
  rm "$to/$name.o"
done <<'EOF'
amd64 x86_64-linux
i386 i386-linux
arm64 aarch64-linux
arm-v7 armv7-linux
arm-v6 armv6-linux
riscv64 riscv64-linux
ppc64le powerpc64le-linux
s390x s390x-linux
EOF
