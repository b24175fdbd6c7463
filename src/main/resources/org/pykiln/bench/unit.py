"""Runs a benchmark script as one pyperf worker in this very process.

usage: unit.py SECONDS LAYER SCRIPT [OPTION...]

LAYER is the folder of the script's third-party packages, or nothing.

The script runs in this process and not in a child, so that what is reported of memory maps and
environment is what the measured process had. The result goes to standard output after a marker,
because a benchmark may print too.
"""

import builtins
import os
import sys


def prepare():
    import signal

    # a worker that hangs ends itself: an engine cannot end what it started by exec
    signal.alarm(int(sys.argv[1]))
    layer, script = sys.argv[2:4]
    kit = os.path.dirname(os.path.abspath(__file__))
    if getattr(sys.flags, "safe_path", False):
        sys.path.insert(0, kit)
    else:
        sys.path[0] = kit
    if layer:
        import site

        sys.path.insert(1, layer)
        # it is there already; its .pth files are read, as of any folder of installed packages
        site.addsitedir(layer)
        reach_children(layer)
    sys.path.insert(0, os.path.dirname(script))
    vendor = os.path.join(os.path.dirname(script), "vendor", "src")
    if sys.version_info >= (3, 13) and os.path.isdir(vendor):
        # pyperformance installs this with pip at run time
        sys.path.insert(1, vendor)
        reach_children(vendor)
    return script


def reach_children(folder):
    path = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = folder + (os.pathsep + path if path else "")


def mapped():
    paths = set()
    with open("/proc/self/maps", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            parts = line.split(None, 5)
            if len(parts) == 6 and parts[5].startswith("/") and ".so" in parts[5]:
                paths.add(parts[5].strip())
    return paths


def extensions(layer):
    """Modules of the layer that are mapped, without the libraries that they bring along."""
    names = set()
    for path in mapped():
        folder, file = os.path.split(path)
        if folder == layer or folder.startswith(layer + "/"):
            package = folder[len(layer) + 1 :].replace("/", ".")
            if not package.endswith(".libs"):
                names.add((package + "." if package else "") + file.split(".")[0])
    return sorted(names)


def peaks():
    """Peak memory in bytes: of a child larger than this process, and of the container so far.

    A child begins as a copy of its parent, so a smaller one says nothing of what it needed itself.
    """
    import resource

    found = {}
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if child > own:
        found["children_peak"] = child * 1024
    for path in ("/sys/fs/cgroup/memory.peak", "/sys/fs/cgroup/memory/memory.max_usage_in_bytes"):
        try:
            with open(path, encoding="ascii") as file:
                found["container_peak"] = int(file.read())
                break
        except (OSError, ValueError):
            pass
    return found


def ticks(cpus):
    """Clock ticks of the CPUs so far: all, stolen by the hypervisor, and busy."""
    total = steal = busy = 0
    with open("/proc/stat", encoding="ascii") as lines:
        for line in lines:
            name, *fields = line.split()
            if name.startswith("cpu") and name[3:].isdigit() and int(name[3:]) in cpus:
                times = [int(field) for field in fields[:8]]
                total += sum(times)
                steal += times[7]
                busy += sum(times[:3]) + sum(times[5:7])
    return total, steal, busy


def megahertz(cpu):
    try:
        path = "/sys/devices/system/cpu/cpu%d/cpufreq/scaling_cur_freq" % cpu
        with open(path, encoding="ascii") as file:
            return int(file.read()) / 1000
    except (OSError, ValueError):
        pass
    with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as lines:
        speeds = [line.split(":")[1] for line in lines if line.startswith("cpu MHz")]
    return float(speeds[cpu]) if cpu < len(speeds) else None


def moment():
    """Where the host's clocks stand; None where the host does not tell."""
    import time

    try:
        cpus = os.sched_getaffinity(0)
        own = sum(os.times()[:4]) * os.sysconf("SC_CLK_TCK")
        return time.perf_counter(), ticks(cpus), own, megahertz(min(cpus))
    except (OSError, ValueError, IndexError):
        return time.perf_counter(), None, 0, None


def host(before):
    after = moment()
    facts = {"seconds": after[0] - before[0]}
    if before[1] and after[1]:
        total, steal, busy = (end - start for start, end in zip(before[1], after[1]))
        if total > 0:
            facts["steal"] = steal / total
            facts["other"] = max(0.0, (busy - (after[2] - before[2])) / total)
    if before[3] and after[3]:
        facts["mhz"] = (before[3] + after[3]) / 2
    return facts


def report(pipe, load, before, layer):
    import json

    os.lseek(pipe, 0, os.SEEK_SET)
    with open(pipe, encoding="utf-8") as result:
        suite = result.read()
    if not suite:
        raise SystemExit("the script ended without running the worker task")
    names = ("PYTHONMALLOC", "LD_PRELOAD", "PYTHONHASHSEED")
    facts = {
        "environment": {name: os.environ[name] for name in names if name in os.environ},
        "libraries": sorted({os.path.basename(path) for path in mapped()}),
        "extensions": extensions(layer) if layer else [],
        "load": load,
        "memory": peaks(),
        "host": host(before),
    }
    sys.stdout.flush()
    sys.stdout.write("\n==pykiln-unit==\n%s\n%s\n" % (json.dumps(facts), suite.strip()))
    sys.stdout.flush()


def run():
    load = os.getloadavg()[0]
    before = moment()
    layer = sys.argv[2]
    script = prepare()
    path = "/tmp/.pykiln-unit-%d" % os.getpid()
    pipe = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    os.unlink(path)
    sys.argv = [script, *sys.argv[4:], "--pipe", str(os.dup(pipe))]
    # a module of its own, as if started by name: what the script defines must not meet what is here
    main = type(sys)("__main__")
    main.__file__ = script
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    with open(script, "rb") as source:
        code = compile(source.read(), script, "exec", dont_inherit=True)
    try:
        exec(code, main.__dict__)
    except SystemExit as ended:
        if ended.code not in (None, 0):
            raise
    report(pipe, load, before, layer)


if __name__ == "__main__":
    run()
