# shellcheck shell=bash
# QEMU, registered so that the kernel runs other architectures' programs through it. Sourced by setup.sh.

BINFMT=/proc/sys/fs/binfmt_misc

# registered NAME: as uname calls the machine. Only an emulator with flag F is found from inside a container.
registered() { grep -q '^flags:.*F' "$BINFMT/qemu-$1" 2>/dev/null; }

have_emulation() {
  detail=$(cd "$BINFMT" 2>/dev/null && grep -lsE '^flags:.*F' qemu-* | tr '\n' ' ')
  [ -n "$detail" ] || { detail='no emulator is registered for containers'; return 1; }
}

# The emulator is linked statically: in a container its libraries would be those of another architecture. Debian 12
# has that in a package of its own, later ones in every package.
bring_emulation() {
  refresh_apt || return 1
  mount_binfmt || return 1
  install_packages "$(first_available qemu-user-static qemu-user-binfmt)" binfmt-support || return 1
  have_emulation || register_emulators
}

# The packages could not, where the file system was mounted only now.
register_emulators() {
  local format
  for format in /usr/share/binfmts/qemu-*; do
    quietly "${sudo[@]}" update-binfmts --enable "${format##*/}" || return 1
  done
}

# systemd mounts it; nobody does where there is none.
mount_binfmt() {
  [ -e "$BINFMT/register" ] && return 0
  quietly "${sudo[@]}" mount -t binfmt_misc binfmt_misc "$BINFMT" && return 0
  problem 'this kernel does not run programs through an emulator (binfmt_misc), or a container may not tell it to'
  return 1
}
