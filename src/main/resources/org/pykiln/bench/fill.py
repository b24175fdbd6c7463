"""Fills a volume from a staging folder and compiles it for this interpreter.

usage: fill.py FOLDER STAGING HASH

Ends with 3 when there is nothing in the volume, and no staging folder.

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


def fill(folder, staging):
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif name != ".lock":
            os.unlink(path)
    for name in os.listdir(staging):
        path = os.path.join(staging, name)
        if os.path.isdir(path):
            shutil.copytree(path, os.path.join(folder, name))
        else:
            shutil.copy2(path, os.path.join(folder, name))
    # images with other users compile it too
    for path, _, _ in os.walk(folder):
        if path != folder:
            os.chmod(path, 0o777)


def compile_for_this_python(folder):
    benchmarks = os.path.join(folder, "pyperformance", "data-files", "benchmarks")
    is_kit = os.path.isdir(benchmarks)
    for path in (os.path.join(folder, "pyperf"), benchmarks) if is_kit else (folder,):
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        compileall.compile_dir(path, quiet=2, invalidation_mode=unchecked)
    vendor = os.path.join(benchmarks, "bm_2to3", "vendor", "src")
    if sys.version_info >= (3, 13) and os.path.isdir(vendor):
        # importing writes the grammar tables, which a read-only kit could not keep
        sys.path.insert(0, vendor)
        import lib2to3.patcomp
        import lib2to3.pygram


def main():
    folder, staging, digest = sys.argv[1:]
    with open(os.path.join(folder, ".lock"), "a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        complete = os.path.join(folder, ".complete")
        if content(complete) != digest:
            if not os.path.isdir(staging):
                sys.exit(3)
            fill(folder, staging)
            mark(complete, digest)
        version = importlib.util.MAGIC_NUMBER.hex() + "-" + platform.python_version()
        compiled = os.path.join(folder, ".compiled-" + version)
        if not os.path.exists(compiled):
            compile_for_this_python(folder)
            mark(compiled, version)


main()
