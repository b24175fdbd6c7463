# CPython 3.13.5 on debian:trixie-slim, rendered by PyKiln.
# Builds with "docker build ." in a folder that also holds Python-3.13.5.tar.xz and wheels-0123456789ab.

FROM debian:trixie-slim AS build
LABEL org.pykiln.stage="build"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]

RUN set -eux; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
        gcc \
        libbz2-dev \
        libc6-dev \
        libffi-dev \
        libgdbm-dev \
        liblzma-dev \
        libncurses-dev \
        libreadline-dev \
        libsqlite3-dev \
        libssl-dev \
        make \
        pkg-config \
        uuid-dev \
        xz-utils \
        zlib1g-dev; \
    rm -rf /var/lib/apt/lists/*

WORKDIR /usr/src
COPY Python-3.13.5.tar.xz ./
RUN set -eux; \
    echo "93e583f243454e6e9e4588ca2c2662206ad961659863277afcdb96801647d640 *Python-3.13.5.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.13.5.tar.xz -C python --strip-components=1; \
    rm Python-3.13.5.tar.xz
WORKDIR /usr/src/python

RUN set -eux; \
    export CC="gcc"; \
    export CFLAGS_NODIST="-O2"; \
    ./configure \
        --enable-option-checking=fatal \
        --enable-loadable-sqlite-extensions \
        --disable-shared \
        --disable-test-modules \
        --with-ensurepip=install

RUN set -eux; \
    export CC="gcc"; \
    make -j "$(nproc)" 2>&1 | tee /usr/src/make.log; \
    mkdir -p /usr/local/share/pykiln; \
    grep -F -- ' -o Python/ceval.o ' /usr/src/make.log \
        | tail -n 1 > /usr/local/share/pykiln/compile-command; \
    grep -E -- ' -o (python|libpython[^ ]*[.]so[^ ]*) ' /usr/src/make.log \
        | tail -n 2 > /usr/local/share/pykiln/link-commands; \
    find . -name '*.gcda' -o -name '*.profclangd' \
        | wc -l > /usr/local/share/pykiln/profiles

RUN set -eux; \
    make install; \
    find /usr/local -depth \( -name '*.opt-?.pyc' -o -name 'libpython*.a' \) -exec rm -f {} +; \
    ln -sf idle3 /usr/local/bin/idle; \
    ln -sf pydoc3 /usr/local/bin/pydoc; \
    ln -sf python3 /usr/local/bin/python; \
    ln -sf python3-config /usr/local/bin/python-config; \
    ln -sf pip3 /usr/local/bin/pip; \
    find /usr/local -type f \( -path '*/bin/python3.*' -o -name 'libpython*.so*' \) -exec sha256sum {} + > /usr/local/share/pykiln/interpreter; \
    find /usr/local -type f \( -perm /111 -o -name '*.so' \) -exec ldd {} \; 2>/dev/null \
        | sed -nE 's#^.* => (/usr)?/(lib[^ ]*) .*$#*/\2#p' \
        | sort -u \
        | xargs dpkg-query --search \
        | sed -nE 's/^([a-z0-9][a-z0-9.+-]*)(:[a-z0-9]+)?: .*$/\1/p' \
        | sort -u > /usr/local/share/pykiln/packages; \
    test -s /usr/local/share/pykiln/packages

WORKDIR /usr/src/wheels
COPY wheels-0123456789ab ./
RUN set -eux; \
    echo "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef *SHA256SUMS" | sha256sum -c -; \
    sha256sum -c SHA256SUMS; \
    pip3 install --no-cache-dir --disable-pip-version-check --root-user-action=ignore \
        --only-binary :all: \
        --no-index --find-links . --report /usr/src/installed.json \
        markupsafe==3.0.2; \
    python3 -c "import json; [print(i['metadata']['name'], i['metadata']['version'], \
        i['download_info']['archive_info']['hash']) \
        for i in json.load(open('/usr/src/installed.json'))['install']]" \
        > /usr/local/share/pykiln/installed; \
    cp SHA256SUMS /usr/local/share/pykiln/wheelhouse

FROM debian:trixie-slim
LABEL org.pykiln.stage="image"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
COPY --from=build /usr/local /usr/local
RUN set -eux; \
    apt-get update; \
    xargs apt-get install -y --no-install-recommends \
        ca-certificates \
        netbase \
        tzdata < /usr/local/share/pykiln/packages; \
    rm -rf /var/lib/apt/lists/*; \
    python3 -B -m pip --version; \
    python3 -B -c 'import ssl, sqlite3, ctypes, zlib, bz2, lzma'

LABEL org.opencontainers.image.title="CPython" \
    org.opencontainers.image.version="3.13.5" \
    org.opencontainers.image.base.name="debian:trixie-slim" \
    org.pykiln.stage="finished" \
    org.pykiln.knob.allocator="libc" \
    org.pykiln.knob.allocator-options="none" \
    org.pykiln.knob.allocator-use="preload" \
    org.pykiln.knob.architecture="amd64" \
    org.pykiln.knob.base="debian:trixie-slim" \
    org.pykiln.knob.base-image="default" \
    org.pykiln.knob.bolt="off" \
    org.pykiln.knob.compiler="gcc" \
    org.pykiln.knob.docstrings="on" \
    org.pykiln.knob.frame-pointers="default" \
    org.pykiln.knob.gil="on" \
    org.pykiln.knob.hardening="none" \
    org.pykiln.knob.jit="off" \
    org.pykiln.knob.labels="none" \
    org.pykiln.knob.linking="static" \
    org.pykiln.knob.lto="off" \
    org.pykiln.knob.march="baseline" \
    org.pykiln.knob.mtune="default" \
    org.pykiln.knob.no-builtin-malloc="off" \
    org.pykiln.knob.no-semantic-interposition="off" \
    org.pykiln.knob.opt-level="-O2" \
    org.pykiln.knob.packages="markupsafe==3.0.2" \
    org.pykiln.knob.pgo="off" \
    org.pykiln.knob.pgo-jobs="1" \
    org.pykiln.knob.pgo-task="-m test --pgo" \
    org.pykiln.knob.pie="on" \
    org.pykiln.knob.pip="bundled" \
    org.pykiln.knob.pyc="keep" \
    org.pykiln.knob.pymalloc="on" \
    org.pykiln.knob.python="3.13.5" \
    org.pykiln.knob.safety="default" \
    org.pykiln.knob.source-verification="sha256" \
    org.pykiln.knob.stack-protector="default" \
    org.pykiln.knob.strip="off" \
    org.pykiln.knob.system-expat="off" \
    org.pykiln.knob.system-libmpdec="default" \
    org.pykiln.knob.tail-call="off" \
    org.pykiln.knob.test-modules="off" \
    org.pykiln.knob.thread-stack-size="default" \
    org.pykiln.knob.user="root" \
    org.pykiln.knob.wheel-index="wheelhouse:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" \
    org.pykiln.recipe="a7b1820614a80df99a4a02b011f8c5fba6e588b65d76d17fba683aac664eeafe"
CMD ["python3"]
