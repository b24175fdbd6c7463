#!/usr/bin/env python3
"""Makes the locks of the benchmarks that need third-party packages.

usage: src/main/locks/lock.py [SCRIPT_FOLDER...]        (needs uv: pip install uv)

Reads what src/main/resources/org/pykiln/bench/benchmarks.tsv says that a benchmark needs, and writes
src/main/resources/org/pykiln/bench/locks/SCRIPT_FOLDER.txt: that and every package it needs in turn,
for all Pythons and processors at once, with the SHA-256 of every file of those versions. Without
arguments all are made again; a lock holds what was newest on the day it was made.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

BENCH = pathlib.Path(__file__).resolve().parents[1] / "resources" / "org" / "pykiln" / "bench"
LOWEST_PYTHON = (3, 11)

# What holds in every image; a lock does not repeat it.
EVERYWHERE = ("platform_python_implementation == 'CPython'", "sys_platform == 'linux'")

# What scripts need without saying so: the environments of pyperformance have setuptools, and with it
# the distutils that Python 3.12 gave up.
UNSAID = {"bm_django_template": ["setuptools"], "bm_sympy": ["setuptools"]}

PROJECT = """\
[project]
name = "lock"
version = "0"
requires-python = ">={python}"
dependencies = [{packages}]
[tool.uv]
environments = ["{everywhere}"]
"""


def wanted():
    """Packages and lowest Python by script folder."""
    folders = {}
    for line in (BENCH / "benchmarks.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if cells[5]:
            python = max(LOWEST_PYTHON, tuple(int(part) for part in cells[4].split(".")))
            packages, lowest = folders.setdefault(cells[1], (set(), python))
            packages.update(cells[5].split(" ") + UNSAID.get(cells[1], []))
            folders[cells[1]] = (packages, max(lowest, python))
    return folders


def without_what_holds_everywhere(match):
    parts = [part for part in match.group(1).split(" and ") if part not in EVERYWHERE]
    return " ; " + " and ".join(parts) if parts else ""


def lock(packages, python):
    version = ".".join(str(part) for part in python)
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder) / "pyproject.toml"
        project.write_text(
            PROJECT.format(
                python=version,
                packages=", ".join('"%s"' % package for package in sorted(packages)),
                everywhere=" and ".join(EVERYWHERE),
            ),
            encoding="utf-8",
        )
        command = ["uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
        command += ["--python-version", version, "--no-header", "--no-annotate", project.name]
        made = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    # markers stand on lines of pins alone, which a hash follows
    return re.sub(r" ; ([^\\\n]+?)(?= \\\n)", without_what_holds_everywhere, made.stdout)


def main():
    folders = wanted()
    for folder in sys.argv[1:] or sorted(folders):
        if folder not in folders:
            sys.exit("%s needs no packages; expected one of %s" % (folder, ", ".join(folders)))
        packages, python = folders[folder]
        target = BENCH / "locks" / (folder + ".txt")
        target.parent.mkdir(exist_ok=True)
        header = "# Made by src/main/locks/lock.py for Python %d.%d and later.\n" % python
        target.write_text(header + lock(packages, python), encoding="utf-8")
        print(target.name)


main()
