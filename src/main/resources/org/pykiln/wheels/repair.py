# Gives every built wheel its final place: repaired where it holds compiled code for this system only.
# Prints one line a wheel: SHA-256, file name.
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile


def is_compiled(path):
    with zipfile.ZipFile(path) as wheel:
        return any(wheel.open(entry).read(4) == b'\x7fELF' for entry in wheel.infolist())


built, wheels, tools = sys.argv[1:]
environment = dict(os.environ, PYTHONPATH=tools, PATH=os.path.join(tools, 'bin') + os.pathsep + os.environ['PATH'])
os.makedirs(wheels, exist_ok=True)
for name in sorted(os.listdir(built)):
    path = os.path.join(built, name)
    platforms = name[:-len('.whl')].rsplit('-', 1)[1].split('.')
    if all(platform.startswith('linux_') for platform in platforms) and is_compiled(path):
        ran = subprocess.run(
            [sys.executable, '-m', 'auditwheel', 'repair', '--wheel-dir', wheels, path],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if ran.returncode:
            sys.exit(f'auditwheel cannot repair {name}: {ran.stdout.strip()}')
    else:
        shutil.copy(path, wheels)
for name in sorted(os.listdir(wheels)):
    with open(os.path.join(wheels, name), 'rb') as file:
        content = file.read()
    print(hashlib.sha256(content).hexdigest(), name)
