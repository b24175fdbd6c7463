"""Runs a benchmark script as one pyperf worker in this very process.

usage: unit.py SECONDS SCRIPT [OPTION...]

The script runs in this process and not in a child, so that what is reported of memory maps and
environment is what the measured process had. The result goes to standard output after a marker,
because a benchmark may print too.
"""

import os
import sys


def prepare():
    import signal

    # a worker that hangs ends itself: an engine cannot end what it started by exec
    signal.alarm(int(sys.argv[1]))
    script = sys.argv[2]
    kit = os.path.dirname(os.path.abspath(__file__))
    if getattr(sys.flags, "safe_path", False):
        sys.path.insert(0, kit)
    else:
        sys.path[0] = kit
    sys.path.insert(0, os.path.dirname(script))
    vendor = os.path.join(os.path.dirname(script), "vendor", "src")
    if sys.version_info >= (3, 13) and os.path.isdir(vendor):
        # pyperformance installs this with pip at run time; it has to reach child processes
        sys.path.insert(1, vendor)
        path = os.environ.get("PYTHONPATH")
        os.environ["PYTHONPATH"] = vendor + (os.pathsep + path if path else "")
    return script


def maps():
    names = set()
    with open("/proc/self/maps", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            parts = line.split(None, 5)
            if len(parts) == 6 and parts[5].startswith("/") and ".so" in parts[5]:
                names.add(os.path.basename(parts[5].strip()))
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


def report(pipe, load):
    import json

    os.lseek(pipe, 0, os.SEEK_SET)
    with open(pipe, encoding="utf-8") as result:
        suite = result.read()
    if not suite:
        raise SystemExit("the script ended without running the worker task")
    names = ("PYTHONMALLOC", "LD_PRELOAD", "PYTHONHASHSEED")
    facts = {
        "environment": {name: os.environ[name] for name in names if name in os.environ},
        "libraries": maps(),
        "load": load,
        "memory": peaks(),
    }
    sys.stdout.flush()
    sys.stdout.write("\n==pykiln-unit==\n%s\n%s\n" % (json.dumps(facts), suite.strip()))
    sys.stdout.flush()


def run():
    load = os.getloadavg()[0]
    script = prepare()
    path = "/tmp/.pykiln-unit-%d" % os.getpid()
    pipe = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    os.unlink(path)
    sys.argv = [script, *sys.argv[3:], "--pipe", str(os.dup(pipe))]
    # a module of its own, as if started by name: what the script defines must not meet what is here
    main = type(sys)("__main__")
    main.__file__ = script
    sys.modules["__main__"] = main
    with open(script, "rb") as source:
        code = compile(source.read(), script, "exec", dont_inherit=True)
    try:
        exec(code, main.__dict__)
    except SystemExit as ended:
        if ended.code not in (None, 0):
            raise
    report(pipe, load)


if __name__ == "__main__":
    run()
