# What proofs may use. Runs inside the image, with the image's interpreter and environment.
import ctypes
import importlib
import importlib.util
import json
import os
import platform
import re
import shlex
import struct
import subprocess
import sys
import sysconfig


def evidence(name):
    """What the build kept of itself, or '' where it kept nothing."""
    try:
        with open('/usr/local/share/pykiln/' + name, encoding='utf-8', errors='replace') as file:
            return file.read().strip()
    except OSError:
        return ''


def compiled():
    """The words of the command that compiled the interpreter loop in the last pass."""
    return words('compile-command')


def linked():
    """The words of the commands that linked the interpreter in the last pass."""
    return words('link-commands')


def words(name):
    """Raises where the build kept nothing: no evidence of a flag is not evidence of no flag."""
    found = shlex.split(evidence(name))
    if not found:
        raise LookupError(f'the build kept no {name}')
    return found


def compiled_with(flag):
    there = flag in compiled()
    return there, flag if there else 'compiled without it'


def configured(option):
    return option in shlex.split(sysconfig.get_config_var('CONFIG_ARGS') or '')


def maps():
    """(start, end, path) of everything mapped from a file into this process."""
    with open('/proc/self/maps', encoding='utf-8', errors='replace') as file:
        for line in file:
            fields = line.split(maxsplit=5)
            if len(fields) == 6 and fields[5].startswith('/'):
                low, high = (int(bound, 16) for bound in fields[0].split('-'))
                yield low, high, fields[5].strip()


def mapped(part):
    """Whether a file whose name holds the part is mapped into this process."""
    for _, _, path in maps():
        if part in os.path.basename(path):
            return True, path
    return False, 'nothing like ' + part + ' is mapped'


def importable(names):
    failed = []
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as problem:
            failed.append(f'{name} ({problem})')
    return not failed, 'missing: ' + ', '.join(failed) if failed else 'all there'


def malloc_answers(library):
    """Whether malloc resolves into the library, and gives memory."""
    process = ctypes.CDLL(None)
    process.malloc.restype = ctypes.c_void_p
    process.malloc.argtypes = [ctypes.c_size_t]
    process.free.argtypes = [ctypes.c_void_p]
    address = ctypes.cast(process.malloc, ctypes.c_void_p).value
    where = next((path for low, high, path in maps() if low <= address < high), 'nowhere')
    block = process.malloc(100_000)
    process.free(block)
    return bool(block) and library in os.path.basename(where), 'malloc is in ' + where


def object_allocator():
    """Who serves Python's objects in a fresh interpreter of this image."""
    name = current_allocator()
    if name.endswith('_debug'):
        return name
    report = subprocess.run(
        [sys.executable, '-c', 'import sys; sys._debugmallocstats()'],
        capture_output=True, text=True, check=True).stderr
    if re.search(r'mimalloc|^Medium block threshold|^Large object max', report, re.MULTILINE):
        return 'mimalloc'
    if re.search(r'^# arenas', report, re.MULTILINE):
        return 'pymalloc'
    return 'malloc'


def current_allocator():
    """The allocator as the interpreter itself calls it, or '' where it does not say. Statistics do
    not tell an allocator from the same one with debug hooks."""
    try:
        ask = ctypes.pythonapi._PyMem_GetCurrentAllocatorName
    except AttributeError:
        return ''
    ask.restype = ctypes.c_char_p
    return (ask() or b'').decode()
