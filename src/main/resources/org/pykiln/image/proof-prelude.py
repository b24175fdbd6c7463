# What proofs may use. Runs inside the image, with the image's interpreter and environment.
import ctypes
import functools
import hashlib
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
import zlib


def evidence(name):
    """What the build kept of itself, or '' where it kept nothing."""
    try:
        with open('/usr/local/share/pykiln/' + name, encoding='utf-8', errors='replace') as file:
            return file.read().strip()
    except OSError:
        return ''


@functools.cache
def compiled():
    """The words of the command that compiled the interpreter loop in the last pass. Debug
    information in the running interpreter holds the flags too: where it is there it is believed,
    and what the build kept must not say more."""
    kept = words('compile-command')
    built_in = [word for word in units().get('Python/ceval.c', '').split() if word[0] == '-']
    if not built_in:
        return kept
    lies = [word for word in effective(filter(recorded, kept))
            if not any(said == word or said.startswith(word + '=')
                       or word[1] == 'm' and said.startswith(word) for said in built_in)]
    level = [[word for word in told if word.startswith('-O')][-1:] for told in (kept, built_in)]
    if lies or level[0] != level[1]:
        raise LookupError(f'the build kept {" ".join(lies or level[0]) or "no -O"}, but the interpreter'
                          f' says that it was compiled with {" ".join(built_in)}')
    return [word for word in kept if not recorded(word)] + built_in


def effective(flags):
    """Flags without those that a later one takes back: GCC does not record these."""
    last = {}
    for flag in flags:
        name = re.sub('^-([fm])(no-)?', r'-\1', flag).split('=')[0].lower()
        last['-fpic' if name == '-fpie' else name] = flag
    return last.values()


def recorded(word):
    """Whether debug information of GCC holds a flag as it was given."""
    return (word.startswith(('-O', '-f', '-m')) and not word.endswith('=native')
            and not word.startswith(('-fuse-ld', '-fdiagnostics', '-fprofile-prefix', '-fplugin'))
            and '-prefix-map' not in word)


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


def code_file():
    """The file that the running interpreter's code is mapped from."""
    return file_at(ctypes.cast(ctypes.pythonapi.PyEval_EvalCode, ctypes.c_void_p).value)


def file_at(address):
    return next((path for low, high, path in maps() if low <= address < high), 'nowhere')


@functools.cache
def sections(path):
    """Name to content of the sections of an ELF file of this process's kind."""
    with open(path, 'rb') as file:
        data = file.read()
    if data[:4] != b'\x7fELF':
        raise ValueError(path + ' is no ELF file')
    wide = struct.calcsize('P') == 8
    table, = struct.unpack_from('=Q' if wide else '=I', data, 40 if wide else 32)
    size, count, names = struct.unpack_from('=HHH', data, 58 if wide else 46)
    headers = [struct.unpack_from('=IIQQQQ' if wide else '=IIIIII', data, table + i * size)
               for i in range(count)]
    found = {}
    for name, kind, flags, _, offset, length in headers:
        if kind == 8:  # takes no room in the file
            continue
        start = headers[names][4] + name
        content = data[offset:offset + length]
        if flags & 0x800:
            content = zlib.decompress(content[24 if wide else 12:])
        found[data[start:data.index(b'\0', start)].decode()] = content
    return found


def size_of(function):
    """How many bytes the running interpreter has of a function that it exports; stripping it leaves
    that on record. 0 where there is no such function."""
    return next((size for section, size in symbols(code_file(), function)), 0)


def symbols(path, function):
    """(section, size) of what a file has under a name for others, 0 for no section of its own."""
    held = sections(path)
    wide = struct.calcsize('P') == 8
    entry = struct.Struct('=IBBHQQ' if wide else '=IIIBBH')
    wanted = function.encode() + b'\0'
    for symbol in entry.iter_unpack(held['.dynsym']):
        if held['.dynstr'].startswith(wanted, symbol[0]):
            yield (symbol[3], symbol[5]) if wide else (symbol[5], symbol[2])


@functools.cache
def units():
    """Name of each source file of the running interpreter to the compiler that its debug
    information names, and its flags where that records them; empty where there is none. What LTO
    generated has a name of its own, <artificial>."""
    held = sections(code_file())
    found, at = {}, 0
    while at < len(held.get('.debug_info', b'')):
        name, producer, at = Unit(held).read(at)
        found[name] = producer
    return found


class Unit:
    """Reads the first entry of a DWARF unit, version 2 to 5."""
    SIZES = {0x05: 2, 0x06: 4, 0x07: 8, 0x0b: 1, 0x0c: 1, 0x19: 0, 0x1e: 16, 0x21: 0, 0x25: 1,
             0x26: 2, 0x27: 3, 0x28: 4, 0x29: 1, 0x2a: 2, 0x2b: 3, 0x2c: 4}

    def __init__(self, held):
        self.held = held
        self.data, self.at, self.offset, self.address = held['.debug_info'], 0, 4, 8

    def read(self, start):
        """(name, producer, where the next unit starts)"""
        self.at = start
        length = self.number(4)
        if length == 0xffffffff:
            self.offset, length = 8, self.number(8)
        end = self.at + length
        version = self.number(2)
        if version >= 5:
            kind, self.address, table = self.number(1), self.number(1), self.number(self.offset)
            self.at += {2: 8 + self.offset, 4: 8, 5: 8, 6: 8 + self.offset}.get(kind, 0)
        else:
            table, self.address = self.number(self.offset), self.number(1)
        entry = {attribute: (form, self.value(form)) for attribute, form in self.abbreviation(table)}
        base = entry.get(0x72, (0, 2 * self.offset))[1]
        name, producer = (self.text(*entry.get(which, (0x08, b'')), base) for which in (0x03, 0x25))
        return name, producer, end

    def number(self, size):
        self.at += size
        return int.from_bytes(self.data[self.at - size:self.at], sys.byteorder)

    def leb(self):
        result = shift = 0
        while True:
            byte = self.number(1)
            result |= (byte & 0x7f) << shift
            shift += 7
            if byte < 0x80:
                return result

    def abbreviation(self, table):
        """The attributes and forms of the entry that comes next."""
        code, here = self.leb(), (self.data, self.at)
        self.data, self.at = self.held['.debug_abbrev'], table
        try:
            while True:
                found, _, _ = self.leb(), self.leb(), self.number(1)
                pairs = []
                while (pair := (self.leb(), self.leb())) != (0, 0):
                    if pair[1] == 0x21:
                        self.leb()
                    pairs.append(pair)
                if found == code:
                    return pairs
        finally:
            self.data, self.at = here

    def value(self, form):
        if form in self.SIZES:
            return self.number(self.SIZES[form])
        if form in (0x0d, 0x0f, 0x1a, 0x1b, 0x22, 0x23):
            return self.leb()
        if form in (0x0e, 0x17, 0x1f):
            return self.number(self.offset)
        if form == 0x01:
            return self.number(self.address)
        if form == 0x08:
            end = self.data.index(b'\0', self.at)
            taken, self.at = self.data[self.at:end], end + 1
            return taken
        raise ValueError(f'DWARF form {form:#x}')

    def text(self, form, value, base):
        if isinstance(value, bytes):
            return value.decode(errors='replace')
        if form in (0x1a, 0x25, 0x26, 0x27, 0x28):
            at = base + value * self.offset
            value = int.from_bytes(self.held['.debug_str_offsets'][at:at + self.offset], sys.byteorder)
        strings = self.held['.debug_line_str' if form == 0x1f else '.debug_str']
        return strings[value:strings.index(b'\0', value)].decode(errors='replace')


def as_built(path):
    """Whether the build ended with these very bytes in this file."""
    with open(path, 'rb') as file:
        return f'{hashlib.sha256(file.read()).hexdigest()}  {path}' in evidence('interpreter').splitlines()


def mapped(part):
    """Whether a file whose name holds the part is mapped into this process."""
    for _, _, path in maps():
        if part in os.path.basename(path):
            return True, path
    return False, 'nothing like ' + part + ' is mapped'


def distribution():
    """What the image says of itself: its distribution, and the names of its release."""
    fields = platform.freedesktop_os_release()
    return fields['ID'], [fields[key] for key in ('VERSION_CODENAME', 'VERSION_ID') if key in fields]


def importable(names):
    failed = []
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as problem:
            failed.append(f'{name} ({problem})')
    return not failed, 'missing: ' + ', '.join(failed) if failed else 'all there'


def libc_in(path):
    """Which C library a file is, by the names that they go by, or ''. Debian's musl is its libc.so."""
    name = os.path.basename(path)
    if name == 'libc.so.6':
        return 'glibc'
    return 'musl' if re.fullmatch(r'(ld-musl-|libc\.musl-).*|libc\.so', name) else ''


def libcs():
    """The C libraries that this process holds."""
    return sorted({libc_in(path) for _, _, path in maps()} - {''})


def malloc_of(libc):
    """Whether malloc resolves into the C library, and gives memory."""
    gives, where = malloc_gives(ctypes.CDLL(None))
    return gives and libc_in(where) == libc, 'malloc is in ' + where


def malloc_is(witness):
    """Whether malloc is in the same file as its witness: a function that only this allocator has,
    and that answers. The file is a library, or what the allocator was linked into statically."""
    process = ctypes.CDLL(None)
    gives, where = malloc_gives(process)
    version = allocator_version(process, witness)
    together = bool(version) and file_of(process[witness]) == where
    return gives and together, f'malloc is in {where}, {witness} says {version or "nothing"}'


def malloc_gives(process):
    process.malloc.restype = ctypes.c_void_p
    process.malloc.argtypes = [ctypes.c_size_t]
    process.free.argtypes = [ctypes.c_void_p]
    block = process.malloc(100_000)
    process.free(block)
    return bool(block), provider('malloc', file_of(process.malloc))


def provider(function, found):
    """The file that really holds a function. An executable at a fixed address has a stub of its own
    for a function that it takes the address of, and answers with that before any library does."""
    if found == os.readlink('/proc/self/exe') and not defines(found, function):
        return next((path for path in loaded() if defines(path, function)), 'nowhere')
    return found


def defines(path, function):
    return any(section for section, size in symbols(path, function))


def loaded():
    """The libraries of this process, in the order in which functions are looked for."""
    found = []

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_void_p), ctypes.c_size_t, ctypes.c_void_p)
    def note(entry, size, data):
        found.append(ctypes.string_at(entry[1]).decode())
        return 0

    ctypes.CDLL(None).dl_iterate_phdr(note, None)
    return [os.path.realpath(path) for path in found if path.startswith('/')]


def file_of(function):
    address = ctypes.cast(function, ctypes.c_void_p).value
    return next((path for low, high, path in maps() if low <= address < high), 'nowhere')


def allocator_version(process, witness):
    """What the allocator says of itself, or '' where it is not in this process."""
    if not hasattr(process, witness):
        return ''
    if witness == 'mallctl':
        text, size = ctypes.c_char_p(), ctypes.c_size_t(ctypes.sizeof(ctypes.c_char_p))
        failed = process.mallctl(b'version', ctypes.byref(text), ctypes.byref(size), None, 0)
        return '' if failed else text.value.decode()
    if witness == 'tc_version':
        process.tc_version.restype = ctypes.c_char_p
        return (process.tc_version(None, None, None) or b'').decode()
    number = process[witness]()
    return str(number) if number > 0 else ''


def jemalloc_option(name):
    """The value that jemalloc works with, as its configuration writes it; '' where it has no such option.
    It tells how many bytes an option has only by refusing others."""
    process = ctypes.CDLL(None)
    if not hasattr(process, 'mallctl'):
        return ''
    for kind in (ctypes.c_bool, ctypes.c_int, ctypes.c_ssize_t):
        value, size = kind(), ctypes.c_size_t(ctypes.sizeof(kind))
        if process.mallctl(f'opt.{name}'.encode(), ctypes.byref(value), ctypes.byref(size), None, ctypes.c_size_t(0)):
            continue
        if kind is ctypes.c_bool:
            return str(value.value).lower()
        if kind is ctypes.c_ssize_t and file_at(value.value) != 'nowhere':
            return ctypes.cast(value.value, ctypes.c_char_p).value.decode()
        return str(value.value)
    return ''


def mimalloc_option(name):
    """Likewise; mimalloc tells its options when a process starts."""
    report = subprocess.run(
        [sys.executable, '-S', '-c', ''], capture_output=True, text=True, check=True,
        env={**os.environ, 'MIMALLOC_VERBOSE': '1'}).stderr
    said = re.findall(rf"mimalloc: option '{name}': (\S+)", report)
    return said[-1] if said else ''


def tcmalloc_option(name):
    """Likewise; tcmalloc calls it a property."""
    process, value = ctypes.CDLL(None), ctypes.c_size_t()
    if not hasattr(process, 'MallocExtension_GetNumericProperty'):
        return ''
    known = process.MallocExtension_GetNumericProperty(f'tcmalloc.{name}'.encode(), ctypes.byref(value))
    return str(value.value) if known else ''


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


THREAD = r"""
import ctypes
import threading

size = ctypes.c_size_t()


def measure():
    libc = ctypes.CDLL(None)
    libc.pthread_self.restype = ctypes.c_void_p
    attributes, start = ctypes.create_string_buffer(256), ctypes.c_void_p()
    if libc.pthread_getattr_np(ctypes.c_void_p(libc.pthread_self()), attributes):
        raise OSError('pthread_getattr_np')
    libc.pthread_attr_getstack(attributes, ctypes.byref(start), ctypes.byref(size))


class Bottomless:
    # through C at every level, which is what uses the stack
    def __getattr__(self, name):
        return getattr(self, name + '.')


def dive():
    measure()
    try:
        Bottomless().down
    except RecursionError:
        print(size.value, 'RecursionError')


thread = threading.Thread(target=dive)
thread.start()
thread.join()
"""


def thread_stack():
    """The stack of a new thread in bytes, and how an endless recursion in it ends; in a process of
    its own, since it may end the process."""
    ended = subprocess.run([sys.executable, '-c', THREAD], capture_output=True, text=True)
    size, _, how = ended.stdout.strip().partition(' ')
    return int(size or 0), how or f'the process ended with {ended.returncode}'


HOT_LOOP = """
import _opcode
def hot():
    total = 0
    for number in range(100_000):
        total += number
    return total
hot()
seen = 'as it was'
for offset in range(0, len(hot.__code__.co_code), 2):
    try:
        found = _opcode.get_executor(code=hot.__code__, offset=offset)
        seen = 'machine code' if found.get_jit_code() else 'optimised'
        break
    except ValueError:
        pass
    except (AttributeError, RuntimeError):
        seen = 'no optimiser'
print(seen)
"""


def hot_loop(**environment):
    """What CPython's optimiser made of a hot loop in a fresh interpreter."""
    return subprocess.run(
        [sys.executable, '-c', HOT_LOOP],
        env=os.environ | environment, capture_output=True, text=True, check=True).stdout.strip()


def byte_code():
    """(path, flags of PEP 552, whether it fits its source) of the standard library's own modules."""
    found = []
    folder = sysconfig.get_path('stdlib')
    for name in sorted(os.listdir(folder)):
        source = os.path.join(folder, name)
        if name.endswith('.py') and os.path.exists(importlib.util.cache_from_source(source)):
            path = importlib.util.cache_from_source(source)
            with open(path, 'rb') as file:
                _, flags, time, size = struct.unpack('<4sIII', file.read(16))
            there = os.stat(source)
            fresh = (int(there.st_mtime) & 0xffffffff, there.st_size) == (time, size)
            found.append((path, flags, fresh))
    return found
