# Gives every built wheel its final place: repaired where it holds compiled code for this system only.
# Prints one line a wheel: SHA-256, file name.
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import sysconfig
import zipfile

built, wheels, tools = sys.argv[1:]
environment = dict(os.environ, PYTHONPATH=tools, PATH=os.path.join(tools, 'bin') + os.pathsep + os.environ['PATH'])


def run(*command):
    return subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def is_elf(file):
    return file.read(4) == b'\x7fELF'


def is_compiled(path):
    with zipfile.ZipFile(path) as wheel:
        return any(is_elf(wheel.open(entry)) for entry in wheel.infolist())


# Debian's musl calls itself libc.so, all others by the architecture; musl's loader answers to both.
def call_musl_by_its_usual_name(path):
    cpu = (sysconfig.get_config_var('MULTIARCH') or '').partition('-linux-musl')
    if not cpu[1]:
        return
    sys.path.insert(0, tools)
    from auditwheel.wheeltools import InWheelCtx
    name = 'libc.musl-%s.so.1' % {'i386': 'x86'}.get(cpu[0], cpu[0])
    with InWheelCtx(pathlib.Path(path), pathlib.Path(path)) as wheel:
        for folder, _, files in os.walk(wheel.name):
            for file in (os.path.join(folder, file) for file in files):
                with open(file, 'rb') as content:
                    compiled = is_elf(content)
                if compiled:
                    ran = run('patchelf', '--replace-needed', 'libc.so', name, file)
                    if ran.returncode:
                        sys.exit(f'patchelf cannot change {os.path.basename(file)}: {ran.stdout.strip()}')


os.makedirs(wheels, exist_ok=True)
for name in sorted(os.listdir(built)):
    path = os.path.join(built, name)
    platforms = name[:-len('.whl')].rsplit('-', 1)[1].split('.')
    if all(platform.startswith('linux_') for platform in platforms) and is_compiled(path):
        call_musl_by_its_usual_name(path)
        ran = run(sys.executable, '-m', 'auditwheel', 'repair', '--wheel-dir', wheels, path)
        if ran.returncode:
            sys.exit(f'auditwheel cannot repair {name}: {ran.stdout.strip()}')
    else:
        shutil.copy(path, wheels)
for name in sorted(os.listdir(wheels)):
    with open(os.path.join(wheels, name), 'rb') as file:
        content = file.read()
    print(hashlib.sha256(content).hexdigest(), name)
