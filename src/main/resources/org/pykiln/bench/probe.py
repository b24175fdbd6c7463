"""Prints, as JSON, what the interpreter, its container and their host say of themselves.

usage: probe.py KIT
"""

import importlib.util
import json
import os
import platform
import subprocess
import sys
import sysconfig


def read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().strip()
    except OSError:
        return ""


def libc():
    try:
        return os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, ValueError, OSError):
        pass
    for line in read("/proc/self/maps").splitlines():
        path = line.split(None, 5)[-1]
        name = os.path.basename(path)
        if name.startswith(("ld-musl", "libc.musl")) or name == "libc.so":
            try:
                said = subprocess.run([path], stderr=subprocess.PIPE, check=False).stderr.decode()
            except OSError:
                said = ""
            version = [word for word in said.split() if word[:1].isdigit()]
            return "musl " + version[0] if version else "musl"
    return "unknown"


def online_cpus():
    """CPUs of the host. With musl os.cpu_count() only counts those that this process may use."""
    online = []
    for part in read("/sys/devices/system/cpu/online").split(","):
        first, _, last = part.partition("-")
        if first.isdigit():
            online.extend(range(int(first), int(last or first) + 1))
    return online or list(range(os.cpu_count() or 0))


def libraries():
    paths = set()
    for line in read("/proc/self/maps").splitlines():
        parts = line.split(None, 5)
        if len(parts) == 6 and parts[5].startswith("/") and ".so" in parts[5]:
            paths.add(parts[5])
    return sorted(paths)


def malloc_from():
    """Who answers malloc here: "libc", a preloaded or linked library's file, or an allocator's name.

    Asking for the address of malloc is not enough: an executable at a fixed address answers with
    its own jump table.
    """
    import ctypes

    class Info(ctypes.Structure):
        _fields_ = [
            ("file", ctypes.c_char_p),
            ("base", ctypes.c_void_p),
            ("symbol", ctypes.c_char_p),
            ("address", ctypes.c_void_p),
        ]

    process = ctypes.CDLL(None)
    for path in libraries():
        name = os.path.basename(path)
        if name.startswith(("libc.", "libc-", "ld-", "libpython")):
            continue
        try:
            malloc = ctypes.cast(ctypes.CDLL(path).malloc, ctypes.c_void_p)
        except (AttributeError, OSError):
            continue
        info = Info()
        if process.dladdr(malloc, ctypes.byref(info)) and info.file:
            if os.path.basename(info.file.decode("utf-8", "replace")) == name:
                return name
    symbols = {"mallctl": "jemalloc", "mi_version": "mimalloc", "tc_version": "tcmalloc"}
    for symbol, allocator in symbols.items():
        if hasattr(process, symbol):
            return allocator
    return "libc"


def turbo():
    intel = read("/sys/devices/system/cpu/intel_pstate/no_turbo")
    if intel:
        return "off" if intel == "1" else "on"
    boost = read("/sys/devices/system/cpu/cpufreq/boost")
    return {"0": "off", "1": "on"}.get(boost, "")


def cpu_model(info):
    for key in ("model name", "Model", "cpu model", "Hardware"):
        for line in info.splitlines():
            name, _, value = line.partition(":")
            if name.strip() == key and value.strip():
                return value.strip()
    return ""


def checked_metadata(kit):
    """What pyperf wants to be equal in all runs of a benchmark; needs the kit."""
    sys.path.insert(0, kit)
    try:
        from pyperf._bench import _CHECKED_METADATA
        from pyperf._collect_metadata import collect_metadata
    except ImportError:
        return {}
    known = collect_metadata()
    return {key: str(known[key]) for key in _CHECKED_METADATA if key in known}


def main():
    kit = sys.argv[1]
    info = read("/proc/cpuinfo")
    compiled = importlib.util.MAGIC_NUMBER.hex() + "-" + platform.python_version()
    flags = info.split("flags", 1)[-1].split("\n", 1)[0].split()
    complete = read(os.path.join(kit, ".complete"))
    try:
        malloc = malloc_from()
    except Exception:
        malloc = "unknown"
    facts = {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "free_threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        "kit": complete,
        "compiled": os.path.exists(os.path.join(kit, ".compiled-" + compiled)),
        "libc": libc(),
        "malloc_from": malloc,
        "load": os.getloadavg()[0],
        "cpus": online_cpus(),
        "usable_cpus": sorted(os.sched_getaffinity(0)),
        "cpu_model": cpu_model(info),
        "governor": read("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
        "turbo": turbo(),
        "virtualised": "hypervisor" in flags,
        "checked": checked_metadata(kit) if complete else {},
    }
    print(json.dumps(facts))


main()
