# CPython 3.14.6 on debian:trixie-slim, rendered by PyKiln.
# Builds with "DOCKER_BUILDKIT=1 docker build ." in a folder that also holds Python-3.14.6.tar.xz.

FROM debian:trixie-slim AS build
LABEL org.pykiln.stage="build"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    set -eux; \
    printf '%s\n' \
        '#clear DPkg::Post-Invoke;' \
        '#clear APT::Update::Post-Invoke;' \
        'APT::Keep-Downloaded-Packages "true";' \
        > /etc/apt/apt.conf.d/zz-keep; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
        dpkg-dev \
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
        libzstd-dev \
        make \
        pkg-config \
        uuid-dev \
        xz-utils \
        zlib1g-dev; \
    rm /etc/apt/apt.conf.d/zz-keep

WORKDIR /usr/src
RUN --mount=type=bind,source=Python-3.14.6.tar.xz,target=/usr/src/Python-3.14.6.tar.xz \
    set -eux; \
    echo "143b1dddefaec3bd2e21e3b839b34a2b7fb9842272883c576420d605e9f30c63 *Python-3.14.6.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.14.6.tar.xz -C python --strip-components=1; \
    cd python; \
    mkdir -p /usr/local/share/pykiln; \
    dpkg-buildflags --get CFLAGS | tr ' ' '\n' \
        | sed -E '/^-(O|flto|ffat-lto)/d' > /usr/local/share/pykiln/hardening-compiler; \
    dpkg-buildflags --get LDFLAGS | tr ' ' '\n' \
        | sed -E '/^-(O|flto|ffat-lto)/d' > /usr/local/share/pykiln/hardening-linker; \
    cd ..
WORKDIR /usr/src/python

RUN set -eux; \
    export CC="gcc"; \
    export CFLAGS_NODIST="-O2"; \
    CFLAGS_NODIST="$CFLAGS_NODIST $(echo $(cat /usr/local/share/pykiln/hardening-compiler))"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -fno-omit-frame-pointer"; \
    CFLAGS_NODIST="$CFLAGS_NODIST -mno-omit-leaf-frame-pointer"; \
    export LDFLAGS_NODIST="-Wl,-rpath,/usr/local/lib"; \
    LDFLAGS_NODIST="$LDFLAGS_NODIST $(echo $(cat /usr/local/share/pykiln/hardening-linker))"; \
    export PROFILE_TASK="-m test --pgo"; \
    ./configure \
        --enable-option-checking=fatal \
        --enable-loadable-sqlite-extensions \
        --enable-optimizations \
        --with-lto=full \
        --enable-shared \
        --disable-test-modules \
        --with-ensurepip=install

RUN set -eux; \
    export CC="gcc"; \
    make -j "$(nproc)" 2>&1 | tee /usr/src/make.log; \
    mkdir -p /usr/local/share/pykiln; \
    grep -F -A 1 '# Next, run the profile task' /usr/src/make.log \
        | tail -n 1 > /usr/local/share/pykiln/training; \
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
    test "$(cat /usr/local/share/pykiln/profiles)" -gt 0; \
    strip --strip-all "$(readlink -f /usr/local/bin/python3)"; \
    find /usr/local/lib -type f \( -name '*.so' -o -name '*.so.*' \) \
        -exec strip --strip-all {} +; \
    ln -sf pip3 /usr/local/bin/pip; \
    find /usr/local -depth -name __pycache__ -exec rm -rf {} +; \
    find /usr/local -type f \( -path '*/bin/python3.*' -o -name 'libpython*.so*' \) -exec sha256sum {} + > /usr/local/share/pykiln/interpreter; \
    find /usr/local -type f \( -perm /111 -o -name '*.so' \) -exec ldd {} \; 2>/dev/null \
        | sed -nE 's#^.* => (/usr)?/(lib[^ ]*) .*$#*/\2#p' \
        | sort -u \
        | xargs dpkg-query --search \
        | sed -nE 's/^([a-z0-9][a-z0-9.+-]*)(:[a-z0-9]+)?: .*$/\1/p' \
        | sort -u > /usr/local/share/pykiln/packages; \
    test -s /usr/local/share/pykiln/packages

FROM debian:trixie-slim
LABEL org.pykiln.stage="image"
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
COPY --from=build /usr/local /usr/local
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
    set -eux; \
    printf '%s\n' \
        '#clear DPkg::Post-Invoke;' \
        '#clear APT::Update::Post-Invoke;' \
        'APT::Keep-Downloaded-Packages "true";' \
        > /etc/apt/apt.conf.d/zz-keep; \
    apt-get update; \
    xargs apt-get install -y --no-install-recommends \
        ca-certificates \
        netbase \
        tzdata < /usr/local/share/pykiln/packages; \
    rm /etc/apt/apt.conf.d/zz-keep; \
    python3 -B -m pip --version; \
    export PYTHONDONTWRITEBYTECODE=1; \
    python3 -B -c 'import ssl, sqlite3, ctypes, zlib, bz2, lzma'

LABEL org.opencontainers.image.title="CPython" \
    org.opencontainers.image.version="3.14.6" \
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
    org.pykiln.knob.frame-pointers="on" \
    org.pykiln.knob.gil="on" \
    org.pykiln.knob.hardening="distribution" \
    org.pykiln.knob.jit="off" \
    org.pykiln.knob.labels="none" \
    org.pykiln.knob.linking="shared" \
    org.pykiln.knob.lto="full" \
    org.pykiln.knob.march="baseline" \
    org.pykiln.knob.mtune="default" \
    org.pykiln.knob.no-builtin-malloc="off" \
    org.pykiln.knob.no-semantic-interposition="off" \
    org.pykiln.knob.opt-level="-O2" \
    org.pykiln.knob.packages="none" \
    org.pykiln.knob.pgo="on" \
    org.pykiln.knob.pgo-jobs="1" \
    org.pykiln.knob.pgo-task="-m test --pgo" \
    org.pykiln.knob.pie="on" \
    org.pykiln.knob.pip="bundled" \
    org.pykiln.knob.pyc="none" \
    org.pykiln.knob.pymalloc="on" \
    org.pykiln.knob.python="3.14.6" \
    org.pykiln.knob.safety="default" \
    org.pykiln.knob.source-verification="sha256" \
    org.pykiln.knob.stack-protector="default" \
    org.pykiln.knob.strip="on" \
    org.pykiln.knob.system-expat="off" \
    org.pykiln.knob.system-libmpdec="default" \
    org.pykiln.knob.tail-call="off" \
    org.pykiln.knob.test-modules="off" \
    org.pykiln.knob.thread-stack-size="default" \
    org.pykiln.knob.user="root" \
    org.pykiln.knob.wheel-index="none" \
    org.pykiln.recipe="10a9cf16282bdafe63aeeda2a3375ccf0bded1dc210f974bce3a9aa78fec63e2"
CMD ["python3"]
