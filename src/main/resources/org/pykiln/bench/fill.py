"""Fills the kit's volume from a staging folder and compiles it for this interpreter.

usage: fill.py KIT STAGING HASH

Several processes may do this at once, in containers of one host: the lock is the kernel's and ends
with its process. Markers are written last, so that what a kill left is seen and done again.
"""

import compileall
import fcntl
import importlib.util
import os
import platform
import py_compile
import shutil
import sys


def content(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().strip()
    except OSError:
        return ""


def mark(path, text):
    os.sync()
    with open(path + ".tmp", "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.rename(path + ".tmp", path)


def fill(kit, staging):
    for name in os.listdir(kit):
        path = os.path.join(kit, name)
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif name != ".lock":
            os.unlink(path)
    for name in os.listdir(staging):
        path = os.path.join(staging, name)
        if os.path.isdir(path):
            shutil.copytree(path, os.path.join(kit, name))
        else:
            shutil.copy2(path, os.path.join(kit, name))


def compile_for_this_python(kit):
    benchmarks = os.path.join(kit, "pyperformance", "data-files", "benchmarks")
    for folder in (os.path.join(kit, "pyperf"), benchmarks):
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        compileall.compile_dir(folder, quiet=2, invalidation_mode=unchecked)
    vendor = os.path.join(benchmarks, "bm_2to3", "vendor", "src")
    if sys.version_info >= (3, 13) and os.path.isdir(vendor):
        # importing writes the grammar tables, which a read-only kit could not keep
        sys.path.insert(0, vendor)
        import lib2to3.patcomp
        import lib2to3.pygram


def main():
    kit, staging, digest = sys.argv[1:]
    with open(os.path.join(kit, ".lock"), "a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        complete = os.path.join(kit, ".complete")
        if content(complete) != digest:
            fill(kit, staging)
            mark(complete, digest)
        version = importlib.util.MAGIC_NUMBER.hex() + "-" + platform.python_version()
        compiled = os.path.join(kit, ".compiled-" + version)
        if not os.path.exists(compiled):
            compile_for_this_python(kit)
            mark(compiled, version)


main()
