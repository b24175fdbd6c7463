# CPython 3.13.5 on debian:trixie-slim, rendered by PyKiln.
# Builds with "DOCKER_BUILDKIT=1 docker build ." in a folder that also holds Python-3.13.5.tar.xz.

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
    rm /etc/apt/apt.conf.d/zz-keep

WORKDIR /usr/src
RUN --mount=type=bind,source=Python-3.13.5.tar.xz,target=/usr/src/Python-3.13.5.tar.xz \
    set -eux; \
    echo "93e583f243454e6e9e4588ca2c2662206ad961659863277afcdb96801647d640 *Python-3.13.5.tar.xz" | sha256sum -c -; \
    mkdir python; \
    tar -xJf Python-3.13.5.tar.xz -C python --strip-components=1
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
    org.pykiln.knob.packages="none" \
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
    org.pykiln.knob.wheel-index="none" \
    org.pykiln.recipe="d04b3f365b60a91241984561a0ba51aa12ebe429557edcc346a301830c9f6a9f"
CMD ["python3"]
